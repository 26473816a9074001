import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { startProcess } from "../lib/testing/started.ts";
import { type Measure, round } from "./measure.ts";
import { PLACES, type Said, TARGETS, type Told } from "./overload-told.ts";
import { percentile } from "./percentile.ts";
import { makeReport, startService } from "./service.ts";

/*
 * Ten times as many checks as the service can make, and readers of finished reports beside them. What they wait is
 * compared with what they wait before, in the same run; whoever is turned away is turned away at once; and soon after
 * the crowd has left everything is as it was. The crowd and the reader are a process each.
 */

const WAITING = 8;
/** How long the capacity, and the crowd, are measured, in milliseconds. */
const CAPACITY_MS = 6_000;
const CROWD_MS = 12_000;
const QUIET_MS = 6_000;
const TIMES = 10;
const BARS = { reading: 2, shedMs: 10, normalMs: 5_000 };

export async function bench(): Promise<Measure[]> {
  const service = await startService(0, {
    MAX_CHECKS: String(PLACES),
    MAX_WAITING: String(WAITING),
    CHECKS_AT_ONCE: String(PLACES),
    WAIT_SECONDS: "5",
    TRUSTED_PROXIES: "1",
  });
  const [reader, crowd] = await Promise.all([startClient(), startClient()]);
  try {
    const { url } = service;
    const pages: string[] = [];
    for (const target of TARGETS) pages.push(await makeReport(url, target));
    const read = async (ms: number) => (await reader.ask("read", { kind: "read", url, pages, ms })).times;
    await read(1_000);
    const { perSecond: capacity } = await crowd.ask("capacity", { kind: "capacity", url, ms: CAPACITY_MS });
    const quiet = percentile(await read(QUIET_MS), 0.99);

    crowd.tell({ kind: "crowd", url, perSecond: TIMES * capacity });
    await sleep(1_000);
    const beside = await read(CROWD_MS);
    const shed = await crowd.ask("left", { kind: "leave" });
    const left = performance.now();
    while (percentile(await read(500), 0.99) > BARS.reading * quiet) if (performance.now() - left > 60_000) break;
    const normal = performance.now() - left;

    const busy = percentile(beside, 0.99);
    return [
      {
        name: `a finished report beside ${TIMES} × the capacity in checks, p99 over that alone`,
        value: round(busy / quiet, 2),
        bar: BARS.reading,
        unit: "",
      },
      { name: "… alone, p99", value: round(quiet, 1), unit: "ms" },
      { name: "… beside them, p99", value: round(busy, 1), unit: "ms" },
      { name: "… beside them, median", value: round(percentile(beside, 0.5), 1), unit: "ms" },
      {
        name: `turned away (${shed.times.length} of ${shed.asked}), median`,
        value: round(percentile(shed.times, 0.5), 1),
        bar: BARS.shedMs,
        unit: "ms",
      },
      { name: "turned away, p99", value: round(percentile(shed.times, 0.99), 1), unit: "ms" },
      { name: "as it was, after the crowd has left", value: round(normal), bar: BARS.normalMs, unit: "ms" },
      { name: "capacity", value: round(capacity, 1), unit: "checks/s" },
    ];
  } finally {
    reader.end();
    crowd.end();
    await service.end();
  }
}

async function startClient() {
  const child = startProcess([join(import.meta.dirname, "overload-client.ts")], { stdio: ["pipe", "pipe", "inherit"] });
  if (!child.stdout) throw new Error("a client that says nothing");
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, "exit").then(() => Promise.reject(new Error("a client of the bench has ended")));
  ended.catch(() => undefined);
  const tell = (told: Told) => void child.stdin?.write(`${JSON.stringify(told)}\n`);
  async function next<K extends Said["kind"]>(kind: K): Promise<Extract<Said, { kind: K }>> {
    const [text] = (await Promise.race([once(lines, "line"), ended])) as [string];
    const said = JSON.parse(text) as Said;
    if (said.kind !== kind) throw new Error(`a client says ${said.kind} where ${kind} was asked`);
    return said as Extract<Said, { kind: K }>;
  }
  await next("ready");
  return {
    tell,
    /** Tells it to do something, and waits for what it says of that. */
    ask<K extends Said["kind"]>(kind: K, told: Told) {
      const said = next(kind);
      tell(told);
      return said;
    },
    end: () => child.kill(),
  };
}
