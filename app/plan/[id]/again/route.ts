import { againPost } from "../../../../lib/http/plans/plan-routes.ts";

export const dynamic = "force-dynamic";

export const POST = againPost("plan");
