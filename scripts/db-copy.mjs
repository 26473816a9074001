// npm run db:copy: copies all reports, pools, plans, moves and kept tables from the SQLite file in DATA_DIR to the PostgreSQL of
// DATABASE_URL, or back.
import { join } from "node:path";
import { readEnv } from "../lib/service/env.ts";
import { copyKeptLogs } from "../lib/service/kept-logs/kept-log-store.ts";
import { copyPlans } from "../lib/service/plans/copy-plans.ts";
import { copyPools, copyReports } from "../lib/service/store/copy.ts";
import { openPostgres } from "../lib/service/store/postgres.ts";
import { openSqlite } from "../lib/service/store/sqlite.ts";

const back = process.argv.includes("--back");
const read = readEnv(process.env);
const problems =
  "problems" in read ? read.problems : read.databaseUrl ? [] : ["Set DATABASE_URL to the PostgreSQL database."];
if (problems.length > 0) {
  for (const problem of problems) console.error(problem);
  process.exit(1);
}
const file = await openSqlite(join(read.dataDir, "nameplate.sqlite"));
const server = await openPostgres(read.databaseUrl).catch((error) => {
  console.error(`The database of DATABASE_URL cannot be used: ${error.message}.`);
  process.exit(1);
});
const [from, to] = back ? [server, file] : [file, server];
const { copied, ...counts } = await copyReports(from, to, (done, seen) => console.log(`${seen} seen, ${done} copied`));
const pools = await copyPools(from, to);
const plans = await copyPlans(from, to);
const logs = await copyKeptLogs(from, to);
await file.close();
await server.close();
console.log(
  `${copied} reports, ${pools} pools, ${plans} plans and moves, ${logs} kept tables copied. ` +
    `Reports there: ${JSON.stringify(counts.from)}; here: ${JSON.stringify(counts.to)}`,
);
const whole = Object.entries(counts.from).every(([state, count]) => (counts.to[state] ?? 0) >= count);
if (!whole) {
  console.error("The counts differ: the source has changed meanwhile. Run it again.");
  process.exit(1);
}
