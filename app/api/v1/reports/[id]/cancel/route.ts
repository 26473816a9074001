import { originOf } from "../../../../../../lib/http/headers.ts";
import { makerTokenIn } from "../../../../../../lib/http/maker-token.ts";
import { guarded, missing, problem, retryAfter } from "../../../../../../lib/http/problem.ts";
import { reportResponse } from "../../../../../../lib/http/report-body.ts";
import { isFromHere } from "../../../../../../lib/http/same-site.ts";
import { cancel, follow, readReport } from "../../../../../../lib/service/live/read-report.ts";

export const dynamic = "force-dynamic";

/**
 * Stops a running check: what is open becomes unknown, and the report is finished. With its maker's token from anywhere
 * and always; without one from our own pages or a program, and not where somebody else waits for it.
 */
export const POST = guarded<RouteContext<"/api/v1/reports/[id]/cancel">>(async (request, { params }) => {
  const { id } = await params;
  const token = makerTokenIn(request.headers);
  if (!token && !isFromHere(request.headers, originOf(request.headers))) return problem("cross-site");
  const reading = await readReport(id);
  if (reading.kind !== "report") return missing(reading);
  const said = await cancel(id, token);
  if (said === "forbidden") return problem("cancel-forbidden");
  if (said === "unreachable") return problem("unreachable", { headers: retryAfter("unreachable") });
  if (said === "shared") return problem("others-wait");
  if (said === "over") return problem("not-running");
  for await (const _ of follow(id));
  return reportResponse(id, request);
});
