import { forAnybody, preflight } from "../../../../../lib/http/cors.ts";
import { keptLogResponse } from "../../../../../lib/http/kept-logs/written-log.ts";
import { makerTokenIn } from "../../../../../lib/http/maker-token.ts";
import { guarded, missing, problem } from "../../../../../lib/http/problem.ts";
import { readKeptLog, removeKeptLog } from "../../../../../lib/service/kept-logs/read-kept-log.ts";

export const dynamic = "force-dynamic";

type Context = RouteContext<"/api/v1/logs/[id]">;

/** The table of a log that was kept. */
export const GET = guarded<Context>(async (request, { params }) =>
  forAnybody(await keptLogResponse((await params).id, request)),
);

/** Deletes it for good, with its maker's token as `Authorization: Bearer`. */
export const DELETE = guarded<Context>(async (request, { params }) => {
  const { id } = await params;
  const said = await removeKeptLog(id, makerTokenIn(request.headers) ?? "");
  if (said === "removed") return new Response(null, { status: 204 });
  if (said === "forbidden") return problem("delete-forbidden");
  return missing(await readKeptLog(id));
});

export const OPTIONS = preflight;
