import type { Server } from "node:http";
import { setTimeout } from "node:timers/promises";
import type { Worker } from "node:worker_threads";
import { log } from "../../service/log.ts";
import { countedElsewhere } from "../../service/metrics.ts";
import { startThread } from "../../service/start-thread.ts";
import type { RememberedStore } from "../../service/store/remembered.ts";
import type { Kept } from "../kept-answer.ts";
import type { Listening } from "../listening.ts";
import { cellsFor, FRONT_FILE } from "./begin.ts";
import { Cell, type FrontData, type FrontOptions, type Order, type Refusals, type Word } from "./messages.ts";
import { RelayedSocket } from "./relayed-socket.ts";

/** How long after its end another one is started, in milliseconds: one that ends at once is not started all the time. */
const AGAIN_MS = 1_000;
/** How often one page is told at most, in milliseconds: not all who read it come to the thread in front first. */
const TOLD_MS = 5_000;

/** The thread that clients come to. */
export interface Front extends Listening {
  /** What was just answered by its key: from here on that is answered in front. */
  readonly keep: (key: string, page: Kept) => void;
  /** What was kept for this path is not answered any more. */
  readonly drop: (path: string) => void;
  /** Has somebody told where pages are read at an origin, now and then. */
  readonly whenUsed: (tell: (origin: string) => void) => void;
  /** Ends it at once, and starts no other. */
  readonly end: () => Promise<unknown>;
  /** How many could still get a place for a check, or wait for one. */
  readonly setRoom: (room: number) => void;
}

/**
 * Has clients come to a thread of their own, which answers what is at hand and passes everything else on to `server`: so
 * whatever is done here, no reader of a kept page waits for it. Where it dies, by a fault of ours, its connections end and
 * another one listens at the same port.
 */
export function createFront(
  server: Server,
  store: Pick<RememberedStore, "believedUntil" | "whenForgotten">,
  { refusals, settings }: FrontOptions & { readonly refusals: Refusals | Promise<Refusals> },
  { againMs = AGAIN_MS, file = FRONT_FILE }: { readonly againMs?: number; readonly file?: string } = {},
): Front {
  let used: (origin: string) => void = () => {};
  const cells = cellsFor(file);
  const numbers = new Int32Array(cells);
  const told = new WeakMap<Kept, number>();
  const opened = Promise.withResolvers<number>();
  let sockets = new Map<number, RelayedSocket>();
  let worker: Worker | undefined;
  let isOver = false;
  const say = (order: Order, moved: ArrayBuffer[] = []) => worker?.postMessage(order, moved);

  store.whenForgotten((report) => {
    Atomics.add(numbers, Cell.forgotten, 1);
    say({ kind: "forget", report });
  });
  countedElsewhere(() => ({
    pages: Atomics.exchange(numbers, Cell.pages, 0),
    refusals: Atomics.exchange(numbers, Cell.refusals, 0),
  }));

  server.on("request", (request, response) => {
    const { socket } = request;
    if (!isRelayed(socket)) return;
    const say = () => {
      // Some answer before they have read everything.
      if (!request.complete) request.once("end", say);
      // After what the answer has left to be written.
      else setImmediate(() => response.shouldKeepAlive && socket.sayAnswered());
    };
    response.once("finish", say);
  });

  function take(word: Word, here: Worker): void {
    switch (word.kind) {
      case "listening":
        // From now on the HTTP server sees to the time that its connections take.
        server.emit("listening");
        opened.resolve(word.port);
        return;
      case "refused":
        // Where it listened before, it is tried again.
        opened.reject(Object.assign(new Error(word.message), { code: word.code }));
        void here.terminate();
        return;
      case "open": {
        const { id } = word;
        const socket = new RelayedSocket(id, word.peer, (order, moved = []) => here.postMessage(order, moved));
        sockets.set(id, socket);
        socket.once("close", () => sockets.delete(id));
        server.emit("connection", socket);
        return;
      }
      case "doubt":
        store.believedUntil(word.report).then(
          (until) => say({ kind: "believe", report: word.report, until }),
          // What is believed is believed no longer than ever.
          () => undefined,
        );
        return;
      case "used":
        used(word.origin);
        return;
      default:
        sockets.get(word.id)?.obey(word);
    }
  }

  function start(): void {
    Atomics.store(numbers, Cell.forgotten, 0);
    const workerData: FrontData = { cells };
    const here: Worker = startThread<Word>(
      file,
      { workerData },
      {
        what: "the thread that clients come to",
        onMessage: (word) => take(word, here),
        onEnd: (why) => void replace(why),
      },
    );
    worker = here;
    // They take a while to be made.
    Promise.resolve(refusals).then(
      (known) => here.postMessage({ kind: "refuse", refusals: known } satisfies Order),
      ignore,
    );
  }

  async function replace(err: unknown): Promise<void> {
    const lost = sockets;
    sockets = new Map();
    for (const socket of lost.values()) socket.destroy();
    opened.reject(err);
    const listened = await opened.promise.catch(() => undefined);
    if (isOver || listened === undefined) return;
    log().error({ err }, "the thread that clients come to has ended; another one is started");
    await setTimeout(againMs);
    if (isOver) return;
    start();
    say({ kind: "listen", port: listened, settings });
  }

  opened.promise.catch(ignore);
  // What it loads is loaded by the time that there is something to listen for.
  start();
  return {
    open(port) {
      say({ kind: "listen", port, settings });
      return opened.promise;
    },
    keep(key, page) {
      const now = Date.now();
      if (now - (told.get(page) ?? 0) < TOLD_MS) return;
      told.set(page, now);
      if (page.report === undefined) return say({ kind: "keep", key, page, until: Number.POSITIVE_INFINITY });
      store.believedUntil(page.report).then(
        (until) => say({ kind: "keep", key, page, until }),
        () => undefined,
      );
    },
    drop: (path) => say({ kind: "drop", path }),
    whenUsed(tell) {
      used = tell;
    },
    setRoom(room) {
      Atomics.store(numbers, Cell.room, room);
      Atomics.add(numbers, Cell.roomChanges, 1);
    },
    async end() {
      isOver = true;
      await worker?.terminate();
    },
    closeIdle() {
      server.closeIdleConnections();
      say({ kind: "close-idle" });
    },
    async close() {
      isOver = true;
      say({ kind: "stop" });
      server.closeIdleConnections();
      await Promise.all([...sockets.values()].map((socket) => new Promise((resolve) => socket.once("close", resolve))));
    },
  };
}

const ignore = () => undefined;

const isRelayed = (socket: unknown): socket is RelayedSocket => socket instanceof RelayedSocket;
