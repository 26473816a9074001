import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
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
  const child = spawn(process.execPath, ["--import", TIED, ...args], { ...options, stdio });
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
