import { deleteTokenIn } from "../../../../lib/http/delete-cookie.ts";
import { originOf } from "../../../../lib/http/headers.ts";
import { plainPage } from "../../../../lib/http/plain-page.ts";
import { guarded, problemStatus } from "../../../../lib/http/problem.ts";
import { isFromHere } from "../../../../lib/http/same-site.ts";
import { store } from "../../../../lib/store/current.ts";

export const dynamic = "force-dynamic";

/** Deletes a report for the one who made it with this browser, and shows that it is gone. */
export const POST = guarded<RouteContext<"/r/[id]/delete">>(async (request, { params }) => {
  const { id } = await params;
  const page = { href: `/r/${encodeURIComponent(id)}`, text: "Back to the report" };
  const token = deleteTokenIn(request.headers);
  const isOurs = isFromHere(request.headers, originOf(request.headers));
  const removed = token && isOurs ? await (await store()).remove(id, token) : "forbidden";
  if (removed === "forbidden")
    return plainPage("A report can only be deleted with the browser that made it.", page, {
      status: problemStatus("delete-forbidden"),
    });
  return new Response(null, { status: 303, headers: { location: page.href } });
});
