import { makeGet, makePost } from "../../../lib/http/plans/plan-routes.ts";

export const dynamic = "force-dynamic";

export const GET = makeGet("plan");
export const POST = makePost("plan");
