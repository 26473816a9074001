import { BADGE_FRESH_MS, badgeOf, badgeSvg, targetPath } from "../../../lib/checks/index.ts";
import { ANYBODY } from "../../../lib/http/cors.ts";
import { decoded } from "../../../lib/http/decoded.ts";
import { guarded, problem } from "../../../lib/http/problem.ts";
import { latestOf } from "../../../lib/service/live/history.ts";
import { readAsk } from "../../../lib/service/request.ts";
import { vantage } from "../../../lib/service/service-vantage.ts";

export const dynamic = "force-dynamic";

/** How long caches may show it again, in seconds. */
const MAX_AGE = 300;

/** `/badge/<target>.svg`: the latest plain report of a target as a picture for pages elsewhere. It starts nothing. */
export const GET = guarded<RouteContext<"/badge/[file]">>(async (_, { params }) => {
  const [, text] = /^(.+)\.svg$/.exec(decoded((await params).file)) ?? [];
  const reading = text ? readAsk({ target: text }, vantage()) : undefined;
  if (!reading?.ok) return problem("not-found");
  const path = targetPath(reading.target);
  const now = Date.now();
  const latest = await latestOf(path);
  // No cache may keep a verdict beyond the time it may stand.
  const left = latest ? Math.floor((latest.seenAt + BADGE_FRESH_MS - now) / 1000) : MAX_AGE;
  const age = left > 0 ? Math.min(left, MAX_AGE) : MAX_AGE;
  return new Response(badgeSvg(badgeOf(latest, now), path), {
    headers: { ...ANYBODY, "content-type": "image/svg+xml; charset=utf-8", "cache-control": `public, max-age=${age}` },
  });
});
