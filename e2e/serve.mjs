// The demo for the browser's tests. Its reports go when it does, and it goes with whoever started it: standard input is a
// pipe from there, which closes however that one ends, killed included, while the shell between us may stay.
import { rmSync } from "node:fs";
import { run } from "../scripts/steps.mjs";

process.stdin.resume().once("close", () => process.kill(process.pid, "SIGTERM"));

const code = await run("node", ["scripts/start.mjs", "demo"]);
rmSync(process.env.DATA_DIR, { recursive: true, force: true, maxRetries: 5 });
process.exit(code);
