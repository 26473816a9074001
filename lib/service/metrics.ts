import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Report } from "../checks/index.ts";
import { places } from "./live/places.ts";
import { shared } from "./shared.ts";

/** Seconds: from a cached answer to a check that used all of its time. */
const BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40];

function create() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: "nameplate_" });
  new Gauge({
    ...{ name: "nameplate_checks_running", help: "Checks that run in this process.", registers },
    collect() {
      this.set(places().taken);
    },
  });
  new Gauge({
    ...{ name: "nameplate_checks_waiting", help: "Checks that wait for a place.", registers },
    collect() {
      this.set(places().waiting);
    },
  });
  return {
    registry,
    checks: new Counter({
      ...{ name: "nameplate_checks_total", help: "Checks by how they ended.", registers },
      labelNames: ["ended"],
    }),
    turnedAway: new Counter({
      ...{ name: "nameplate_checks_refused_total", help: "Checks that were not started, by reason.", registers },
      labelNames: ["reason"],
      collect: takeCounted,
    }),
    stages: new Histogram({
      ...{ name: "nameplate_stage_seconds", help: "How long stages of checks took.", registers },
      labelNames: ["stage"],
      buckets: BUCKETS,
    }),
    lookups: new Counter({
      ...{ name: "nameplate_dns_lookups_total", help: "DNS lookups by outcome and server.", registers },
      labelNames: ["rcode", "server"],
    }),
    sessions: new Counter({
      ...{ name: "nameplate_smtp_sessions_total", help: "SMTP sessions by result.", registers },
      labelNames: ["result"],
    }),
    budgets: new Counter({
      ...{ name: "nameplate_budgets_exhausted_total", help: "Checks that left something out, by budget.", registers },
      labelNames: ["budget"],
    }),
    pages: new Counter({
      ...{ name: "nameplate_page_cache_total", help: "Pages from memory and those rendered.", registers },
      labelNames: ["result"],
      collect: takeCounted,
    }),
  };
}

const metrics = () => shared("metrics", create);

interface Port25 {
  seen: "works" | "blocked" | "unknown";
}
const port25 = (): Port25 => shared("port25", () => ({ seen: "unknown" }));

/** What checks have lately learnt of port 25 at our side. */
export const port25Seen = (): Port25["seen"] => port25().seen;

/** What another thread has counted since it was asked the last time. */
interface Counted {
  readonly pages: number;
  readonly refusals: number;
}
const elsewhere = () => shared("metrics.elsewhere", () => new Set<() => Counted>());

/** Has what another thread counts added whenever somebody reads the metrics: pages from memory, and refusals for "full". */
export const countedElsewhere = (take: () => Counted): unknown => elsewhere().add(take);

function takeCounted(): void {
  for (const take of elsewhere()) {
    const { pages, refusals } = take();
    if (pages > 0) metrics().pages.inc({ result: "hit" }, pages);
    if (refusals > 0) metrics().turnedAway.inc({ reason: "full" }, refusals);
  }
}

/** Counts a check that has ended. */
export function countCheck(report: Report): void {
  const { checks, stages, lookups, sessions, budgets } = metrics();
  checks.inc({ ended: report.ended ?? "unknown" });
  stages.observe({ stage: "check" }, report.durationMs / 1000);
  const { resolvers } = report.vantage;
  for (const { rcode, server, ms } of report.lookups) {
    // Servers of others are as many as there are zones: only our own resolvers are told apart.
    lookups.inc({ rcode, server: resolvers.includes(server) ? server : "authoritative" });
    stages.observe({ stage: "dns" }, ms / 1000);
  }
  for (const { connection, ms, port25: said } of report.sessions) {
    sessions.inc({ result: connection });
    if (connection !== "limit") stages.observe({ stage: "smtp" }, ms / 1000);
    if (connection === "open") port25().seen = "works";
    else if (said === "works" || said === "blocked") port25().seen = said;
  }
  for (const [budget, count] of Object.entries(report.leftOut ?? {})) if (count > 0) budgets.inc({ budget });
}

/** Counts a check that was asked for and not started. */
export const countRefusal = (reason: string): void => metrics().turnedAway.inc({ reason });

/** Counts a page that was kept, or had to be rendered. */
export const countPage = (result: "hit" | "miss"): void => metrics().pages.inc({ result });

/** All of it in the text format of Prometheus, and its media type. */
export async function metricsText(): Promise<{ readonly text: string; readonly type: string }> {
  const { registry } = metrics();
  return { text: await registry.metrics(), type: registry.contentType };
}
