import { manageWatch } from "../../../../../../lib/http/manage-watch.ts";
import { guarded } from "../../../../../../lib/http/problem.ts";
import { renewWatch } from "../../../../../../lib/service/watches/end-watch.ts";

export const dynamic = "force-dynamic";

/** Renews a watch, with its maker's token. */
export const POST = guarded<RouteContext<"/api/v1/watches/[id]/renew">>(async (request, { params }) =>
  manageWatch((await params).id, request, renewWatch),
);
