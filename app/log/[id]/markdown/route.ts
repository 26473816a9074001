import { writtenLog } from "../../../../lib/http/kept-logs/written-log.ts";
import { guarded } from "../../../../lib/http/problem.ts";
import { logMarkdown } from "../../../../lib/inbound/log/log-markdown.ts";

export const dynamic = "force-dynamic";

/** The kept table as Markdown, for an issue or a wiki. */
export const GET = guarded<RouteContext<"/log/[id]/markdown">>(async (request, { params }) =>
  writtenLog((await params).id, request, "text/markdown", ({ table }, url) => logMarkdown(table, url)),
);
