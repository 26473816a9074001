import { poolOffer } from "../../lib/checks/index.ts";
import { askQuery, MAX_BACK } from "../../lib/http/ask-query.ts";
import { bounceQuery, whyNot } from "../../lib/http/bounce-query.ts";
import { originOf } from "../../lib/http/headers.ts";
import { plainPage } from "../../lib/http/plain-page.ts";
import { offerPool } from "../../lib/http/pools/pool-form.ts";
import { guarded, problemStatus } from "../../lib/http/problem.ts";
import { readBody } from "../../lib/http/request-body.ts";
import { isFromHere } from "../../lib/http/same-site.ts";
import { start } from "../../lib/http/start.ts";
import { startPasted } from "../../lib/http/start-pasted.ts";
import { startedPage, tooBusyPage } from "../../lib/http/started-page.ts";
import { type Pasted, readPasted } from "../../lib/inbound/read-pasted.ts";
import type { AskFields } from "../../lib/service/request.ts";
import { vantage } from "../../lib/service/service-vantage.ts";
import { isId } from "../../lib/service/store/ids.ts";

export const dynamic = "force-dynamic";

/** From so many words on it is a sentence; the longest command line that is read as a target has fewer. */
const WORDS = 7;

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
  // A sentence that ends in <jane@example.com> could be read as that mailbox; as a refusal it says more.
  const sentence = fields.target.trim().split(/\s+/, WORDS).length === WORDS;
  let read: Pasted | undefined;
  // A long text takes a while to read: once, and only where it is needed.
  const pasted = () => (read ??= readPasted(fields.target));
  if (sentence && pasted().certain) return fromPasted(request, pasted());
  const starting = await start(request, fields);
  if (starting.ok) {
    const since = form.get("again") ?? "";
    return startedPage(request, starting, isId(since) ? since : undefined);
  }
  const query = askQuery(form);
  if (starting.code !== "invalid-target") return tooBusyPage(starting, back(query));
  const unread = starting.problems.some(({ field }) => field === "target");
  // What no address and no name can be read from may be a bounce or headers in one line.
  if (unread && pasted().certain) return fromPasted(request, pasted());
  if (unread && fields.target.length > MAX_BACK) return asPool(fields) ?? fromPasted(request, pasted());
  return new Response(null, { status: 303, headers: { location: `/${query}` } });
});

/** Starts the check of what a pasted bounce or pasted headers name, or leads to the page that says what they lack. */
async function fromPasted(request: Request, pasted: Pasted): Promise<Response> {
  const starting = await startPasted(request, pasted);
  if (starting?.ok) return startedPage(request, starting);
  if (starting && starting.code !== "invalid-target")
    return tooBusyPage(starting, { href: "/", text: "Back to the form" });
  const location = `/bounce${bounceQuery(whyNot(pasted), pasted.context)}`;
  return new Response(null, { status: 303, headers: { location } });
}

/** A list that is too long to go back into the field is offered as a pool. Undefined where it is none. */
function asPool({ target, from, helo, selector }: AskFields): Response | undefined {
  const lines = poolOffer(target, vantage());
  if (lines.length < 2) return undefined;
  const options = {
    from: [from ?? []].flat().at(-1),
    helo: [helo ?? []].flat().at(-1),
    selector: [selector ?? []].flat(),
  };
  return offerPool(
    { text: lines.join("\n"), ...options },
    `This text names ${lines.length} addresses, ranges or names.`,
  );
}

/** Nothing is started by following a link. */
export const GET = guarded((request) => {
  const query = askQuery(new URL(request.url).searchParams);
  return new Response(null, { status: 303, headers: { location: `/${query}` } });
});
