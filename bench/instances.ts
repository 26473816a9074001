import { hasPostgres, startPostgres } from "../lib/service/testing/postgres.ts";
import { AS_LINES, linesOf } from "../lib/testing/ndjson.ts";
import { endStarted } from "../lib/testing/started.ts";
import { type Measure, median, round } from "./measure.ts";
import { percentile } from "./percentile.ts";
import { postJson, type Service, startService } from "./service.ts";
import { FRESH, WARMING } from "./targets.ts";

/*
 * Two instances on one PostgreSQL: how many checks come of a thousand equal posts spread over both, and how much later
 * than at the instance that checks a watcher at the other one sees each row. Both watchers start at the same moment, and
 * the time of a row counts from the post.
 */

const POSTS = 1_000;
/** Posts under way at once at each. */
const AT_ONCE = 25;
const ROUND_TRIP_MS = 40;
const LATER = 1.2;
const EQUAL = "203.0.113.95";

export async function bench(): Promise<Measure[]> {
  if (!hasPostgres()) throw new Error("there is no PostgreSQL here");
  try {
    const settings = { DATABASE_URL: await (await startPostgres()).newDatabase(), REPEAT_SECONDS: "60" };
    const [a, b] = [await startService(ROUND_TRIP_MS, settings), await startService(ROUND_TRIP_MS, settings)];
    for (const target of WARMING) await watched(a, b, target);
    const ratios: number[] = [];
    for (const [i, target] of FRESH.entries())
      ratios.push(...(await (i % 2 === 0 ? watched(a, b, target) : watched(b, a, target))));
    const before = (await made(a)) + (await made(b));
    const ids = (await Promise.all([equalPosts(a), equalPosts(b)])).flat();
    const checks = (await made(a)) + (await made(b)) - before;
    return [
      { name: `checks that came of ${ids.length} equal posts over two instances`, value: checks, bar: 1, unit: "" },
      { name: "… and reports that they were led to", value: new Set(ids).size, bar: 1, unit: "" },
      {
        name: "a row at the other instance over the same one here, median",
        value: round(median(ratios), 2),
        bar: LATER,
        unit: "",
      },
      {
        name: `… of ${ratios.length} rows, nine in ten`,
        value: round(percentile(ratios, 0.9), 2),
        bar: LATER,
        unit: "",
      },
    ];
  } finally {
    await endStarted();
  }
}

/** For each row of one check: when a watcher at the other instance has it, over when one has it where the check is made. */
async function watched(here: Service, other: Service, target: string): Promise<number[]> {
  const asked = performance.now();
  const { id } = await post(here, target, { prefer: "respond-async" });
  const [local, remote] = await Promise.all([here, other].map(({ url }) => rowsOf(url, id, asked)));
  return [...(local ?? [])].map(([row, ms]) => {
    const there = remote?.get(row);
    if (there === undefined) throw new Error(`the other instance did not show ${row}`);
    return there / ms;
  });
}

/** When each row of a running check came, in milliseconds. */
async function rowsOf(url: string, id: string, asked: number): Promise<ReadonlyMap<string, number>> {
  const stream = await fetch(`${url}/api/v1/reports/${id}`, { headers: AS_LINES });
  const rows = new Map<string, number>();
  for await (const { verdict } of linesOf<{ verdict?: { subject: string; signal: string } }>(stream))
    if (verdict) rows.set(`${verdict.subject} ${verdict.signal}`, performance.now() - asked);
  return rows;
}

/** Half of the equal posts, and the reports that they were led to. */
async function equalPosts(service: Service): Promise<string[]> {
  const ids: string[] = [];
  let left = POSTS / 2;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left-- > 0) ids.push((await post(service, EQUAL)).id);
    }),
  );
  return ids;
}

async function post({ url }: Service, target: string, more: Readonly<Record<string, string>> = {}) {
  const answer = await postJson(`${url}/api/v1/checks`, { target }, more);
  if (!answer.ok) throw new Error(`a check of ${target} answered ${answer.status}`);
  return (await answer.json()) as { id: string };
}

/** How many checks this instance has ended. */
async function made({ url }: Service): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const counts = [...text.matchAll(/^nameplate_checks_total\{[^}]*\} (\d+)/gm)].map(([, count]) => Number(count));
  return counts.reduce((sum, count) => sum + count, 0);
}
