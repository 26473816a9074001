import { originOf } from "../../../../lib/http/headers.ts";
import { makerCookieIn, makerTokenOf } from "../../../../lib/http/maker-token.ts";
import { plainForm, plainPage, START_PAGE } from "../../../../lib/http/plain-page.ts";
import { guarded, problemStatus, problemTitle } from "../../../../lib/http/problem.ts";
import { readBody } from "../../../../lib/http/request-body.ts";
import { isFromHere } from "../../../../lib/http/same-site.ts";
import { readPool, removePool } from "../../../../lib/service/pools/read-pool.ts";

export const dynamic = "force-dynamic";

type Context = RouteContext<"/pool/[id]/delete">;

const FORBIDDEN =
  "A pool can only be deleted with the browser that made it, or by the link that this browser can show.";

/** Asks before it deletes, as for a report: the browser that made the pool also gets the link by which others can. */
export const GET = guarded<Context>(async (request, { params }) => {
  const { id } = await params;
  const page = pageOf(id);
  const reading = await readPool(id);
  if (reading.kind === "unknown") return plainPage(problemTitle("not-found"), START_PAGE, { status: 404 });
  if (reading.kind === "gone") return plainPage(GONE[reading.why], page, { status: problemStatus(reading.why) });
  const linked = makerTokenOf(new URL(request.url).searchParams);
  const token = linked ?? makerCookieIn(request.headers);
  if (!token) return plainPage(FORBIDDEN, page, { status: problemStatus("delete-forbidden") });
  const form = { action: `${page.href}/delete`, button: "Delete this pool for good", fields: { token } };
  if (linked)
    return plainForm("Delete this pool? Its link will then answer that it is gone.", form, page, { status: 200 });
  const keep = `${originOf(request.headers)}${page.href}/delete?token=${token}`;
  return plainForm(
    "This browser made the pool and can delete it. So can anyone with this link: keep it to yourself.",
    form,
    page,
    { status: 200, keep },
  );
});

/** Deletes a pool for the one who made it, and shows that it is gone. */
export const POST = guarded<Context>(async (request, { params }) => {
  const { id } = await params;
  const page = pageOf(id);
  const token = makerTokenOf(new URLSearchParams(await readBody(request))) ?? makerCookieIn(request.headers);
  const isOurs = isFromHere(request.headers, originOf(request.headers));
  const removed = token && isOurs ? await removePool(id, token) : "forbidden";
  if (removed === "forbidden") return plainPage(FORBIDDEN, page, { status: problemStatus("delete-forbidden") });
  return new Response(null, { status: 303, headers: { location: page.href } });
});

const GONE = {
  deleted: "This pool was deleted by its maker.",
  expired: "This pool was kept for as long as this service keeps reports, and is gone.",
} as const;

const pageOf = (id: string) => ({ href: `/pool/${encodeURIComponent(id)}`, text: "Back to the pool" });
