import { preflight } from "../../../../../lib/http/cors.ts";
import { planDelete, planGet } from "../../../../../lib/http/plans/plan-api.ts";

export const dynamic = "force-dynamic";

export const GET = planGet("plan");
export const DELETE = planDelete("plan");
export const OPTIONS = preflight;
