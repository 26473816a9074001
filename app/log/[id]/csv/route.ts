import { writtenLog } from "../../../../lib/http/kept-logs/written-log.ts";
import { guarded } from "../../../../lib/http/problem.ts";
import { readingsCsv } from "../../../../lib/inbound/log/csv.ts";

export const dynamic = "force-dynamic";

/** The kept table as CSV, for a spreadsheet. */
export const GET = guarded<RouteContext<"/log/[id]/csv">>(async (request, { params }) =>
  writtenLog((await params).id, request, "text/csv", ({ table }) => readingsCsv(table.readings)),
);
