import { planPost } from "../../../../lib/http/plans/plan-api.ts";

export const dynamic = "force-dynamic";

export const POST = planPost;
