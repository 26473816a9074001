import { comparePools, poolComparisonJson } from "../../../../../../../lib/checks/index.ts";
import { ANYBODY, preflight } from "../../../../../../../lib/http/cors.ts";
import { originOf } from "../../../../../../../lib/http/headers.ts";
import { jsonResponse } from "../../../../../../../lib/http/json.ts";
import { presented } from "../../../../../../../lib/http/pools/pool-body.ts";
import { guarded, missing } from "../../../../../../../lib/http/problem.ts";
import { readPool } from "../../../../../../../lib/service/pools/read-pool.ts";

export const dynamic = "force-dynamic";

/** What changed between two pools, or in one pool between two times. */
export const GET = guarded<RouteContext<"/api/v1/pools/[id]/compare/[other]">>(async ({ headers }, { params }) => {
  const { id, other } = await params;
  const [before, after] = await Promise.all([readPool(id), readPool(other)]);
  if (before.kind !== "pool") return missing(before);
  if (after.kind !== "pool") return missing(after);
  const comparison = comparePools(presented(id, before.pool, headers), presented(other, after.pool, headers));
  const body = poolComparisonJson(comparison, originOf(headers));
  return jsonResponse(body, { headers: { ...ANYBODY, "cache-control": "private, no-cache" } });
});

export const OPTIONS = preflight;
