import { originOf } from "../../../../lib/http/headers.ts";
import { makerCookieIn } from "../../../../lib/http/maker-token.ts";
import { plainPage, START_PAGE } from "../../../../lib/http/plain-page.ts";
import { guarded, problemStatus, problemTitle } from "../../../../lib/http/problem.ts";
import { isFromHere } from "../../../../lib/http/same-site.ts";
import { cancelPool } from "../../../../lib/service/pools/read-pool.ts";

export const dynamic = "force-dynamic";

const FORBIDDEN = "A pool can only be stopped with the browser that started it.";

/** The page's button: stops the pool for its maker, and redirects to it. One that is over is what the reader wanted. */
export const POST = guarded<RouteContext<"/pool/[id]/cancel">>(async (request, { params }) => {
  const { id } = await params;
  const page = { href: `/pool/${encodeURIComponent(id)}`, text: "Back to the pool" };
  if (!isFromHere(request.headers, originOf(request.headers)))
    return plainPage(problemTitle("cross-site"), page, { status: problemStatus("cross-site") });
  const done = await cancelPool(id, makerCookieIn(request.headers) ?? "");
  if (done === "unknown") return plainPage(problemTitle("not-found"), START_PAGE, { status: 404 });
  if (done === "forbidden") return plainPage(FORBIDDEN, page, { status: problemStatus("cancel-forbidden") });
  return new Response(null, { status: 303, headers: { location: page.href } });
});
