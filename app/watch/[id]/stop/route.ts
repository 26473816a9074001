import { originOf } from "../../../../lib/http/headers.ts";
import { makerCookieIn, makerTokenOf } from "../../../../lib/http/maker-token.ts";
import { MANAGED } from "../../../../lib/http/manage-watch.ts";
import { plainForm, plainPage } from "../../../../lib/http/plain-page.ts";
import { guarded, problemStatus, problemTitle } from "../../../../lib/http/problem.ts";
import { readBody } from "../../../../lib/http/request-body.ts";
import { isFromHere } from "../../../../lib/http/same-site.ts";
import { watchPageAt } from "../../../../lib/http/watch-pages.ts";
import { stopWatch } from "../../../../lib/service/watches/end-watch.ts";

export const dynamic = "force-dynamic";

type Context = RouteContext<"/watch/[id]/stop">;

/** Asks before it stops a watch, and gives its maker the link by which that works elsewhere, too. */
export const GET = guarded<Context>(async (request, { params }) => {
  const { id } = await params;
  const { page, missing, forbidden } = await watchPageAt(id, request);
  if (missing) return missing;
  const linked = makerTokenOf(new URL(request.url).searchParams);
  const token = linked ?? makerCookieIn(request.headers);
  if (!token) return forbidden;
  const form = { action: `${page.href}/stop`, button: "Stop this watch", fields: { token } };
  if (linked) return plainForm("Stop this watch? What it has seen stays readable.", form, page, { status: 200 });
  return plainForm(
    "This browser started the watch and can stop it. So can anyone with this link: keep it to yourself.",
    form,
    page,
    { status: 200, keep: `${originOf(request.headers)}${page.href}/stop?token=${token}` },
  );
});

/** Stops a watch for the one who made it, and shows it. */
export const POST = guarded<Context>(async (request, { params }) => {
  const { id } = await params;
  const { page, forbidden } = await watchPageAt(id, request);
  const token = makerTokenOf(new URLSearchParams(await readBody(request))) ?? makerCookieIn(request.headers);
  if (!isFromHere(request.headers, originOf(request.headers))) return forbidden;
  const managed = await stopWatch(id, token);
  if (managed === "forbidden") return forbidden;
  if (managed !== "done")
    return plainPage(problemTitle(MANAGED[managed]), page, { status: problemStatus(MANAGED[managed]) });
  return new Response(null, { status: 303, headers: { location: page.href } });
});
