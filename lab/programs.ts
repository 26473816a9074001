import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { isApart } from "./namespace.ts";

const FOLDERS = ["/usr/sbin", "/usr/bin", "/sbin", "/bin"];

/** Where a program is, if it is here. */
export function find(program: string): string | undefined {
  return FOLDERS.map((folder) => `${folder}/${program}`).find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * Why tests that need these programs cannot run, or nothing. The reason is put into the tests' title and they are
 * reported skipped: what did not run has not passed.
 */
export function whyNot(...programs: readonly string[]): string | undefined {
  if (!isApart()) return "needs namespaces of its own: npm run lab";
  if (process.env.NAMEPLATE_LAB_FAULT) return process.env.NAMEPLATE_LAB_FAULT;
  const missing = programs.filter((program) => !find(program));
  return missing.length > 0 ? `not on this machine: ${missing.join(", ")}` : undefined;
}

/** What a program prints: its version, a key's name. */
export const outputOf = (program: string, args: readonly string[], cwd = "/"): string =>
  execFileSync(find(program) ?? program, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

export interface Daemon {
  /** Everything it wrote to its output so far. */
  readonly said: () => string;
  readonly stop: () => Promise<void>;
}

export interface DaemonOptions {
  /** Asked again and again until it answers true. */
  readonly ready: () => Promise<boolean>;
  readonly cwd?: string;
  /** Resolves once it is gone for good; the end of the process unless given. */
  readonly stop?: () => unknown;
}

/** No assertion, a net: rspamd compiles its patterns first, which takes 5 seconds, and many more on a busy machine. */
const PATIENCE_MS = 240_000;
const AGAIN_MS = 25;
/** As much of its output as a failed start shows. */
const SAID = 3000;

/** Starts a program that stays in the foreground, and waits until it is ready. */
export async function start(program: string, args: readonly string[], options: DaemonOptions): Promise<Daemon> {
  const child = spawn(find(program) ?? program, args, { cwd: options.cwd ?? "/", stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  let gone: string | undefined;
  child.once("error", (error) => {
    gone = error.message;
  });
  child.once("exit", (code, signal) => {
    gone = `it ended with ${code ?? signal}`;
  });
  const until = Date.now() + PATIENCE_MS;
  while (!(await options.ready())) {
    if (!gone && Date.now() < until) await later(AGAIN_MS);
    else {
      child.kill("SIGKILL");
      throw new Error(`${program} did not start: ${gone ?? "no answer in time"}\n${output.slice(-SAID)}`);
    }
  }
  return {
    said: () => output,
    async stop() {
      await options.stop?.();
      await end(child, ended);
    },
  };
}

async function end(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), 20_000);
  await ended;
  clearTimeout(force);
}

export const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
