import { originOf } from "../../../../../../lib/http/headers.ts";
import { makerTokenIn } from "../../../../../../lib/http/maker-token.ts";
import { poolResponse } from "../../../../../../lib/http/pools/pool-body.ts";
import { guarded, missing, problem } from "../../../../../../lib/http/problem.ts";
import { isFromHere } from "../../../../../../lib/http/same-site.ts";
import { cancelPool, readPool } from "../../../../../../lib/service/pools/read-pool.ts";

export const dynamic = "force-dynamic";

/** Cancels a running pool with its maker's token: what nobody has looked at is not looked at. */
export const POST = guarded<RouteContext<"/api/v1/pools/[id]/cancel">>(async (request, { params }) => {
  const { id } = await params;
  if (!isFromHere(request.headers, originOf(request.headers))) return problem("cross-site");
  switch (await cancelPool(id, makerTokenIn(request.headers) ?? "")) {
    case "cancelled":
      return poolResponse(id, request);
    case "over":
      return problem("not-running", { detail: "The pool is over." });
    case "forbidden":
      return problem("delete-forbidden", { detail: "Only its maker's token cancels a pool." });
    case "gone":
    case "unknown":
      return missing(await readPool(id));
  }
});
