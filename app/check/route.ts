import type { AskFields } from "../../lib/ask.ts";
import { readBody } from "../../lib/http/body.ts";
import { deleteCookie } from "../../lib/http/delete-cookie.ts";
import { originOf } from "../../lib/http/headers.ts";
import { plainPage } from "../../lib/http/plain-page.ts";
import { guarded, problemStatus, problemTitle } from "../../lib/http/problem.ts";
import { isFromHere } from "../../lib/http/same-site.ts";
import { start } from "../../lib/http/start.ts";
import { isId } from "../../lib/store/ids.ts";

export const dynamic = "force-dynamic";

/** As much of what cannot be read as goes back into the field: a URL has to carry it. */
const MAX_BACK = 2000;

/**
 * The form. A check that starts (or runs already) answers 303 to its permanent address. Text that cannot be read goes
 * back to the form by 303, in `?q=` and the options beside it: the page reads it again and says beside the field what
 * would work, and its address can be sent to somebody. `again` is the report it was pressed on: the new report's page
 * then leads to what has changed since.
 */
export const POST = guarded(async (request) => {
  const back = (query = "") => ({ href: `/${query}`, text: "Back to the form" });
  if (!isFromHere(request.headers, originOf(request.headers)))
    return plainPage("Checks are started from this service's own pages.", back(), {
      status: problemStatus("cross-site"),
    });
  const body = await readBody(request);
  if (body === undefined)
    return plainPage("That is more text than we can read. Put in one address or one name.", back(), { status: 413 });

  const form = new URLSearchParams(body);
  const fields: AskFields = {
    target: form.get("target") ?? "",
    from: form.get("from") ?? undefined,
    helo: form.get("helo") ?? undefined,
    selector: form.getAll("selector"),
  };
  const starting = await start(request, fields);
  if (starting.ok) {
    const { id, deleteToken } = starting.started;
    const { headers } = starting;
    const since = form.get("again") ?? "";
    headers.set("location", isId(since) && since !== id ? `/r/${id}?since=${since}` : `/r/${id}`);
    const secure = originOf(request.headers).startsWith("https:");
    if (deleteToken) headers.set("set-cookie", deleteCookie(id, deleteToken, secure));
    return new Response(null, { status: 303, headers });
  }
  const query = asQuery(form);
  if (starting.code === "invalid-target")
    return new Response(null, { status: 303, headers: { location: `/${query}` } });
  const { code, headers } = starting;
  const soon = `${problemTitle(code)} Try again in ${headers.get("retry-after")} seconds.`;
  return plainPage(soon, back(query), { status: problemStatus(code), headers });
});

/** Nothing is started by following a link. */
export const GET = guarded((request) => {
  const query = asQuery(new URL(request.url).searchParams);
  return new Response(null, { status: 303, headers: { location: `/${query}` } });
});

function asQuery(form: URLSearchParams): string {
  const query = new URLSearchParams();
  const target = form.get("target");
  if (target) query.set("q", target.slice(0, MAX_BACK));
  for (const field of ["from", "helo", "selector"])
    for (const value of form.getAll(field)) if (value.trim()) query.append(field, value.slice(0, 200));
  const text = query.toString();
  return text && `?${text}`;
}
