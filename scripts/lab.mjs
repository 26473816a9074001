// npm run lab: the tests with real peers alone. What follows `--` goes to vitest.
import { apart } from "./apart.mjs";
import { ensurePeers } from "./debian.mjs";
import { run } from "./steps.mjs";

await ensurePeers();
const { prefix, env } = await apart();
const [command, ...args] = [...prefix, "vitest", "run", "--project", "lab", ...process.argv.slice(2)];
process.exitCode = await run(command, args, { env });
