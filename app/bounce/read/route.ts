import { bounceQuery, contextFrom, whyNot } from "../../../lib/http/bounce-query.ts";
import { originOf } from "../../../lib/http/headers.ts";
import { plainPage } from "../../../lib/http/plain-page.ts";
import { guarded, problemStatus } from "../../../lib/http/problem.ts";
import { readBody } from "../../../lib/http/request-body.ts";
import { isFromHere } from "../../../lib/http/same-site.ts";
import { startPasted } from "../../../lib/http/start-pasted.ts";
import { startedPage, tooBusyPage } from "../../../lib/http/started-page.ts";
import { type Pasted, readPasted } from "../../../lib/inbound/read-pasted.ts";

export const dynamic = "force-dynamic";

const BACK = { href: "/bounce", text: "Back to the form" };
/** A megabyte of text, three times that once a form has encoded it. */
const MAX_BYTES = 3 * 1024 * 1024;

/**
 * The form at `/bounce`. The text is read here and goes nowhere else: what it says becomes a check with a context, or,
 * where it names no address, a question for one that carries codes alone.
 */
export const POST = guarded(async (request) => {
  if (!isFromHere(request.headers, originOf(request.headers)))
    return plainPage("Checks are started from this service's own pages.", BACK, {
      status: problemStatus("cross-site"),
    });
  const body = await readBody(request, MAX_BYTES);
  if (body === undefined)
    return plainPage("That is more text than we can read. Leave out the message itself: the refusal is enough.", BACK, {
      status: 413,
    });
  const form = new URLSearchParams(body);
  const pasted = form.has("address") ? named(form) : readPasted(form.get("text") ?? "");
  const starting = await startPasted(request, pasted);
  if (starting?.ok) return startedPage(request, starting);
  if (starting && starting.code !== "invalid-target") return tooBusyPage(starting, BACK);
  const location = `/bounce${bounceQuery(whyNot(pasted), pasted.context)}`;
  return new Response(null, { status: 303, headers: { location } });
});

export const GET = guarded(() => new Response(null, { status: 303, headers: { location: "/bounce" } }));

/** The address that was asked for, with what was known of the refusal. */
function named(form: URLSearchParams): Pasted {
  const pasted = readPasted("");
  const context = contextFrom((name) => form.getAll(name)) ?? pasted.context;
  return { ...pasted, context, ask: { target: form.get("address") ?? "", selector: [] } };
}
