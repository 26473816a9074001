import { Worker, type WorkerOptions } from "node:worker_threads";
import { threadFile } from "./built.ts";

/**
 * Starts a thread of ours. `onMessage` gets what it says. `onEnd` is called once with why it is no longer there: what was
 * thrown there, its limit of memory, or the code that it ended with; `what` begins that sentence ("the thread that …").
 */
export function startThread<Word>(
  file: string,
  options: WorkerOptions,
  thread: {
    readonly what: string;
    readonly onMessage: (word: Word) => void;
    readonly onEnd: (why: unknown) => void;
  },
): Worker {
  // What watches over a process does so from its main thread.
  const worker = new Worker(threadFile(file), { execArgv: [], ...options });
  let fault: unknown;
  worker.on("message", thread.onMessage);
  // Its end comes next.
  worker.on("error", (error) => {
    fault = error;
  });
  worker.on("exit", (code) => thread.onEnd(fault ?? new Error(`${thread.what} ended with ${code}`)));
  return worker;
}
