import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { CheckEvent, Report, Text } from "../../checks/index.ts";
import type { LookupMarks } from "../instances/wire.ts";
import { log } from "../log.ts";
import type { Checker, PlacedCheck } from "./checker.ts";
import type { Order, Questions, Word } from "./messages.ts";

interface Call {
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

/** A thread that checks, from its start to its end. */
interface Running {
  readonly worker: Worker;
  readonly ready: Promise<void>;
  readonly calls: Map<number, Call>;
  readonly watchers: Map<number, (event: CheckEvent) => void>;
  /** Why it has ended. */
  death?: unknown;
}

export interface Thread extends Checker {
  /** Ends it, and starts no other. */
  readonly end: () => Promise<void>;
}

/** How long after its end another one is started, in milliseconds: one that ends at once is not started all the time. */
const AGAIN_MS = 1_000;

/**
 * Starts a thread for checks, so that whoever reads is not kept waiting by them. `file` is what it runs: it calls
 * `serveChecks`. Where that thread dies, by a fault of ours, its checks fail and another one is started. Resolves when it
 * can be asked.
 */
export async function startChecker(file: string, againMs = AGAIN_MS): Promise<Thread> {
  let [running, last]: [Running, number] = [startThread(file), 0];
  let over = false;
  const replaceAtItsEnd = async () => {
    await once(running.worker, "exit");
    if (over) return;
    log().error({ err: running.death }, "the thread that checks has ended; another one is started");
    await setTimeout(againMs, undefined, { ref: false });
    running = startThread(file);
    void replaceAtItsEnd();
  };
  await running.ready;
  void replaceAtItsEnd();

  function ask<K extends keyof Questions>(
    { worker, calls, death }: Running,
    kind: K,
    asked: Questions[K]["asked"],
  ): Promise<Questions[K]["answer"]> {
    if (death) return Promise.reject(death);
    const call = ++last;
    return new Promise((resolve, reject) => {
      calls.set(call, { resolve, reject });
      worker.postMessage({ kind, call, ...asked } as Order);
    });
  }

  return {
    async prepare(target, onEvent): Promise<PlacedCheck> {
      const here = running;
      const id = ++last;
      here.watchers.set(id, onEvent);
      const tell = (kind: "stop" | "forget") => here.worker.postMessage({ kind, id } satisfies Order);
      const forget = () => {
        here.watchers.delete(id);
        tell("forget");
      };
      const first = await ask(here, "prepare", { id, target }).catch((error: unknown) => {
        forget();
        throw error;
      });
      return {
        first,
        begin: (): Promise<Report> => ask(here, "begin", { id }),
        snapshot: (): Promise<Report> => ask(here, "snapshot", { id }),
        lookups: (): Promise<readonly LookupMarks[]> => ask(here, "lookups", { id }),
        stop: () => tell("stop"),
        forget,
      };
    },
    lookAtOwnNetwork: (): Promise<readonly Text[]> => ask(running, "lookAtOwnNetwork", {}),
    lookAtResolvers: (): Promise<readonly Text[]> => ask(running, "lookAtResolvers", {}),
    async end() {
      over = true;
      await running.worker.terminate();
    },
  };
}

function startThread(file: string): Running {
  // What watches over a process does so from its main thread.
  const worker = new Worker(file, { execArgv: [], argv: process.argv.slice(2) });
  const calls = new Map<number, Call>();
  const watchers = new Map<number, (event: CheckEvent) => void>();
  const ready = Promise.withResolvers<void>();
  const take = (call: number) => {
    const one = calls.get(call);
    calls.delete(call);
    return one;
  };
  worker.on("message", (word: Word) => {
    switch (word.kind) {
      case "ready":
        return ready.resolve();
      case "event":
        return watchers.get(word.id)?.(word.event);
      case "answer":
        return take(word.call)?.resolve(word.value as never);
      case "fault":
        return take(word.call)?.reject(word.error);
    }
  });
  let fault: unknown;
  worker.on("error", (error) => {
    fault = error;
  });
  // Before everybody else's: what waits for an answer is told first.
  worker.on("exit", (code) => {
    running.death = fault ?? new Error(`the thread that checks ended with ${code}`);
    ready.reject(running.death);
    for (const { reject } of calls.values()) reject(running.death);
    calls.clear();
  });
  ready.promise.catch(() => undefined);
  const running: Running = { worker, ready: ready.promise, calls, watchers };
  return running;
}
