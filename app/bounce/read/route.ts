import { bounceQuery, contextFrom, whyNot } from "../../../lib/http/bounce-query.ts";
import { isFronted, originOf } from "../../../lib/http/headers.ts";
import { keepReading, keptPage } from "../../../lib/http/kept-logs/keep.ts";
import { meantBy } from "../../../lib/http/meant.ts";
import { plainPage } from "../../../lib/http/plain-page.ts";
import { guarded, problemStatus } from "../../../lib/http/problem.ts";
import { readInTurn } from "../../../lib/http/read-in-turn.ts";
import { readBody } from "../../../lib/http/request-body.ts";
import { isFromHere } from "../../../lib/http/same-site.ts";
import { showOnce } from "../../../lib/http/shown-once.ts";
import { startPasted } from "../../../lib/http/start-pasted.ts";
import { startedPage, tooBusyPage } from "../../../lib/http/started-page.ts";
import { messagesCsv, readingsCsv } from "../../../lib/inbound/log/csv.ts";
import { type Pasted, readPasted, tooMuch } from "../../../lib/inbound/read-pasted.ts";

export const dynamic = "force-dynamic";

const BACK = { href: "/bounce", text: "Back to the form" };
/** 2 MB of text, three times that once a form has encoded it, and the other fields. */
const MAX_BYTES = 6.5 * 1024 * 1024;

/**
 * The form at `/bounce`. The text is read here and goes nowhere else. A log, or several bounces, becomes a table in the
 * answer, which is kept only if the reader asks for that. One refusal becomes a check with a context; if it names no
 * address, a question for one, which carries codes alone.
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
  const text = form.get("text") ?? "";
  const more = tooMuch(text);
  if (more) return plainPage(more, BACK, { status: 413 });
  const pasted = form.has("address") ? named(form) : await readInTurn(text);
  if (form.get("as") === "keep" && pasted.log && pasted.log.readings.length > 0)
    return keptPage(request, await keepReading(request, pasted.log, await meantBy(form.get("mine") ?? "")), BACK);
  const csv = csvOf(pasted, form.get("as"));
  if (csv) return csv;
  const { log } = pasted;
  if (log && (pasted.kind === "log" || log.notifications > 1) && log.readings.length > 1 && isFronted())
    return showOnce({ log, meant: await meantBy(form.get("mine") ?? "") });
  const starting = await startPasted(request, pasted);
  if (starting?.ok) return startedPage(request, starting);
  if (starting && starting.code !== "invalid-target") return tooBusyPage(starting, BACK);
  const location = `/bounce${bounceQuery(whyNot(pasted), pasted.context)}`;
  return new Response(null, { status: 303, headers: { location } });
});

export const GET = guarded(() => new Response(null, { status: 303, headers: { location: "/bounce" } }));

/** What was asked for as a file: the table, or the message ids, which are in nothing else. */
function csvOf({ log }: Pasted, as: string | null): Response | undefined {
  if (!log || (as !== "table" && as !== "messages")) return undefined;
  return new Response(as === "table" ? readingsCsv(log.readings) : messagesCsv(log.messages), {
    headers: {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": `attachment; filename="${as === "table" ? "deliveries" : "message-ids"}.csv"`,
      "cache-control": "no-store",
    },
  });
}

/** The address that was asked for, with what was known of the refusal. */
function named(form: URLSearchParams): Pasted {
  const pasted = readPasted("");
  const context = contextFrom((name) => form.getAll(name)) ?? pasted.context;
  return { ...pasted, context, ask: { target: form.get("address") ?? "", selector: [] } };
}
