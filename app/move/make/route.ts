import { makeGet, makePost } from "../../../lib/http/plans/plan-routes.ts";

export const dynamic = "force-dynamic";

export const GET = makeGet("move");
export const POST = makePost("move");
