import { type AddressInfo, createServer, type Socket } from "node:net";
import { parentPort, workerData } from "node:worker_threads";
import type { Kept } from "../kept-answer.ts";
import { createQuickAnswers } from "../quick-answers.ts";
import { createQuickConnections, type QuickConnections } from "../quick-connections.ts";
import { createAdmission } from "./admission.ts";
import { Cell, type FrontData, type FrontOptions, type Order, type Refusals, type Word } from "./messages.ts";
import { createFrontPages } from "./pages.ts";
import { createPassing } from "./passing.ts";

/** How often it is said at most that pages are read at an origin, in milliseconds. */
const USED_MS = 60_000;

const port = parentPort;
if (!port) throw new Error("this is a thread, and nobody has started it");
const say = (word: Word, moved: ArrayBuffer[] = []) => port.postMessage(word, moved);
const { cells } = workerData as FrontData;
const numbers = new Int32Array(cells);
/** None until they are said: whoever comes before that is passed on. */
let refusals: Refusals = new Map();

const pages = createFrontPages((report) => say({ kind: "doubt", report }));
/** How often something was forgotten here. Where the other thread counts more, what it says of that is on its way. */
let forgotten = 0;
const used = new Map<string, number>();

function pageAt(path: string, origin: string): Kept | undefined {
  const page = pages.at(`${origin}${path}`);
  if (!page || (page.report !== undefined && Atomics.load(numbers, Cell.forgotten) !== forgotten)) return undefined;
  const now = Date.now();
  if (now - (used.get(origin) ?? 0) > USED_MS) {
    used.set(origin, now);
    say({ kind: "used", origin });
  }
  Atomics.add(numbers, Cell.pages, 1);
  return page;
}

const admission = createAdmission(() => ({
  room: Atomics.load(numbers, Cell.room),
  changes: Atomics.load(numbers, Cell.roomChanges),
}));
/** Who answers at the port, once that is to be opened. */
let quick: QuickConnections | undefined;
const passing = createPassing(say, (socket) => quick?.take(socket, true));
const answering = ({ settings }: FrontOptions): QuickConnections =>
  createQuickConnections(
    createQuickAnswers(
      {
        pageAt: (path, origin) => (server.listening ? pageAt(path, origin) : undefined),
        refusalAt(path) {
          const refusal = server.listening ? refusals.get(path) : undefined;
          if (!refusal || admission.admits()) return undefined;
          Atomics.add(numbers, Cell.refusals, 1);
          return refusal;
        },
      },
      settings,
    ),
    passing.pass,
  );

const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket: Socket) => quick?.take(socket));
server.on("error", ({ code, message }: NodeJS.ErrnoException) => say({ kind: "refused", code, message }));
server.on("listening", () => say({ kind: "listening", port: (server.address() as AddressInfo).port }));

port.on("message", (order: Order) => {
  switch (order.kind) {
    case "listen":
      quick ??= answering(order);
      return void server.listen(order.port);
    case "refuse":
      refusals = order.refusals;
      return;
    case "keep":
      return pages.keep(order.key, withBuffers(order.page), order.until);
    case "believe":
      return pages.believe(order.report, order.until);
    case "forget":
      forgotten++;
      return pages.forget(order.report);
    case "drop":
      return pages.drop(order.path);
    case "stop":
      server.close();
      return quick?.closeIdle();
    case "close-idle":
      return quick?.closeIdle();
    default:
      return passing.obey(order);
  }
});

/** Buffers arrive from another thread as plain arrays of octets. */
function withBuffers(page: Kept): Kept {
  const buffer = ({ buffer, byteOffset, byteLength }: Uint8Array) => Buffer.from(buffer, byteOffset, byteLength);
  const { identity, br, gzip } = page.bodies;
  return { ...page, bodies: { identity: buffer(identity), br: buffer(br), gzip: buffer(gzip) } };
}
