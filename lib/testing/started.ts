import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/*
 * What the tests of one file start outside their own process ends with that file, whatever fails in it, a hook that was
 * in the middle of starting it included: `end-started.ts` sees to that under Vitest; under other runners it ends with
 * the worker. A worker that is killed takes its processes along (`tied.ts`).
 */

const TIED = join(import.meta.dirname, "tied.ts");
const processes = new Set<ChildProcess>();
const folders = new Set<string>();

/** A temporary folder, until the tests of this file are over. */
export function temporaryFolder(purpose: string): string {
  const folder = mkdtempSync(join(tmpdir(), `nameplate-${purpose}-`));
  folders.add(folder);
  return folder;
}

/** Runs a file by this Node, until the tests of this file are over at the latest. Standard input is ours. */
export function startProcess(
  args: readonly string[],
  {
    stdio = ["pipe", "pipe", "pipe"],
    ...options
  }: SpawnOptions & { readonly stdio?: ["pipe", "pipe", "pipe" | "inherit"] } = {},
): ChildProcess {
  return kept(spawn(process.execPath, ["--import", TIED, ...args], { ...options, stdio }));
}

const SETPRIV = "/usr/bin/setpriv";

/**
 * Runs any other program likewise. What watches over our own processes cannot be put into it; on Linux the kernel kills
 * it where the worker dies.
 */
export function startProgram(command: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const { uid, gid, ...rest } = options;
  if (!existsSync(SETPRIV)) return kept(spawn(command, args, options));
  const as = uid === undefined ? [] : [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"];
  return kept(spawn(SETPRIV, [...as, "--pdeathsig=KILL", command, ...args], rest));
}

function kept(child: ChildProcess): ChildProcess {
  // Who has ended does not read what we never write.
  child.stdin?.on("error", () => {});
  processes.add(child);
  child.once("exit", () => processes.delete(child));
  return child;
}

function removeFolders(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  folders.clear();
}

/** Ends every process that is still running, waits until they are gone, and removes the folders. */
export async function endStarted(): Promise<void> {
  await Promise.all(
    [...processes].map((child) => {
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      return gone;
    }),
  );
  removeFolders();
}
process.once("exit", () => {
  for (const child of processes) child.kill("SIGKILL");
  removeFolders();
});
