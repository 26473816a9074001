#!/usr/bin/env node
// npx nameplate, from a clone: the command on the project's own Node, whatever Node runs this.
import { projectNode } from "./node.mjs";
import { ensureInstalled, ROOT, run } from "./steps.mjs";

// What is said here is no part of the answer, and goes where progress goes.
const aside = { stdout: 2, say: (sentence) => process.stderr.write(`nameplate: ${sentence}\n`) };
// Whoever reads that may leave.
process.stderr.on("error", () => undefined);

if ((await ensureInstalled(aside)) !== 0) fail("packages could not be installed; npm says why above.");
const { node, problem } = projectNode();
if (problem) fail(problem);
// Relative file names are the caller's.
process.exitCode = await run(node, [`${ROOT}/cli.ts`, ...process.argv.slice(2)], { cwd: process.cwd() });

function fail(sentence) {
  aside.say(sentence);
  // EX_UNAVAILABLE of sysexits.h: nothing was checked.
  process.exit(69);
}
