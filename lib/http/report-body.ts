import { present, presentVerdict, type Report, reportJson, verdictJson } from "../checks/index.ts";
import { lastDayOf } from "../service/live/last-day.ts";
import { follow, readReport } from "../service/live/read-report.ts";
import { originOf } from "./headers.ts";
import { langOf } from "./lang.ts";
import { ndjsonResponse } from "./ndjson.ts";
import { missing } from "./problem.ts";
import { taggedJson } from "./tagged-json.ts";

/** A report as programs get it; `lang` is the language of its tickets. */
export function reportBody(id: string, report: Report, headers: Headers, lang: { readonly lang?: string } = {}) {
  return reportJson(present(report, { id, url: `${originOf(headers)}/r/${id}`, ...lang }), lastDayOf(report) ?? null);
}

/** A report as it stands. A finished one has a tag to ask again by; it may be deleted, so it is asked for again. */
export async function reportResponse(id: string, request: Request, init: ResponseInit = {}): Promise<Response> {
  const reading = await readReport(id);
  if (reading.kind !== "report") return missing(reading);
  const { report } = reading;
  const body = reportBody(id, report, request.headers, langOf(request.url));
  return taggedJson(body, request, { running: report.state === "running", init });
}

/** Verdicts as they are judged, a line each, and at the end the report. The reader may leave; the check goes on. */
export function reportStream(id: string, request: Request, init: ResponseInit = {}): Response {
  return ndjsonResponse(ndjson(id, request), init);
}

async function* ndjson(id: string, { headers, url }: Request) {
  const events = follow(id);
  for (;;) {
    const { value, done } = await events.next();
    if (done) {
      if (value.kind === "report") yield { report: reportBody(id, value.report, headers, langOf(url)) };
      return;
    }
    if (value.kind === "verdict") yield { verdict: verdictJson(presentVerdict(value.verdict, value.lookups)) };
  }
}
