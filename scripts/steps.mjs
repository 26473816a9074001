// What start and test share. Plain JavaScript on builtins, because it runs before anything is installed, on whatever
// Node is there.
import { execFile, spawn } from "node:child_process";
import { accessSync, constants, readdirSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";

export const ROOT = join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "..");
const BIN = join(ROOT, "node_modules/.bin");

/** The project's own Node and tools first. */
const environment = (more = {}) => ({
  // What Node has compiled once: tools are ready in two thirds of the time.
  NODE_COMPILE_CACHE: join(ROOT, "node_modules/.cache/node"),
  ...process.env,
  PATH: `${BIN}${delimiter}${process.env.PATH}`,
  NEXT_TELEMETRY_DISABLED: "1",
  ...more,
});

/** How often we look whether npm is still there, in milliseconds. */
const WATCH_MS = 300;

/** Has `end` called once whoever started this process is gone, which nobody tells us. What it gives stops looking. */
export function endWithParent(end) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, WATCH_MS);
  watch.unref();
  return () => clearInterval(watch);
}

/**
 * Runs a command in view of the reader; gives its exit code. A signal is passed on; and where npm is killed, its shell
 * goes without telling us, so we see that our parent is gone and end what we started.
 */
export function run(command, args, { env, cwd = ROOT, quiet = false, stdout = "inherit" } = {}) {
  return new Promise((resolve) => {
    const child = start(command, args, { env, cwd, quiet, stdout });
    // Ctrl+C reaches the whole group by itself; passed on, it would arrive twice.
    const stay = () => undefined;
    const forward = (signal) => child.kill(signal);
    process.on("SIGINT", stay).on("SIGTERM", forward);
    const forget = endWithParent(() => child.kill("SIGTERM"));
    child.on("error", () => resolve(127));
    child.on("close", (code, signal) => {
      process.off("SIGINT", stay).off("SIGTERM", forward);
      forget();
      resolve(code ?? (signal ? 1 : 0));
    });
  });
}

/** How long after its end a command's output is waited for, in milliseconds. */
const LAST_WORDS_MS = 2_000;
/** How long a group may take to obey, in milliseconds. */
const OBEY_MS = 10_000;

/**
 * As `run`, for tests: in a process group of its own. The first signal that we get is passed on to all of the group, and
 * whoever is still there some seconds later is killed. Gives the signal, if there was one, beside the exit code. What it
 * writes goes to `write` where there is one, and otherwise in view of the reader.
 */
export function runGroup(command, args, { env, cwd = ROOT, write } = {}) {
  return new Promise((resolve) => {
    const child = start(command, args, {
      env,
      cwd,
      detached: process.platform !== "win32",
      collected: write !== undefined,
    });
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", write);
    let got;
    let force;
    const toAll = (signal) => {
      try {
        process.kill(process.platform === "win32" ? child.pid : -child.pid, signal);
      } catch {
        // They have gone by themselves.
      }
    };
    const pass = (signal) => {
      if (got) return;
      got = signal;
      toAll(signal);
      force = setTimeout(toAll, OBEY_MS, "SIGKILL");
    };
    for (const signal of SIGNALS) process.on(signal, pass);
    const forget = endWithParent(() => pass("SIGTERM"));
    child.on("error", () => done(127));
    child.on("close", (code) => done(code ?? 1));
    // What it has left behind may hold its output open for ever.
    child.on("exit", (code) => setTimeout(done, LAST_WORDS_MS, code ?? 1));
    let over = false;
    function done(code) {
      if (over) return;
      over = true;
      for (const signal of SIGNALS) process.off(signal, pass);
      forget();
      clearTimeout(force);
      if (got) toAll("SIGKILL");
      resolve({ code, signal: got });
    }
  });
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

const start = (command, args, { env, cwd, quiet = false, stdout = "inherit", detached = false, collected = false }) =>
  spawn(command, args, {
    cwd,
    env: environment(env),
    stdio: quiet ? "ignore" : collected ? ["ignore", "pipe", "pipe"] : ["inherit", stdout, "inherit"],
    shell: process.platform === "win32",
    detached,
  });

export const say = (sentence) => console.log(`nameplate: ${sentence}`);

/** What a command writes to its output. */
export const output = (command, args) =>
  new Promise((resolve) => execFile(command, args, { maxBuffer: 1 << 26 }, (_, text) => resolve(text)));

/** Where a program is, if it is on the path or in one of these folders. */
export function which(program, more = []) {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/sbin", ...more];
  return folders.map((folder) => join(folder, program)).find(isExecutable);
}

export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Installs what package-lock.json names, where that has not been done since it changed. */
export async function ensureInstalled({ stdout = "inherit", say: tell = say } = {}) {
  const installed = modified(join(ROOT, "node_modules/.package-lock.json"));
  if (installed && installed >= modified(join(ROOT, "package-lock.json"))) return 0;
  tell("installing packages (npm ci), about a minute …");
  return run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], { stdout });
}

/** Builds the pages, where that has not been done since their sources changed, by `run` or what stands for it. */
export async function ensureBuilt(build = run) {
  const built = modified(join(ROOT, ".next/BUILD_ID"));
  if (built && built >= newestSource()) return 0;
  say("building the pages (next build), about half a minute …");
  return build("next", ["build"]);
}

const SOURCES = [
  ...["app", "components", "lib", "public", "instrumentation.ts", "proxy.ts"],
  ...["next.config.mjs", "postcss.config.mjs", "tsconfig.json", "package-lock.json", "scripts/bundle-page-script.mjs"],
];

function newestSource() {
  return Math.max(...SOURCES.map((source) => newest(join(ROOT, source))));
}

/** Each file is looked at once: whoever starts waits for that. */
function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found === undefined || /\.test\.tsx?$/.test(path) ? 0 : found.mtimeMs;
  let newestBelow = found.mtimeMs;
  for (const name of readdirSync(path)) newestBelow = Math.max(newestBelow, newest(`${path}/${name}`));
  return newestBelow;
}

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
