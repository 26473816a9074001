import { atomFeed } from "../../../../lib/http/atom.ts";
import { ANYBODY } from "../../../../lib/http/cors.ts";
import { originOf } from "../../../../lib/http/headers.ts";
import { guarded, problem } from "../../../../lib/http/problem.ts";
import { readWatchAt } from "../../../../lib/service/watches/read-watch.ts";

export const dynamic = "force-dynamic";

/** What a watch has seen, for feed readers. */
export const GET = guarded<RouteContext<"/watch/[id]/atom">>(async ({ headers }, { params }) => {
  const found = await readWatchAt((await params).id, originOf(headers));
  if (found.kind !== "watch") return problem(found.kind === "gone" ? "watch-gone" : "not-found");
  return new Response(atomFeed(found.watch), {
    headers: { ...ANYBODY, "content-type": "application/atom+xml; charset=utf-8", "cache-control": "no-cache" },
  });
});
