import { forAnybody, preflight } from "../../../../../lib/http/cors.ts";
import { makerTokenIn } from "../../../../../lib/http/maker-token.ts";
import { wantsStream } from "../../../../../lib/http/ndjson.ts";
import { guarded, missing, problem } from "../../../../../lib/http/problem.ts";
import { reportResponse, reportStream } from "../../../../../lib/http/report-body.ts";
import { readReport, whyMissing } from "../../../../../lib/service/live/read-report.ts";
import { store } from "../../../../../lib/service/store/current.ts";
import { isId } from "../../../../../lib/service/store/ids.ts";

export const dynamic = "force-dynamic";

type Context = RouteContext<"/api/v1/reports/[id]">;

/** A report, as it stands or as it was; with `Accept: application/x-ndjson` its verdicts as they are judged. */
export const GET = guarded<Context>(async (request, { params }) => {
  const { id } = await params;
  const response = await (wantsStream(request.headers) ? stream(id, request) : reportResponse(id, request));
  return forAnybody(response);
});

async function stream(id: string, request: Request): Promise<Response> {
  const why = await whyMissing(id);
  return why ? missing(why) : reportStream(id, request);
}

/** Deletes a report for good, with its maker's token as `Authorization: Bearer`. */
export const DELETE = guarded<Context>(async (request, { params }) => {
  const { id } = await params;
  const removed = isId(id) ? await (await store()).remove(id, makerTokenIn(request.headers) ?? "") : "unknown";
  switch (removed) {
    case "removed":
      return new Response(null, { status: 204 });
    case "forbidden":
      return problem("delete-forbidden");
    case "gone":
    case "unknown":
      return missing(await readReport(id));
  }
});

export const OPTIONS = preflight;
