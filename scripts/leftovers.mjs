// What a run of tests leaves behind: processes that still run and temporary folders. There must be none.
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as later } from "node:timers/promises";

/** Every process of a run has this in its environment, however it was started and whoever its parent is by now. */
const MARK = "NAMEPLATE_TEST_RUN";
const FOLDER = "nameplate-tests-";
/** Node's own, which programs share. */
const CACHES = ["node-compile-cache"];
/** What is on its way out may take so long, in milliseconds: a busy machine takes its time. */
const PATIENCE_MS = 20_000;

/** As `newRun`, for everything that is started from now on. */
export function beginRun() {
  const before = process.env.TMPDIR;
  const run = newRun();
  if (!run) return undefined;
  Object.assign(process.env, run.env);
  return {
    ...run,
    end() {
      run.end();
      delete process.env[MARK];
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    },
  };
}

/**
 * A run of whatever is started with its `env`: it keeps its temporary files in a folder of its own. Undefined inside of
 * another run, which looks after everything itself.
 */
export function newRun() {
  if (process.env[MARK]) return undefined;
  const place = tmpdir();
  sweep(place);
  const folder = mkdtempSync(join(place, FOLDER));
  // As the folder for temporary files itself: the lab's daemons become other users.
  chmodSync(folder, 0o1777);
  /** Ends and removes whatever is left. */
  const clear = () => {
    const { processes, entries } = leftIn(folder);
    for (const { pid } of processes) kill(pid);
    for (const entry of entries) rmSync(join(folder, entry), { recursive: true, force: true, maxRetries: 10 });
  };
  return {
    env: { [MARK]: folder, TMPDIR: folder },
    /** What is left although it has had time to go, in words. */
    async left() {
      const until = Date.now() + PATIENCE_MS;
      let left = leftIn(folder);
      while (left.processes.length > 0 && Date.now() < until) {
        await later(200);
        left = leftIn(folder);
      }
      return [
        ...left.processes.map(({ pid, command }) => `process ${pid}: ${command}`),
        ...left.entries.map((entry) => `temporary file: ${entry}`),
      ];
    },
    /** Ends and removes whatever is left, and the folder. */
    end() {
      if (!existsSync(folder)) return;
      clear();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

function leftIn(folder) {
  const entries = readdirSync(folder).filter((entry) => !CACHES.includes(entry));
  return { processes: marked(folder), entries };
}

/**
 * The processes of a run, but for those that the process which asks has started itself (a test runner's workers, which
 * it ends itself). Only Linux shows their environment; elsewhere there are none to be seen.
 */
function marked(folder) {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc").flatMap((pid) => {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return [];
    const isOurs = read(`/proc/${pid}/environ`).split("\0").includes(`${MARK}=${folder}`);
    return isOurs && parentOf(pid) !== process.pid
      ? [{ pid: Number(pid), command: read(`/proc/${pid}/cmdline`).split("\0").join(" ").trim() }]
      : [];
  });
}

/** The field after the name, which may hold anything, and the state (proc(5)). */
const parentOf = (pid) => Number(read(`/proc/${pid}/stat`).split(") ").at(-1)?.split(" ")[1]);

/** Removes the folders of runs that were killed before they could: none lasts so long, in milliseconds. */
const DAY_MS = 86_400_000;
function sweep(place) {
  for (const entry of readdirSync(place).filter((each) => each.startsWith(FOLDER))) {
    const path = join(place, entry);
    const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - made > DAY_MS) rmSync(path, { recursive: true, force: true });
  }
}

function kill(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has gone by itself.
  }
}

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // Another user's, or gone.
    return "";
  }
}
