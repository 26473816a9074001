import { countsJson, headlineJson, type Json, targetPath } from "../../../../../../lib/checks/index.ts";
import type { targetReports } from "../../../../../../lib/http/api/schemas.ts";
import { ANYBODY, preflight } from "../../../../../../lib/http/cors.ts";
import { decoded } from "../../../../../../lib/http/decoded.ts";
import { originOf } from "../../../../../../lib/http/headers.ts";
import { jsonResponse } from "../../../../../../lib/http/json.ts";
import { guarded, problem } from "../../../../../../lib/http/problem.ts";
import { fieldProblems, problemMembers } from "../../../../../../lib/http/start.ts";
import { historyOf } from "../../../../../../lib/service/live/history.ts";
import { readAsk } from "../../../../../../lib/service/request.ts";
import { vantage } from "../../../../../../lib/service/service-vantage.ts";

export const dynamic = "force-dynamic";

/** As many as somebody looks through. */
const MAX_REPORTS = 50;

/** Earlier reports of a target, latest first: those made from the plain target, as `/check/<target>` lists them. */
export const GET = guarded<RouteContext<"/api/v1/targets/[target]/reports">>(async (request, { params }) => {
  const reading = readAsk({ target: decoded((await params).target) }, vantage());
  if (!reading.ok) {
    return problem("invalid-target", { headers: ANYBODY, ...problemMembers(fieldProblems(reading.problems)) });
  }
  const path = targetPath(reading.target);
  const origin = originOf(request.headers);
  const reports = (await historyOf(path, MAX_REPORTS)).map(({ id, seenAt, ended, headline, counts }) => ({
    id,
    url: `${origin}/r/${id}`,
    seenAt: new Date(seenAt).toISOString(),
    ...(ended ? { ended } : {}),
    headline: headlineJson(headline),
    counts: countsJson(counts),
  }));
  const body: Json<typeof targetReports> = { path, reports };
  return jsonResponse(body, { headers: { ...ANYBODY, "cache-control": "no-store" } });
});

export const OPTIONS = preflight;
