import { jsonResponse } from "../../lib/http/json.ts";
import { guarded } from "../../lib/http/problem.ts";
import { health } from "../../lib/service/readiness.ts";

export const dynamic = "force-dynamic";

/** For load balancers: we answer, and so does the store. */
export const GET = guarded(async () => jsonResponse(await health(), { headers: { "cache-control": "no-store" } }));
