// npm run bench: what the bars of speed and manners come to here. What follows `--` names the benches to run.
import { ensureBuilt, ensureInstalled, run } from "./steps.mjs";

if ((await ensureInstalled()) !== 0 || (await ensureBuilt()) !== 0) process.exit(1);
process.exitCode = await run("node", ["bench/run.ts", ...process.argv.slice(2)]);
