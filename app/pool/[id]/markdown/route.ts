import { poolMarkdown } from "../../../../lib/checks/index.ts";
import { writtenPool } from "../../../../lib/http/pools/written-pool.ts";
import { guarded } from "../../../../lib/http/problem.ts";

export const dynamic = "force-dynamic";

/** The pool as Markdown, for an issue or a wiki. */
export const GET = guarded<RouteContext<"/pool/[id]/markdown">>(async (request, { params }) =>
  writtenPool((await params).id, request, "text/markdown", poolMarkdown),
);
