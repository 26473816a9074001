import { askMaker, makerOf } from "../../../../lib/http/maker-page.ts";
import { managedPage } from "../../../../lib/http/manage-watch.ts";
import { guarded } from "../../../../lib/http/problem.ts";
import { readBody } from "../../../../lib/http/request-body.ts";
import { watchPageAt } from "../../../../lib/http/watch-pages.ts";
import { stopWatch } from "../../../../lib/service/watches/end-watch.ts";

export const dynamic = "force-dynamic";

type Context = RouteContext<"/watch/[id]/stop">;

/** Asks before it stops a watch, and gives its maker the link by which that works elsewhere, too. */
export const GET = guarded<Context>(async (request, { params }) => {
  const { id } = await params;
  const { page, missing, forbidden } = await watchPageAt(id, request);
  if (missing) return missing;
  return askMaker(request, {
    page,
    act: "stop",
    button: "Stop this watch",
    question: "Stop this watch? What it has seen stays readable.",
    ours: "This browser started the watch and can stop it.",
    forbidden,
  });
});

/** Stops a watch for the one who made it, and shows it. */
export const POST = guarded<Context>(async (request, { params }) => {
  const { id } = await params;
  const { page, forbidden } = await watchPageAt(id, request);
  const token = makerOf(request, new URLSearchParams(await readBody(request)));
  const managed = await stopWatch(id, token);
  if (managed === "forbidden") return forbidden;
  if (managed !== "done") return managedPage(managed, page);
  return new Response(null, { status: 303, headers: { location: page.href } });
});
