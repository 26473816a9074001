import { health, readiness } from "../service/readiness.ts";
import { jsonResponse } from "./json.ts";
import { guarded } from "./problem.ts";

/** For load balancers: we answer, and so does the store. */
export const healthz = guarded(async () => jsonResponse(await health(), { headers: { "cache-control": "no-store" } }));

/** For load balancers: whether checks can be started here, and what stands in their way. */
export const readyz = guarded(async () => {
  const { ready, checks } = await readiness();
  const headers = { "cache-control": "no-store", ...(ready ? {} : { "retry-after": "10" }) };
  return jsonResponse({ status: ready ? "ready" : "not-ready", checks }, { status: ready ? 200 : 503, headers });
});
