import { forAnybody, preflight } from "../../../../../lib/http/cors.ts";
import { watchResponse } from "../../../../../lib/http/manage-watch.ts";
import { guarded } from "../../../../../lib/http/problem.ts";

export const dynamic = "force-dynamic";

/** A watch as it stands: what it waits for, what it has seen, when it looks again. */
export const GET = guarded<RouteContext<"/api/v1/watches/[id]">>(async (request, { params }) => {
  const response = await watchResponse((await params).id, request);
  return forAnybody(response);
});

export const OPTIONS = preflight;
