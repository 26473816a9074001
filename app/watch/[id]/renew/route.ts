import { clientOf, originOf } from "../../../../lib/http/headers.ts";
import { makerCookieIn } from "../../../../lib/http/maker-token.ts";
import { managedPage } from "../../../../lib/http/manage-watch.ts";
import { guarded } from "../../../../lib/http/problem.ts";
import { isFromHere } from "../../../../lib/http/same-site.ts";
import { watchPageAt } from "../../../../lib/http/watch-pages.ts";
import { renewWatch } from "../../../../lib/service/watches/end-watch.ts";

export const dynamic = "force-dynamic";

/** The page's button: lets a watch go on, for the browser that started it. */
export const POST = guarded<RouteContext<"/watch/[id]/renew">>(async (request, { params }) => {
  const { id } = await params;
  const { page, forbidden } = await watchPageAt(id, request);
  if (!isFromHere(request.headers, originOf(request.headers))) return forbidden;
  const managed = await renewWatch(id, makerCookieIn(request.headers), clientOf(request.headers));
  if (managed === "forbidden") return forbidden;
  if (managed !== "done") return managedPage(managed, page);
  return new Response(null, { status: 303, headers: { location: page.href } });
});
