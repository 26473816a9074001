import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";

/** How far checks and strangers' sessions stand back behind readers where both want the same processor (nice(1)). */
const NICENESS = 5;

/** Lets readers go before this thread. On Linux each thread has a priority of its own; elsewhere all keep the process's. */
export function standBack(): void {
  if (process.platform !== "linux") return;
  try {
    setPriority(Number(readlinkSync("/proc/thread-self").split("/").at(-1)), NICENESS);
  } catch {
    // As good as it was.
  }
}
