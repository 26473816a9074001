import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";

/**
 * Lets the others go first where this thread and they want the same processor, by so much (nice(1)). On Linux each thread
 * has a priority of its own; elsewhere all of them keep the process's.
 */
export function standBack(niceness: number): void {
  if (process.platform !== "linux") return;
  try {
    setPriority(Number(readlinkSync("/proc/thread-self").split("/").at(-1)), niceness);
  } catch {
    // As good as it was.
  }
}
