import { setTimeout as sleep } from "node:timers/promises";
import { type Measure, round } from "./measure.ts";
import { percentile } from "./percentile.ts";
import { makeReport, startService } from "./service.ts";

/*
 * Ten times as many checks as the service can make, and readers of finished reports beside them. What they wait is
 * compared with what they wait before, in the same run; whoever is turned away is turned away at once; and soon after
 * the crowd has left everything is as it was.
 */

const TARGETS = ["203.0.113.10", "203.0.113.22", "203.0.113.50", "203.0.113.212"];
/** Checks at a time: the places that the service has here. */
const PLACES = 8;
const WAITING = 8;
/** How long the capacity, and the crowd, are measured, in milliseconds. */
const CAPACITY_MS = 6_000;
const CROWD_MS = 12_000;
const QUIET_MS = 6_000;
/** Between two reads, in milliseconds: one page after the other. */
const READ_EVERY_MS = 10;
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
  try {
    const pages: string[] = [];
    for (const target of TARGETS) pages.push(await makeReport(service.url, target));
    await read(service.url, pages, Date.now() + 1_000);
    const capacity = await measureCapacity(service.url);
    const quiet = percentile(await read(service.url, pages, Date.now() + QUIET_MS), 0.99);

    const crowd = createCrowd(service.url, TIMES * capacity);
    await sleep(1_000);
    const beside = await read(service.url, pages, Date.now() + CROWD_MS);
    const shed = await crowd.leave();
    const left = performance.now();
    while (percentile(await read(service.url, pages, Date.now() + 500), 0.99) > BARS.reading * quiet)
      if (performance.now() - left > 60_000) break;
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
    await service.end();
  }
}

/** One page after the other until then; gives how long each took. */
async function read(url: string, pages: readonly string[], until: number): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; Date.now() < until; i++) {
    const asked = performance.now();
    const response = await fetch(url + pages[i % pages.length]);
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`a page answered ${response.status}`);
    times.push(performance.now() - asked);
    await sleep(READ_EVERY_MS);
  }
  return times;
}

let asked = 0;
/** Asks for a check that nobody else asks for, from a network of its own. */
async function post(url: string, wait: boolean): Promise<number> {
  asked++;
  const response = await fetch(`${url}/api/v1/checks`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-forwarded-for": `198.${18 + ((asked >> 16) & 1)}.${(asked >> 8) & 255}.1`,
      ...(wait ? {} : { prefer: "respond-async" }),
    },
    body: JSON.stringify({ target: TARGETS[asked % TARGETS.length], selectors: [`s${asked}`] }),
  });
  await response.arrayBuffer();
  return response.status;
}

/** Checks a second where there is always one more that waits for a place. */
async function measureCapacity(url: string): Promise<number> {
  const until = Date.now() + CAPACITY_MS;
  let made = 0;
  await Promise.all(
    Array.from({ length: PLACES + 2 }, async () => {
      while (Date.now() < until) if ((await post(url, true)) === 201) made++;
    }),
  );
  return (1000 * made) / CAPACITY_MS;
}

/** Requests that come at this rate, whatever becomes of them. */
function createCrowd(url: string, perSecond: number) {
  const open = new Set<Promise<void>>();
  const times: number[] = [];
  const before = asked;
  let over = false;
  const coming = (async () => {
    const began = performance.now();
    for (let sent = 0; !over; await sleep(5))
      for (; sent < ((performance.now() - began) / 1000) * perSecond; sent++) {
        const at = performance.now();
        const one = post(url, false).then(
          (status) => void (status === 503 && times.push(performance.now() - at)),
          () => undefined,
        );
        open.add(one);
        void one.finally(() => open.delete(one));
      }
  })();
  return {
    /** No more come; what became of those who were turned away. */
    async leave() {
      over = true;
      await coming;
      await Promise.all(open);
      return { times, asked: asked - before };
    },
  };
}
