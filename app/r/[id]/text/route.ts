import { reportText } from "../../../../lib/checks/index.ts";
import { guarded } from "../../../../lib/http/problem.ts";
import { writtenReport } from "../../../../lib/http/written-report.ts";

export const dynamic = "force-dynamic";

/** The report as plain text, for a ticket. */
export const GET = guarded<RouteContext<"/r/[id]/text">>(async (request, { params }) =>
  writtenReport((await params).id, request, "text/plain", reportText),
);
