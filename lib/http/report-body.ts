import { createHash } from "node:crypto";
import { present, presentVerdict, type Report, reportJson, verdictJson } from "../checks/index.ts";
import { lastDayOf } from "../service/live/last-day.ts";
import { follow, type Reading, readReport } from "../service/live/read-report.ts";
import { originOf } from "./headers.ts";
import { toJson } from "./json.ts";
import { langOf } from "./lang.ts";
import { ndjsonResponse } from "./ndjson.ts";
import { problem } from "./problem.ts";

/** A report as programs get it; `lang` is the language of its tickets. */
export function reportBody(id: string, report: Report, headers: Headers, lang: { readonly lang?: string } = {}) {
  return reportJson(present(report, { id, url: `${originOf(headers)}/r/${id}`, ...lang }), lastDayOf(report) ?? null);
}

export const wantsStream = (headers: Headers): boolean =>
  (headers.get("accept") ?? "").toLowerCase().includes("application/x-ndjson");

/** A report as it stands. A finished one has a tag to ask again by; it may be deleted, so it is asked for again. */
export async function reportResponse(id: string, request: Request, init: ResponseInit = {}): Promise<Response> {
  const reading = await readReport(id);
  if (reading.kind !== "report") return missing(reading);
  const body = toJson(reportBody(id, reading.report, request.headers, langOf(request.url)));
  const headers = new Headers(init.headers);
  headers.set("content-type", "application/json");
  headers.set("vary", "accept");
  if (reading.report.state === "running") {
    headers.set("cache-control", "no-store");
    return new Response(body, { ...init, headers });
  }
  const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  headers.set("cache-control", "private, no-cache");
  headers.set("etag", tag);
  const known = (request.headers.get("if-none-match") ?? "").replaceAll("W/", "").split(/\s*,\s*/);
  if (request.method === "GET" && known.includes(tag)) return new Response(null, { status: 304, headers });
  return new Response(body, { ...init, headers });
}

export function missing(reading: Exclude<Reading, { kind: "report" }>): Response {
  return reading.kind === "gone" ? problem(reading.why) : problem("not-found");
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
