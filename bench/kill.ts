import { type Kills, killOnPostgres, killOnSqlite } from "../integration/kills.ts";
import { hasPostgres, startPostgres } from "../lib/service/testing/postgres.ts";
import { endStarted } from "../lib/testing/started.ts";
import { type Measure, median } from "./measure.ts";

/*
 * kill -9 at random moments, while checks, pools and deletions are asked for: what was acknowledged has to be there, and
 * the service has to be ready again. On PostgreSQL a web process, a worker and PostgreSQL itself take turns.
 */

const KILLS = 200;
const READY_MS = 20_000;

export async function bench({ count = KILLS }: { readonly count?: number } = {}): Promise<Measure[]> {
  try {
    const measures = measuresOf("SQLite", await killOnSqlite(count));
    if (!hasPostgres()) return measures;
    return [...measures, ...measuresOf("PostgreSQL", await killOnPostgres(await startPostgres(), count))];
  } finally {
    await endStarted();
  }
}

function measuresOf(store: string, { kills, acknowledged, pools, lost, torn, uneven, readyMs }: Kills): Measure[] {
  for (const each of [...lost, ...torn, ...uneven]) console.log(`  ${store}: ${each}`);
  const what = `${store}, ${kills} kills, ${acknowledged} acknowledged`;
  return [
    { name: `${what}: lost`, value: lost.length, bar: 0, unit: "" },
    { name: `${what}: torn`, value: torn.length, bar: 0, unit: "" },
    { name: `${what}: of ${pools} pools, not each row once`, value: uneven.length, bar: 0, unit: "" },
    { name: `${store}: ready after a kill, slowest`, value: Math.max(...readyMs), bar: READY_MS, unit: "ms" },
    { name: `${store}: ready after a kill, median`, value: median(readyMs), unit: "ms" },
  ];
}
