import { forAnybody, preflight } from "../../../../../lib/http/cors.ts";
import { makerTokenIn } from "../../../../../lib/http/maker-token.ts";
import { wantsStream } from "../../../../../lib/http/ndjson.ts";
import { poolResponse, poolStream } from "../../../../../lib/http/pools/pool-body.ts";
import { guarded, missing, problem } from "../../../../../lib/http/problem.ts";
import { readPool, removePool } from "../../../../../lib/service/pools/read-pool.ts";

export const dynamic = "force-dynamic";

type Context = RouteContext<"/api/v1/pools/[id]">;

/** A pool, as it stands or as it was; with `Accept: application/x-ndjson` its rows as they are looked at. */
export const GET = guarded<Context>(async (request, { params }) => {
  const { id } = await params;
  const response = await (wantsStream(request.headers) ? stream(id, request) : poolResponse(id, request));
  return forAnybody(response);
});

async function stream(id: string, request: Request): Promise<Response> {
  const reading = await readPool(id);
  return reading.kind === "pool" ? poolStream(id, request) : missing(reading);
}

/** Deletes a pool for good, with its maker's token as `Authorization: Bearer`. */
export const DELETE = guarded<Context>(async (request, { params }) => {
  const { id } = await params;
  const said = await removePool(id, makerTokenIn(request.headers) ?? "");
  if (said === "removed") return new Response(null, { status: 204 });
  if (said === "forbidden") return problem("delete-forbidden");
  return missing(await readPool(id));
});

export const OPTIONS = preflight;
