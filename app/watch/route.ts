import { originOf } from "../../lib/http/headers.ts";
import { makerCookie } from "../../lib/http/maker-token.ts";
import { plainPage, START_PAGE } from "../../lib/http/plain-page.ts";
import { guarded, problemStatus, problemTitle } from "../../lib/http/problem.ts";
import { readBody } from "../../lib/http/request-body.ts";
import { isFromHere } from "../../lib/http/same-site.ts";
import { startWatchOf } from "../../lib/http/start-watch.ts";
import { isId } from "../../lib/service/store/ids.ts";

export const dynamic = "force-dynamic";

/** The form on a report: starts a watch, and leads the browser that asked for it to its page, with the means to stop it. */
export const POST = guarded(async (request) => {
  if (!isFromHere(request.headers, originOf(request.headers)))
    return plainPage("Watches are started from this service's own pages.", START_PAGE, {
      status: problemStatus("cross-site"),
    });
  const body = await readBody(request);
  if (body === undefined) return plainPage(problemTitle("too-large"), START_PAGE, { status: 413 });
  const form = new URLSearchParams(body);
  const field = (name: string) => form.get(name) ?? undefined;
  const report = isId(field("report") ?? "") ? field("report") : undefined;
  const starting = await startWatchOf(request, {
    ...{ target: field("target") ?? "", until: field("until"), webhook: field("webhook") },
    ...{ from: field("from"), helo: field("helo"), selector: form.getAll("selector"), report },
  });
  const { headers } = starting;
  if (!starting.ok) {
    const { code, problems } = starting;
    const back = report ? { href: `/r/${report}`, text: "Back to the report" } : START_PAGE;
    const retry = headers.get("retry-after");
    const says = problems[0]?.says ?? problemTitle(code) + (retry ? ` Try again in ${retry} seconds.` : "");
    return plainPage(says, back, { status: problemStatus(code), headers });
  }
  const { id, token } = starting.started;
  headers.set("location", `/watch/${id}`);
  headers.set("set-cookie", makerCookie(request, `/watch/${id}`, token));
  return new Response(null, { status: 303, headers });
});

/** Nothing is started by following a link. */
export const GET = guarded(() => new Response(null, { status: 303, headers: { location: "/" } }));
