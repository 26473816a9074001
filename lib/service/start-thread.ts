import { Worker, type WorkerOptions } from "node:worker_threads";
import { threadFile } from "./built.ts";

const TOLD = ["message", "error", "exit"] as const;

/** A thread that nobody has taken over yet, and what it has told. */
interface Begun {
  readonly worker: Worker;
  readonly told: { readonly event: (typeof TOLD)[number]; readonly value: unknown }[];
  /** Stops the taking down. */
  readonly leave: () => void;
}
const begun = new Map<string, Begun>();

// What watches over a process does so from its main thread.
const create = (file: string, options: WorkerOptions): Worker =>
  new Worker(threadFile(file), { execArgv: [], ...options });

/**
 * Starts a thread ahead of whoever will want it, whose own files take a while to load: the first `startThread` of this file takes
 * it over, and is told all that it has said by then.
 */
export function beginThread(file: string, options: WorkerOptions): void {
  const worker = create(file, options);
  const told: Begun["told"] = [];
  const leaving = TOLD.map((event) => {
    const note = (value: unknown) => void told.push({ event, value });
    worker.on(event, note);
    return () => worker.off(event, note);
  });
  const leave = () => {
    for (const each of leaving) each();
  };
  begun.set(file, { worker, told, leave });
}

/**
 * Starts a thread of ours, or takes over the one that was begun. `onMessage` gets what it says. `onEnd` is called once with why it
 * is no longer there: what was thrown there, its limit of memory, or the code that it ended with; `what` begins that sentence
 * ("the thread that …").
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
  const early = begun.get(file);
  begun.delete(file);
  const worker = early?.worker ?? create(file, options);
  early?.leave();
  worker.on("message", thread.onMessage);
  // Its end comes next.
  let fault: unknown;
  worker.on("error", (error) => {
    fault = error;
  });
  worker.on("exit", (code) => thread.onEnd(fault ?? new Error(`${thread.what} ended with ${code}`)));
  if (early) queueMicrotask(() => early.told.forEach(({ event, value }) => void worker.emit(event, value)));
  return worker;
}
