import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Worker } from "node:worker_threads";
import { log } from "../../log.ts";
import { startThread } from "../../start-thread.ts";
import type { Desk, Order, ThreadOptions, Word } from "./messages.ts";

const FILE = join(import.meta.dirname, "serve.ts");
/** What it may take of memory beside its buffers, in MiB. Little garbage is kept: there is much of it. */
const LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 4 };
/** How long after its end another one is started, in milliseconds: one that ends at once is not started all the time. */
const AGAIN_MS = 1_000;
/** How long sessions have to be kept when the service ends, in milliseconds. */
const CLOSE_MS = 3_000;

/** The listener of this process, in a thread of its own. */
export interface ListenerThread {
  /** Where it listens. */
  readonly port: number;
  /** Takes no more, ends those sessions there are, and starts no other. */
  readonly close: () => Promise<void>;
}

interface Running {
  readonly worker: Worker;
  readonly port: Promise<number>;
  readonly closed: Promise<void>;
  /** Settles with the reason when it has ended, by whatever. */
  readonly over: Promise<unknown>;
}

/**
 * Listens in a thread with a heap of its own and a low priority, so that readers of pages do not notice what strangers do.
 * Where it dies, by a fault of ours, another one listens at the same port. Rejects where nobody can listen there.
 */
export async function startListenerThread(
  options: ThreadOptions,
  desk: Desk,
  { againMs = AGAIN_MS, file = FILE }: { readonly againMs?: number; readonly file?: string } = {},
): Promise<ListenerThread> {
  let running = start(file, options, desk);
  let over = false;
  const port = await running.port.catch((error: unknown) => {
    void running.worker.terminate();
    throw error;
  });
  const replaceAtItsEnd = async () => {
    const err = await running.over;
    if (over) return;
    log().error({ err }, "the thread that listens for mail servers has ended; another one is started");
    await setTimeout(againMs, undefined, { ref: false });
    if (over) return;
    running = start(file, { ...options, port }, desk);
    // One that cannot listen ends, and the next one is tried.
    running.port.catch(() => running.worker.terminate());
    await replaceAtItsEnd();
  };
  void replaceAtItsEnd();
  return {
    port,
    async close() {
      over = true;
      running.worker.postMessage({ kind: "close" } satisfies Order);
      await Promise.race([running.closed, setTimeout(CLOSE_MS, undefined, { ref: false })]);
      await running.worker.terminate();
    },
  };
}

function start(file: string, options: ThreadOptions, desk: Desk): Running {
  const tell = (order: Order) => worker.postMessage(order);
  const port = Promise.withResolvers<number>();
  const closed = Promise.withResolvers<void>();
  const over = Promise.withResolvers<unknown>();
  const onMessage = (word: Word) => {
    switch (word.kind) {
      case "listening":
        return port.resolve(word.port);
      case "refused":
        return port.reject(Object.assign(new Error(word.message), { code: word.code }));
      case "fault":
        return log().error({ err: word.error }, "an SMTP session failed by a fault of ours");
      case "closed":
        return closed.resolve();
      case "ask": {
        const { call, what, values } = word;
        const work = desk[what] as (...all: readonly unknown[]) => Promise<unknown>;
        return void work(...values).then(
          (value) => tell({ kind: "answer", call, value }),
          (error: unknown) => tell({ kind: "fault", call, error }),
        );
      }
    }
  };
  const onEnd = (why: unknown) => {
    port.reject(why);
    closed.resolve();
    over.resolve(why);
  };
  const limited = { workerData: options, resourceLimits: LIMITS };
  const worker = startThread<Word>(file, limited, { what: "the thread that listens", onMessage, onEnd });
  port.promise.catch(() => undefined);
  return { worker, port: port.promise, closed: closed.promise, over: over.promise };
}
