import { type Occasion, type PresentedReport, present } from "../checks/index.ts";
import { explain } from "../inbound/explain.ts";
import { readReport } from "../service/live/read-report.ts";
import { originOf } from "./headers.ts";
import { langOf } from "./lang.ts";
import { missing } from "./problem.ts";

/** A report in a written form, as a file to read or to paste; `?lang=` is the language of its ticket text. */
export async function writtenReport(
  id: string,
  { headers, url }: Request,
  type: "text/plain" | "text/markdown",
  write: (report: PresentedReport, occasion?: Occasion) => string,
): Promise<Response> {
  const reading = await readReport(id);
  if (reading.kind !== "report") return missing(reading);
  const report = present(reading.report, { id, url: `${originOf(headers)}/r/${id}`, ...langOf(url) });
  const body = write(report, explain(report));
  return new Response(body, {
    headers: { "content-type": `${type}; charset=utf-8`, "cache-control": "private, no-cache" },
  });
}
