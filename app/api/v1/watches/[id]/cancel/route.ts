import { manageWatch } from "../../../../../../lib/http/manage-watch.ts";
import { guarded } from "../../../../../../lib/http/problem.ts";
import { stopWatch } from "../../../../../../lib/service/watches/end-watch.ts";

export const dynamic = "force-dynamic";

/** Stops a watch, with its maker's token. */
export const POST = guarded<RouteContext<"/api/v1/watches/[id]/cancel">>(async (request, { params }) =>
  manageWatch((await params).id, request, stopWatch),
);
