import { reportMarkdown } from "../../../../lib/checks/index.ts";
import { guarded } from "../../../../lib/http/problem.ts";
import { writtenReport } from "../../../../lib/http/written-report.ts";

export const dynamic = "force-dynamic";

/** The report as Markdown, for an issue or a wiki. */
export const GET = guarded<RouteContext<"/r/[id]/markdown">>(async (request, { params }) =>
  writtenReport((await params).id, request, "text/markdown", reportMarkdown),
);
