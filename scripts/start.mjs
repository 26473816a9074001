// npm start, npm run demo: from a fresh clone to a running service.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt, ensureInstalled, ROOT, run, say } from "./steps.mjs";

const demo = process.argv[2] === "demo";
// Whoever reads what is said here may leave; the service stays.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

if ((await ensureInstalled()) !== 0) fail("packages could not be installed; npm says why above.");
if ((await ensureBuilt()) !== 0) fail("the pages could not be built; the reason is above.");
say(demo ? "starting the demo …" : "starting …");
process.exitCode = await run(node(), [demo ? "demo.ts" : "server.ts"]);

/** The Node that came with the packages, or the one that runs this where none came for this platform. */
function node() {
  const own = join(ROOT, "node_modules/.bin/node");
  if (existsSync(own)) return own;
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  return fail(`this needs Node 22.18 or newer on this platform; here is ${process.versions.node}.`);
}

function fail(sentence) {
  say(sentence);
  process.exit(1);
}
