import { jsonResponse } from "../../lib/http/json.ts";
import { guarded } from "../../lib/http/problem.ts";
import { readiness } from "../../lib/service/readiness.ts";

export const dynamic = "force-dynamic";

/** For load balancers: whether checks can be started here, and what stands in their way. */
export const GET = guarded(async () => {
  const { ready, checks } = await readiness();
  const headers = { "cache-control": "no-store", ...(ready ? {} : { "retry-after": "10" }) };
  return jsonResponse({ status: ready ? "ready" : "not-ready", checks }, { status: ready ? 200 : 503, headers });
});
