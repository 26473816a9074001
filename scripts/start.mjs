// npm start, npm run demo: from a fresh clone to a running service.
import { FLAGS, projectNode } from "./node.mjs";
import { ensureBuilt, ensureInstalled, run, say } from "./steps.mjs";

const demo = process.argv[2] === "demo";
// Whoever reads what is said here may leave; the service stays.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

if ((await ensureInstalled()) !== 0) fail("packages could not be installed; npm says why above.");
if ((await ensureBuilt()) !== 0) fail("the pages could not be built; the reason is above.");
const { node, problem } = projectNode();
if (problem) fail(problem);
say(demo ? "starting the demo …" : "starting …");
process.exitCode = await run(node, [...FLAGS, demo ? "demo.ts" : "server.ts"]);

function fail(sentence) {
  say(sentence);
  process.exit(1);
}
