import { forAnybody, preflight } from "../../../../../lib/http/cors.ts";
import { jsonResponse } from "../../../../../lib/http/json.ts";
import { listenJson, listenStream, readListen } from "../../../../../lib/http/listens.ts";
import { wantsStream } from "../../../../../lib/http/ndjson.ts";
import { guarded, problem } from "../../../../../lib/http/problem.ts";

export const dynamic = "force-dynamic";

/** Who has sent to an address; with `Accept: application/x-ndjson` as they come. */
export const GET = guarded<RouteContext<"/api/v1/listens/[id]">>(async (request, { params }) => {
  const { id } = await params;
  const held = await readListen(id);
  const response = held
    ? wantsStream(request.headers)
      ? listenStream(id, held, request.signal)
      : jsonResponse(listenJson(held), { headers: { "cache-control": "no-store", vary: "accept" } })
    : problem("not-found");
  return forAnybody(response);
});

export const OPTIONS = preflight;
