import { askMaker, makerOf } from "../../../../lib/http/maker-page.ts";
import { plainPage } from "../../../../lib/http/plain-page.ts";
import { guarded, missingPage, problemStatus } from "../../../../lib/http/problem.ts";
import { readBody } from "../../../../lib/http/request-body.ts";
import { readKeptLog, removeKeptLog } from "../../../../lib/service/kept-logs/read-kept-log.ts";

export const dynamic = "force-dynamic";

type Context = RouteContext<"/log/[id]/delete">;

/** Asks before it deletes, as for a report: the browser that kept the table also gets the link by which others can. */
export const GET = guarded<Context>(async (request, { params }) => {
  const { id } = await params;
  const page = pageOf(id);
  const reading = await readKeptLog(id);
  if (reading.kind !== "log") return missingPage(reading, page);
  return askMaker(request, {
    page,
    act: "delete",
    button: "Delete this table for good",
    question: "Delete this table? Its link will then answer that it is gone.",
    ours: "This browser kept the table and can delete it.",
    forbidden: forbidden(page),
  });
});

/** Deletes a table for the one who kept it, and shows that it is gone. */
export const POST = guarded<Context>(async (request, { params }) => {
  const { id } = await params;
  const page = pageOf(id);
  const token = makerOf(request, new URLSearchParams(await readBody(request)));
  const removed = token ? await removeKeptLog(id, token) : "forbidden";
  if (removed === "forbidden") return forbidden(page);
  return new Response(null, { status: 303, headers: { location: page.href } });
});

const forbidden = (page: ReturnType<typeof pageOf>) =>
  plainPage(
    "A table can only be deleted with the browser that kept it, or by the link that this browser can show.",
    page,
    { status: problemStatus("delete-forbidden") },
  );

const pageOf = (id: string) => ({ href: `/log/${encodeURIComponent(id)}`, text: "Back to the table" });
