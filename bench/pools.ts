import { setTimeout as sleep } from "node:timers/promises";
import { hasPostgres, startPostgres } from "../lib/service/testing/postgres.ts";
import { AS_LINES, linesOf } from "../lib/testing/ndjson.ts";
import { endStarted, temporaryFolder } from "../lib/testing/started.ts";
import { MANY, manyAddresses } from "./many.ts";
import { type Measure, median, round } from "./measure.ts";
import { postJson, residentBytes, type Service, startService } from "./service.ts";
import { FRESH, WARMING } from "./targets.ts";

/*
 * A pool of 1,024 addresses, each with a name that resolves back, while every DNS server is 20 ms away: from asking for
 * it to its first row and to its end, beside what one check takes; and the memory it takes meanwhile. Then the same once
 * more, with the process killed in the middle: with SQLite its next start goes on, with PostgreSQL the other instance.
 */

const ROUND_TRIP_MS = 20;
const CHECKS = [...WARMING, ...FRESH.slice(0, 3)];
const WARM = 4;
const SECONDS = 20;
const MIB = 1024 * 1024;

export async function bench(): Promise<Measure[]> {
  const service = await startService(ROUND_TRIP_MS, { BENCH_ADDRESSES: String(MANY) });
  try {
    const checks: number[] = [];
    for (const target of CHECKS) checks.push(await checkMs(service.url, target));
    // What is read and compiled the first time is not the pool's.
    await pool(service.url, ["203.0.113.144/29"]);
    const before = await residentBytes(service.url);
    let most = before;
    const watch = setInterval(async () => {
      most = Math.max(most, await residentBytes(service.url).catch(() => 0));
    }, 250);
    const { first, all, rows } = await pool(service.url, manyAddresses(MANY));
    clearInterval(watch);
    if (rows !== MANY) throw new Error(`${rows} rows came, and not ${MANY}`);
    const check = median(checks.slice(WARM));
    await service.end();
    const more = await killed(all);
    return [
      { name: "one check: median", value: round(check), unit: "ms" },
      { name: "first row of the pool, over one check", value: round(first / check, 2), bar: 1.5, unit: "" },
      { name: `all ${MANY} rows and the servers that are asked`, value: round(all / 1000, 1), bar: SECONDS, unit: "s" },
      { name: "memory that it takes meanwhile", value: round((most - before) / MIB), bar: 64, unit: "MB" },
      ...more,
    ];
  } finally {
    await endStarted();
  }
}

/** How many seconds longer a pool takes where the process that works on it dies in the middle. */
async function killed(undisturbed: number): Promise<Measure[]> {
  const many = { BENCH_ADDRESSES: String(MANY) };
  const seconds = async (first: Service, next: () => Promise<Service>): Promise<number> => {
    const asked = performance.now();
    const id = await halfOf(first.url);
    await first.kill();
    const second = await next();
    try {
      await wholeOf(second.url, id);
      return (performance.now() - asked - undisturbed) / 1000;
    } finally {
      await second.end();
    }
  };
  const file = { ...many, DATA_DIR: temporaryFolder("bench") };
  const sqlite = await seconds(await startService(ROUND_TRIP_MS, file), () => startService(ROUND_TRIP_MS, file));
  const measures: Measure[] = [
    { name: "more for a SIGKILL in the middle, SQLite", value: round(sqlite, 1), bar: SECONDS, unit: "s" },
  ];
  if (!hasPostgres()) return measures;
  const server = { ...many, DATABASE_URL: await (await startPostgres()).newDatabase() };
  const [first, other] = [await startService(ROUND_TRIP_MS, server), await startService(ROUND_TRIP_MS, server)];
  const postgres = await seconds(first, async () => other);
  return [
    ...measures,
    { name: "more for a SIGKILL in the middle, PostgreSQL", value: round(postgres, 1), bar: SECONDS, unit: "s" },
  ];
}

/** Starts a pool and waits until half of it is looked at. */
async function halfOf(url: string): Promise<string> {
  const { id } = (await (await postJson(`${url}/api/v1/pools`, { targets: manyAddresses(MANY) })).json()) as {
    id: string;
  };
  for (;;) {
    if ((await stateOf(url, id)).done >= MANY / 2) return id;
    await sleep(100);
  }
}

/** Waits for the end of a pool, which has to have each of its rows once. */
async function wholeOf(url: string, id: string): Promise<void> {
  for (;;) {
    const { state, rows } = await stateOf(url, id);
    if (state === "running") await sleep(250);
    else {
      const looked = new Set(rows.filter(({ status }) => status !== "pending").map(({ target }) => target));
      if (rows.length !== MANY || looked.size !== MANY)
        throw new Error(`${looked.size} of ${rows.length} rows are there`);
      return;
    }
  }
}

async function stateOf(url: string, id: string) {
  const response = await fetch(`${url}/api/v1/pools/${id}`);
  return (await response.json()) as { state: string; done: number; rows: { target: string; status: string }[] };
}

async function checkMs(url: string, target: string): Promise<number> {
  const asked = performance.now();
  const response = await postJson(`${url}/api/v1/checks`, { target });
  await response.arrayBuffer();
  return performance.now() - asked;
}

/** A pool from asking to its end; times in milliseconds. */
async function pool(url: string, targets: readonly string[]) {
  const asked = performance.now();
  const stream = await postJson(`${url}/api/v1/pools`, { targets }, AS_LINES);
  if (stream.status !== 202) throw new Error(`a pool answered ${stream.status}: ${await stream.text()}`);
  let first: number | undefined;
  const rows = new Set<string>();
  for await (const { row } of linesOf<{ row?: { target: string } }>(stream)) {
    if (row) rows.add(row.target);
    if (row) first ??= performance.now() - asked;
  }
  return { first: first ?? Number.NaN, all: performance.now() - asked, rows: rows.size };
}
