import { askMaker, makerOf } from "../../../../lib/http/maker-page.ts";
import { plainPage } from "../../../../lib/http/plain-page.ts";
import { guarded, missingPage, problemStatus } from "../../../../lib/http/problem.ts";
import { readBody } from "../../../../lib/http/request-body.ts";
import { readPool, removePool } from "../../../../lib/service/pools/read-pool.ts";

export const dynamic = "force-dynamic";

type Context = RouteContext<"/pool/[id]/delete">;

/** Asks before it deletes, as for a report: the browser that made the pool also gets the link by which others can. */
export const GET = guarded<Context>(async (request, { params }) => {
  const { id } = await params;
  const page = pageOf(id);
  const reading = await readPool(id);
  if (reading.kind !== "pool") return missingPage(reading, page);
  return askMaker(request, {
    page,
    act: "delete",
    button: "Delete this pool for good",
    question: "Delete this pool? Its link will then answer that it is gone.",
    ours: "This browser made the pool and can delete it.",
    forbidden: forbidden(page),
  });
});

/** Deletes a pool for the one who made it, and shows that it is gone. */
export const POST = guarded<Context>(async (request, { params }) => {
  const { id } = await params;
  const page = pageOf(id);
  const token = makerOf(request, new URLSearchParams(await readBody(request)));
  const removed = token ? await removePool(id, token) : "forbidden";
  if (removed === "forbidden") return forbidden(page);
  return new Response(null, { status: 303, headers: { location: page.href } });
});

const forbidden = (page: ReturnType<typeof pageOf>) =>
  plainPage(
    "A pool can only be deleted with the browser that made it, or by the link that this browser can show.",
    page,
    { status: problemStatus("delete-forbidden") },
  );

const pageOf = (id: string) => ({ href: `/pool/${encodeURIComponent(id)}`, text: "Back to the pool" });
