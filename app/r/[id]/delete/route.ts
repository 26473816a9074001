import { deleteForbidden } from "../../../../lib/http/delete-pages.ts";
import { askMaker, makerOf } from "../../../../lib/http/maker-page.ts";
import { makerCookie } from "../../../../lib/http/maker-token.ts";
import { type Link, plainPage, START_PAGE } from "../../../../lib/http/plain-page.ts";
import { guarded, missingPage, problemStatus } from "../../../../lib/http/problem.ts";
import { readBody } from "../../../../lib/http/request-body.ts";
import { readReport } from "../../../../lib/service/live/read-report.ts";
import { store } from "../../../../lib/service/store/current.ts";
import { removeWithUndo } from "../../../../lib/service/store/undo.ts";

export const dynamic = "force-dynamic";

type Context = RouteContext<"/r/[id]/delete">;

const TOO_LATE = "A deleted report can be restored for one minute. That is over, and nothing is left of it.";

/** Asks before it deletes. */
export const GET = guarded<Context>(async (request, { params }) => {
  const { id } = await params;
  const page = pageOf(id);
  const reading = await readReport(id);
  if (reading.kind !== "report") return missingPage(reading, page);
  return askMaker(request, {
    page,
    act: "delete",
    button: "Delete this report for good",
    question: "Delete this report? Its link will then answer that it is gone. For one minute you can undo it.",
    ours: "This browser made the report and can delete it.",
    forbidden: forbidden(page),
  });
});

/**
 * Deletes a report for the one who made it, and shows that it is gone; for a minute that page can take it back (`undo`
 * in the form).
 */
export const POST = guarded<Context>(async (request, { params }) => {
  const { id } = await params;
  const page = pageOf(id);
  const form = new URLSearchParams(await readBody(request));
  const token = makerOf(request, form);
  if (!token) return forbidden(page);
  if (form.has("undo")) {
    const restored = await (await store()).restore(id, token);
    if (restored === "forbidden") return forbidden(page);
    if (restored === "late") return plainPage(TOO_LATE, START_PAGE, { status: problemStatus("deleted") });
    return new Response(null, { status: 303, headers: { location: page.href } });
  }
  const removed = await removeWithUndo(id, token);
  if (removed === "forbidden") return forbidden(page);
  if (removed !== "removed") return new Response(null, { status: 303, headers: { location: page.href } });
  const headers = new Headers({ location: `${page.href}?deleted` });
  // Who came by the link has to be known again where they take it back.
  headers.append("set-cookie", makerCookie(request, `/r/${id}`, token));
  return new Response(null, { status: 303, headers });
});

const forbidden = (page: Link) => deleteForbidden("A report", page);

const pageOf = (id: string) => ({ href: `/r/${encodeURIComponent(id)}`, text: "Back to the report" });
