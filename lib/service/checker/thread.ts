import { setImmediate, setTimeout } from "node:timers/promises";
import type { Worker } from "node:worker_threads";
import type { LookupMarks } from "../instances/wire.ts";
import { log } from "../log.ts";
import { startThread } from "../start-thread.ts";
import { checkerOptions } from "./begin.ts";
import type { Checker, PlacedCheck, PlacedLooker } from "./checker.ts";
import { ERRANDS, type Errands } from "./errands.ts";
import type { Instruction, Order, Questions, Told, Word } from "./messages.ts";

interface Call {
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

/** A thread that checks, from its start to its end. */
interface Running {
  readonly worker: Worker;
  /** Settles when it can be asked. */
  readonly ready: Promise<void>;
  /** Settles when it has ended, and what waited for an answer has been told. */
  readonly over: Promise<void>;
  readonly calls: Map<number, Call>;
  readonly watchers: Map<number, (told: Told) => void>;
  /** Why it has ended. */
  death?: unknown;
}

export interface Thread extends Checker {
  /** Settles when it can be asked for the first time. */
  readonly ready: Promise<void>;
  /** Ends it, and starts no other. */
  readonly end: () => Promise<void>;
}

/** How long after its end another one is started, in milliseconds: one that ends at once is not started all the time. */
const AGAIN_MS = 1_000;

/**
 * Starts a thread for checks, so that whoever reads is not kept waiting by them. `file` is what it runs: it calls
 * `serveChecks`. Where that thread dies, by a fault of ours, its checks fail and another one is started; whoever asks in
 * between waits for that.
 */
export function startChecker(file: string, againMs = AGAIN_MS): Thread {
  let last = 0;
  let ended = false;
  let running = start(file);
  const first = running;
  /** The one to ask. */
  let next: Promise<Running> = first.ready.then(() => first);
  next.catch(ignore);
  void replaceAtItsEnd();

  async function replaceAtItsEnd(): Promise<void> {
    for (;;) {
      await running.over;
      // One that has never been of any use is not started again.
      if (ended || !(await isReady(first))) return;
      log().error({ err: running.death }, "the thread that checks has ended; another one is started");
      const started = Promise.withResolvers<Running>();
      started.promise.catch(ignore);
      next = started.promise;
      await setTimeout(againMs, undefined, { ref: false });
      if (ended) return started.reject(running.death);
      running = start(file);
      const { ready } = running;
      const here = running;
      ready.then(() => started.resolve(here), started.reject);
    }
  }

  async function alive(): Promise<Running> {
    const here = await next;
    if (!here.death || ended) return here;
    await setImmediate();
    return alive();
  }

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
  const tell = ({ worker }: Running, instruction: Instruction) => worker.postMessage(instruction);

  const errands = Object.fromEntries(
    ERRANDS.map((name) => [
      name,
      async (...args: readonly unknown[]) =>
        ask(await alive(), "errand", { name, args } as Questions["errand"]["asked"]),
    ]),
  ) as unknown as Errands;

  return {
    ...errands,
    ready: first.ready,
    async prepare(target, looking, onEvent): Promise<PlacedCheck> {
      const here = await alive();
      const id = ++last;
      const marks: LookupMarks[] = [];
      if (onEvent)
        here.watchers.set(id, (told) => {
          for (const [place, mark] of told.marks) marks[place] = mark;
          onEvent(told.event);
        });
      const forget = () => {
        here.watchers.delete(id);
        tell(here, { kind: "forget", id });
      };
      const before = await ask(here, "prepare", { id, target, looking }).catch((error: unknown) => {
        forget();
        throw error;
      });
      return {
        first: before,
        begin: () => ask(here, "begin", { id }),
        snapshot: () => ask(here, "snapshot", { id }),
        lookups: () => marks,
        stop: () => tell(here, { kind: "stop", id }),
        forget,
      };
    },
    openPool(options): PlacedLooker {
      const id = ++last;
      let stopped = false;
      const told = new Set<Running>();
      /** What was lost with its thread is asked of the next one; what was lost twice may be why. */
      async function anew<T>(question: (here: Running) => Promise<T>, tries = 2): Promise<T> {
        const here = await alive();
        if (!told.has(here)) {
          told.add(here);
          tell(here, { kind: "pool", id, options });
          if (stopped) tell(here, { kind: "stop", id });
        }
        return question(here).catch((error: unknown) => {
          if (!here.death || stopped || ended || tries === 1) throw error;
          return anew(question, tries - 1);
        });
      }
      return {
        look: (entry) => anew((here) => ask(here, "look", { id, entry })),
        ask: (entry, look) => anew((here) => ask(here, "ask", { id, entry, look })),
        stop() {
          stopped = true;
          for (const here of told) tell(here, { kind: "stop", id });
        },
        forget() {
          for (const here of told) tell(here, { kind: "forget", id });
        },
      };
    },
    async end() {
      ended = true;
      await running.worker.terminate();
    },
  };
}

const isReady = ({ ready }: Running): Promise<boolean> =>
  ready.then(
    () => true,
    () => false,
  );

function start(file: string): Running {
  const calls = new Map<number, Call>();
  const watchers = new Map<number, (told: Told) => void>();
  const ready = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  const take = (call: number) => {
    const one = calls.get(call);
    calls.delete(call);
    return one;
  };
  const onMessage = (word: Word) => {
    switch (word.kind) {
      case "ready":
        return ready.resolve();
      case "event":
        return watchers.get(word.id)?.(JSON.parse(word.json) as Told);
      case "answer":
        return take(word.call)?.resolve((word.json === undefined ? undefined : JSON.parse(word.json)) as never);
      case "fault":
        return take(word.call)?.reject(word.error);
    }
  };
  const onEnd = (why: unknown) => {
    running.death = why;
    ready.reject(why);
    for (const { reject } of calls.values()) reject(why);
    calls.clear();
    over.resolve();
  };
  const worker = startThread<Word>(file, checkerOptions(), { what: "the thread that checks", onMessage, onEnd });
  ready.promise.catch(ignore);
  const running: Running = { worker, ready: ready.promise, over: over.promise, calls, watchers };
  return running;
}

const ignore = () => undefined;
