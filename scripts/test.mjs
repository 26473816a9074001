// npm test: everything that is checked, from a fresh clone. The last line says how much of it held.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { apart } from "./apart.mjs";
import { ensureBrowser, ensurePeers } from "./debian.mjs";
import { beginRun } from "./leftovers.mjs";
import { ensureBuilt, ensureInstalled, ROOT, runGroup } from "./steps.mjs";

const RESULTS = join(ROOT, "artifacts/results");
const total = { passed: 0, failed: 0, skipped: 0 };
const began = Date.now();
const thisRun = beginRun();

/** A command of a step. Where a signal ends it, it ends everything, and nothing of it is left. */
async function run(command, args, { env } = {}) {
  const { code, signal } = await runGroup(command, args, { env });
  if (!signal) return code;
  thisRun?.end();
  console.log(`\nstopped by ${signal}`);
  process.exit(128 + constants.signals[signal]);
}

/** One step with its heading, its time and its counts. */
async function step(title, work) {
  const start = Date.now();
  console.log(`\n== ${title}`);
  const { passed = 0, failed: broke = 0, skipped = 0 } = await work();
  const left = (await thisRun?.left()) ?? [];
  if (left.length > 0) console.log(`left behind:\n${left.join("\n")}`);
  thisRun?.clear();
  const failed = broke + (left.length > 0 ? 1 : 0);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  const counts = [`${passed} passed`, `${failed} failed`, ...(skipped ? [`${skipped} skipped`] : [])].join(", ");
  console.log(`-- ${title}: ${counts} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  return failed === 0;
}

/** A command that either holds or does not. */
const holds =
  (...commands) =>
  async () => {
    for (const [command, ...args] of commands) if ((await run(command, args)) !== 0) return { failed: 1 };
    return { passed: 1 };
  };

/** One of vitest's projects, counted test by test. */
const vitest =
  (project, { prefix = [], env } = {}) =>
  async () => {
    const file = join(RESULTS, `${project}.json`);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const [command, ...args] = [...prefix, "vitest", "run", "--project", project, "--passWithNoTests", ...reporters];
    const code = await run(command, args, { env });
    const read = readResults(file);
    const counts = {
      passed: read?.numPassedTests ?? 0,
      failed: read?.numFailedTests ?? 0,
      skipped: (read?.numPendingTests ?? 0) + (read?.numTodoTests ?? 0),
    };
    return broken(counts, code);
  };

/** The browser's tests. One that held only at the second try has held, and is named in the report. */
const playwright = (browser) => async () => {
  const file = join(RESULTS, "e2e.json");
  const env = {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    // What it compiles is kept beside the packages: a temporary folder would be left behind.
    PWTEST_CACHE_DIR: join(ROOT, "node_modules/.cache/playwright"),
    ...(browser ? { CHROMIUM_PATH: browser } : {}),
  };
  const code = await run("playwright", ["test", "--reporter=list,json"], { env });
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = readResults(file)?.stats ?? {};
  if (flaky > 0) console.log(`${flaky} held only at the second try: see "flaky" above`);
  return broken({ passed: expected + flaky, failed: unexpected, skipped }, code);
};

/** A file that does not load, or a run that dies, has no failed test to count, and fails all the same. */
const broken = (counts, code) => (code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts);

function readResults(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

function finish() {
  const counts = [
    `${total.passed} passed`,
    `${total.failed} failed`,
    ...(total.skipped ? [`${total.skipped} skipped`] : []),
  ];
  thisRun?.end();
  console.log(`\nall of it: ${((Date.now() - began) / 60_000).toFixed(1)} min`);
  console.log(counts.join(", "));
  process.exit(total.failed === 0 ? 0 : 1);
}

if ((await ensureInstalled()) !== 0) {
  total.failed++;
  finish();
}
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const browser = await ensureBrowser();
await ensurePeers();

await step("Format and lint", holds(["biome", "ci", "."]));
await step("Dead code", holds(["knip"]));
await step("Types", holds(["next", "typegen"], ["tsc", "--noEmit"]));
await step("Unit tests", vitest("unit"));
const built = await step("Build", async () => ((await ensureBuilt()) === 0 ? { passed: 1 } : { failed: 1 }));
if (built) await step("Integration tests", vitest("integration"));
await step("Lab tests with real peers", vitest("lab", await apart()));
if (built && existsSync(join(ROOT, "playwright.config.ts"))) await step("End-to-end tests", playwright(browser));
finish();
