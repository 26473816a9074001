import { guarded, problem } from "../../../../lib/http/problem.ts";

export const dynamic = "force-dynamic";

/** Whatever else is asked for under `/api/v1`: programs are told in their own form that nothing is there. */
export const GET = guarded(() => problem("not-found"));
