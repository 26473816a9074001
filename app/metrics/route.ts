import { guarded } from "../../lib/http/problem.ts";
import { metricsText } from "../../lib/service/metrics.ts";

export const dynamic = "force-dynamic";

/** For Prometheus: counts and times, and nothing about anybody who asks. */
export const GET = guarded(async () => {
  const { text, type } = await metricsText();
  return new Response(text, { headers: { "content-type": type, "cache-control": "no-store" } });
});
