import { deleteGet, deletePost } from "../../../../lib/http/plans/plan-routes.ts";

export const dynamic = "force-dynamic";

export const GET = deleteGet("move");
export const POST = deletePost("move");
