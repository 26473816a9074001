import { originOf } from "../../../../lib/http/headers.ts";
import { makerCookieIn } from "../../../../lib/http/maker-token.ts";
import { plainPage } from "../../../../lib/http/plain-page.ts";
import { guarded, problemStatus, problemTitle } from "../../../../lib/http/problem.ts";
import { isFromHere } from "../../../../lib/http/same-site.ts";
import { cancel, follow } from "../../../../lib/service/live/read-report.ts";

export const dynamic = "force-dynamic";

/** The page's button: stops the check and redirects to its report, which is then finished. */
export const POST = guarded<RouteContext<"/r/[id]/cancel">>(async (request, { params }) => {
  const { id } = await params;
  const page = { href: `/r/${encodeURIComponent(id)}`, text: "Back to the report" };
  const isOurs = isFromHere(request.headers, originOf(request.headers));
  const code = isOurs ? await stop(id, makerCookieIn(request.headers)) : "cross-site";
  if (code) return plainPage(problemTitle(code), page, { status: problemStatus(code) });
  for await (const _ of follow(id));
  return new Response(null, { status: 303, headers: { location: page.href } });
});

/** What keeps the check from being stopped. One that is over already is what the reader wanted. */
async function stop(id: string, token: string | undefined) {
  switch (await cancel(id, token)) {
    case "shared":
      return "others-wait";
    case "forbidden":
      return "cancel-forbidden";
    case "unreachable":
      return "unreachable";
    default:
      return undefined;
  }
}
