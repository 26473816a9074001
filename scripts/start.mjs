// npm start, npm run demo: from a fresh clone to a running service.
import { realpathSync } from "node:fs";
import module from "node:module";
import { join } from "node:path";
import { FLAGS, projectNode } from "./node.mjs";
import { endWithParent, ensureBuilt, ensureInstalled, ROOT, run, say } from "./steps.mjs";

const demo = process.argv[2] === "demo";
// Whoever reads what is said here may leave; the service stays.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

if ((await ensureInstalled()) !== 0) fail("packages could not be installed; npm says why above.");
if ((await ensureBuilt()) !== 0) fail("the pages could not be built; the reason is above.");
const { node, problem } = projectNode();
if (problem) fail(problem);
say(demo ? "starting the demo …" : "starting …");
if (isThisOne(node)) {
  endWithParent(() => process.kill(process.pid, "SIGTERM"));
  // Before the first of its files, which would have to be read anew otherwise.
  process.env.NODE_COMPILE_CACHE ||= join(ROOT, ".next/compiled");
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  await (demo ? import("../demo.ts") : import("../server.ts"));
} else process.exitCode = await run(node, [...FLAGS, demo ? "demo.ts" : "server.ts"]);

/** Whether this process is what the service would be started as: another one takes a while to begin, and its memory. */
function isThisOne(wanted) {
  return (
    FLAGS.every((flag) => process.execArgv.includes(flag)) && realpathSync(wanted) === realpathSync(process.execPath)
  );
}

function fail(sentence) {
  say(sentence);
  process.exit(1);
}
