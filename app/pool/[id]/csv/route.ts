import { poolCsv } from "../../../../lib/checks/index.ts";
import { writtenPool } from "../../../../lib/http/pools/written-pool.ts";
import { guarded } from "../../../../lib/http/problem.ts";

export const dynamic = "force-dynamic";

/** The pool as CSV, for a spreadsheet. */
export const GET = guarded<RouteContext<"/pool/[id]/csv">>(async (request, { params }) =>
  writtenPool((await params).id, request, "text/csv", poolCsv),
);
