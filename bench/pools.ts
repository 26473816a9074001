import { AS_LINES, linesOf } from "../lib/testing/ndjson.ts";
import { MANY, manyAddresses } from "./many.ts";
import { type Measure, median, round } from "./measure.ts";
import { residentBytes, startService } from "./service.ts";

/*
 * A pool of 1,024 addresses, each with a name that resolves back, while every DNS server is 20 ms away: from asking for
 * it to its first row and to its end, beside what one check takes; and the memory it takes meanwhile.
 */

const ROUND_TRIP_MS = 20;
const CHECKS = [10, 11, 12, 27, 93, 94, 20, 21, 22].map((last) => `203.0.113.${last}`);
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
    return [
      { name: "one check: median", value: round(check), unit: "ms" },
      { name: "first row of the pool, over one check", value: round(first / check, 2), bar: 1.5, unit: "" },
      { name: `all ${MANY} rows and the servers that are asked`, value: round(all / 1000, 1), bar: SECONDS, unit: "s" },
      { name: "memory that it takes meanwhile", value: round((most - before) / MIB), bar: 64, unit: "MB" },
    ];
  } finally {
    await service.end();
  }
}

async function checkMs(url: string, target: string): Promise<number> {
  const asked = performance.now();
  const response = await post(`${url}/api/v1/checks`, { target });
  await response.arrayBuffer();
  return performance.now() - asked;
}

/** A pool from asking to its end; times in milliseconds. */
async function pool(url: string, targets: readonly string[]) {
  const asked = performance.now();
  const stream = await post(`${url}/api/v1/pools`, { targets }, AS_LINES);
  if (stream.status !== 202) throw new Error(`a pool answered ${stream.status}: ${await stream.text()}`);
  let first: number | undefined;
  const rows = new Set<string>();
  for await (const { row } of linesOf<{ row?: { target: string } }>(stream)) {
    if (row) rows.add(row.target);
    if (row) first ??= performance.now() - asked;
  }
  return { first: first ?? Number.NaN, all: performance.now() - asked, rows: rows.size };
}

const post = (url: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(url, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  });
