// npm test: everything that is checked, from a fresh clone. The last line says how much of it held.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { apart } from "./apart.mjs";
import { ensureBrowser, ensurePeers } from "./debian.mjs";
import { newRun } from "./leftovers.mjs";
import { ensureBuilt, ensureInstalled, ROOT, runGroup } from "./steps.mjs";
import { failedInPlaywright, failedInVitest, inWords, lastLines } from "./what-failed.mjs";

const RESULTS = join(ROOT, "artifacts/results");
const total = { passed: 0, failed: 0, skipped: 0 };
/** So many lines name them at the end: the last forty lines of a log have it all. */
const NAMED = 30;
/** What did not hold, or only at the second try: said again at the end, where everybody sees it. */
const notGood = [];
const began = Date.now();

/** In view of the reader at once. */
const show = (text) => process.stdout.write(text);
const LIVE = { say: show, write: show, release() {} };
/** What commands write passes through us, and has colours where the reader sees them. */
const COLOURS = process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: "1" } : {};
/** Of what a step writes, so much is kept to be said again where it fails without a failed test, in characters. */
const TAIL = 4_000;

/** What steps write that run beside others: in one piece, once it is released. */
function held() {
  let [text, released] = ["", false];
  const say = (more) => {
    if (released) process.stdout.write(more);
    else text += more;
  };
  const release = () => {
    if (!released) process.stdout.write(text);
    released = true;
  };
  return { say, write: say, release };
}

/** What is under way: commands, what may be left of the steps, and what they wrote. */
const [commands, runs, writers] = [new Set(), new Set(), new Set()];
let stopping;
for (const each of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.on(each, () => {
    stopping ??= each;
  });

/** A command of a step. Where a signal ends it, it ends everything, and nothing of it is left. */
async function run(command, args, { env, write } = {}) {
  if (stopping) await stop(stopping);
  const begun = runGroup(command, args, { env, write });
  commands.add(begun);
  const { code, signal = stopping } = await begun;
  if (signal) await stop(signal);
  commands.delete(begun);
  return code;
}

async function stop(signal) {
  await Promise.all(commands);
  for (const writer of writers) writer.release();
  for (const each of runs) each.end();
  console.log(`\nstopped by ${signal}`);
  process.exit(128 + constants.signals[signal]);
}

/** One step with its heading, its time and its counts. */
async function step(title, work, { say, write }) {
  const start = Date.now();
  say(`\n== ${title}\n`);
  const own = newRun();
  if (own) runs.add(own);
  let tail = "";
  const keep = (text) => {
    tail = (tail + text).slice(-TAIL);
    write(text);
  };
  const runHere = (command, args, { env } = {}) =>
    run(command, args, { env: { ...COLOURS, ...env, ...own?.env }, write: keep });
  const { passed = 0, failed: broke = 0, skipped = 0, named = [] } = await work(runHere, say);
  const left = (await own?.left()) ?? [];
  notGood.push(...named.map((each) => ({ step: title, ...each })));
  if (broke > 0 && named.every(({ flaky }) => flaky)) notGood.push({ step: title, why: `failed:\n${lastLines(tail)}` });
  notGood.push(...left.map((each) => ({ step: title, test: "left behind", why: each })));
  if (left.length > 0) say(`left behind:\n${left.join("\n")}\n`);
  own?.end();
  runs.delete(own);
  const failed = broke + (left.length > 0 ? 1 : 0);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  const counts = [`${passed} passed`, `${failed} failed`, ...(skipped ? [`${skipped} skipped`] : [])].join(", ");
  say(`-- ${title}: ${counts} (${((Date.now() - start) / 1000).toFixed(1)} s)\n`);
  return failed === 0;
}

/**
 * Lanes of steps side by side, because each step waits for something at times: a daemon, a time-out, one last file. The
 * first lane is seen as it goes, each other one when those before it have ended.
 */
async function sideBySide(...lanes) {
  const written = lanes.map((_, i) => (i === 0 ? LIVE : held()));
  for (const each of written) writers.add(each);
  const running = lanes.map((lane, i) => lane((title, work) => step(title, work, written[i])));
  for (const [i, lane] of running.entries()) {
    written[i].release();
    await lane;
  }
  return Promise.all(running);
}

/** A command that either holds or does not. */
const holds =
  (...commands) =>
  async (run) => {
    for (const [command, ...args] of commands) if ((await run(command, args)) !== 0) return { failed: 1 };
    return { passed: 1 };
  };

/** One of vitest's projects, or those that a pattern names, counted test by test. */
const vitest =
  (project, { prefix = [], env, projects = project } = {}) =>
  async (run) => {
    const file = join(RESULTS, `${project}.json`);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const [command, ...args] = [...prefix, "vitest", "run", "--project", projects, "--passWithNoTests", ...reporters];
    const code = await run(command, args, { env });
    const read = readResults(file);
    const counts = {
      passed: read?.numPassedTests ?? 0,
      failed: read?.numFailedTests ?? 0,
      skipped: (read?.numPendingTests ?? 0) + (read?.numTodoTests ?? 0),
    };
    return { ...broken(counts, code), named: failedInVitest(read, ROOT) };
  };

/** The browser's tests. One that held only at the second try has held, and is named in the report. */
const playwright = (browser) => async (run, say) => {
  const file = join(RESULTS, "e2e.json");
  const env = {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    // What it compiles is kept beside the packages: a temporary folder would be left behind.
    PWTEST_CACHE_DIR: join(ROOT, "node_modules/.cache/playwright"),
    ...(browser ? { CHROMIUM_PATH: browser } : {}),
  };
  const code = await run("playwright", ["test", "--reporter=list,json"], { env });
  const read = readResults(file);
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = read?.stats ?? {};
  if (flaky > 0) say(`${flaky} held only at the second try: see "flaky" above\n`);
  const counts = broken({ passed: expected + flaky, failed: unexpected, skipped }, code);
  return { ...counts, named: failedInPlaywright(read) };
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
  const lines = notGood.flatMap((each) => inWords(each).split("\n"));
  if (lines.length > 0) console.log(`\nwhat did not hold:\n${lines.slice(0, NAMED).join("\n")}`);
  if (lines.length > NAMED) console.log(`  … and ${lines.length - NAMED} lines more, see above`);
  console.log(`\nall of it: ${((Date.now() - began) / 60_000).toFixed(1)} min`);
  console.log(counts.join(", "));
  process.exit(total.failed === 0 ? 0 : 1);
}

if ((await ensureInstalled()) !== 0) {
  total.failed++;
  notGood.push({ step: "Packages", why: "npm ci failed; see its output above" });
  finish();
}
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
// The unit tests have the store on PostgreSQL, too. All else is fetched while they run.
await ensurePeers(["postgres"]);
const peers = ensurePeers();
const browser = peers.then(ensureBrowser);
const lab = await apart();
const build = async (run) => ((await ensureBuilt(run)) === 0 ? { passed: 1 } : { failed: 1 });

// Lanes, and not one pair of steps after the other: whoever is done first goes on, and no core waits for the other.
const [, built] = await sideBySide(
  async (step) => {
    await step("Unit tests", vitest("unit"));
    await peers;
    await step("Lab tests with real peers", vitest("lab", lab));
  },
  async (step) => {
    await step("Format and lint", holds(["biome", "ci", "."]));
    await step("Dead code", holds(["knip"]));
    await step("Types", holds(["next", "typegen"], ["tsc", "--noEmit"]));
    const built = await step("Build", build);
    if (built) await step("Integration tests", vitest("integration", { projects: "integration*" }));
    return built;
  },
);
if (built && existsSync(join(ROOT, "playwright.config.ts")))
  await step("End-to-end tests", playwright(await browser), LIVE);
finish();
