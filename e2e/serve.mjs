// The demo for the browser's tests. Its reports go when it does.
import { rmSync } from "node:fs";
import { run } from "../scripts/steps.mjs";

process.exitCode = await run("node", ["scripts/start.mjs", "demo"]);
rmSync(process.env.DATA_DIR, { recursive: true, force: true, maxRetries: 5 });
