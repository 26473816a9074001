import { plainPage } from "../../../../lib/http/plain-page.ts";
import { guarded, problemStatus } from "../../../../lib/http/problem.ts";

export const dynamic = "force-dynamic";

/** The form on a pool's page: the link of another pool, wherever in a text it stands, leads to what differs. */
export const GET = guarded<RouteContext<"/pool/[id]/compare">>(async (request, { params }) => {
  const { id } = await params;
  const page = `/pool/${encodeURIComponent(id)}`;
  const said = new URL(request.url).searchParams.get("with")?.trim() ?? "";
  const other = /(?:\/pool\/|^)([\w-]{22})(?![\w-])/.exec(said)?.[1];
  if (!other)
    return plainPage(
      "That is no link of a pool. It looks like this page's own, and ends in 22 letters and digits.",
      { href: page, text: "Back to the pool" },
      { status: problemStatus("invalid-target") },
    );
  // The other one was asked for as what this one is compared with: what it says is what was before.
  return new Response(null, { status: 303, headers: { location: `/pool/${other}/compare/${encodeURIComponent(id)}` } });
});
