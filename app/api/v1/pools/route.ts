import { poolRequest } from "../../../../lib/checks/index.ts";
import { readJsonRequest } from "../../../../lib/http/json-request.ts";
import { wantsStream } from "../../../../lib/http/ndjson.ts";
import { poolResponse, poolStream } from "../../../../lib/http/pools/pool-body.ts";
import { MAX_POOL_BYTES, startPool, tooManyPools } from "../../../../lib/http/pools/start-pool.ts";
import { guarded, problem } from "../../../../lib/http/problem.ts";
import { problemMembers } from "../../../../lib/http/start.ts";

export const dynamic = "force-dynamic";

/** Starts a pool and answers at once; with `Accept: application/x-ndjson` row by row. */
export const POST = guarded(async (request) => {
  const read = await readJsonRequest(request, poolRequest, '{"targets": ["203.0.113.0/27"]}', MAX_POOL_BYTES);
  if (!read.ok) return read.response;
  const { selectors, ...rest } = read.data;
  const starting = await startPool(request, { ...rest, selector: selectors });
  const { headers } = starting;
  if (!starting.ok) {
    const { code, problems } = starting;
    const detail = code === "too-many" ? { detail: tooManyPools() } : {};
    return problem(code, { headers, ...detail, ...problemMembers(problems) });
  }
  headers.set("location", `/api/v1/pools/${starting.id}`);
  headers.set("nameplate-delete-token", starting.deleteToken);
  const respond = wantsStream(request.headers) ? poolStream : poolResponse;
  return respond(starting.id, request, { status: 202, headers });
});
