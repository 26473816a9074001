import { parentPort, workerData } from "node:worker_threads";
import { LRUCache } from "lru-cache";
import type { Desk as SessionDesk } from "../../../listener/desk.ts";
import { startListener } from "../../../listener/listener.ts";
import { createTurns } from "../../../listener/turns.ts";
import { standBack } from "../../stand-back.ts";
import { newId } from "../../store/ids.ts";
import type { HeldMessage } from "../listens.ts";
import type { Desk, Order, ThreadOptions, Word } from "./messages.ts";

/** Questions to the other thread at once: it answers readers in between. */
const ASKED_AT_ONCE = 4;
/** Messages that are verified at once: each is copied to the thread that does that. */
const VERIFIED_AT_ONCE = 2;
/** A client whose TLS failed comes again without it, at once or when its queue is run next. In milliseconds. */
const FAILURE_MS = 15 * 60_000;

const port = parentPort;
if (!port) throw new Error("this is a thread, and nobody has started it");
standBack();

const say = (word: Word) => port.postMessage(word);
const options = workerData as ThreadOptions;

const calls = new Map<number, { resolve: (value: never) => void; reject: (error: unknown) => void }>();
let lastCall = 0;
function ask<K extends keyof Desk>(what: K, ...values: Parameters<Desk[K]>): ReturnType<Desk[K]> {
  const call = ++lastCall;
  return new Promise((resolve, reject) => {
    calls.set(call, { resolve, reject });
    say({ kind: "ask", call, what, values });
  }) as ReturnType<Desk[K]>;
}
const asking = createTurns(ASKED_AT_ONCE);
const inTurn = <K extends keyof Desk>(what: K, ...values: Parameters<Desk[K]>): ReturnType<Desk[K]> =>
  asking.take<unknown>(() => ask(what, ...values)) as ReturnType<Desk[K]>;

const verifying = createTurns(VERIFIED_AT_ONCE);
/** A message is verified once, however many recipients it has. */
const readings = new WeakMap<Buffer, Promise<HeldMessage>>();

const failures = new LRUCache<string, string>({ max: 1_000, ttl: FAILURE_MS });
const desk: SessionDesk = {
  recipient: (path) => inTurn("recipient", path),
  record: (recipient, session) => inTurn("record", recipient, session),
  left: (recipient, session) => inTurn("left", recipient, session),
  async read(recipient, session, message) {
    const known = readings.get(message) ?? verifying.take(() => ask("verify", message, session.seen));
    readings.set(message, known);
    await inTurn("read", recipient, session, await known);
  },
  failed({ address, tlsFailure }) {
    if (tlsFailure) failures.set(address, tlsFailure);
  },
  failureOf: (address) => failures.get(address),
};

const onFault = (error: unknown) => say({ kind: "fault", error });
try {
  const listener = await startListener({ ...options, newId, onFault }, desk);
  port.on("message", (order: Order) => {
    if (order.kind === "close") return void listener.close().then(() => say({ kind: "closed" }), onFault);
    const call = calls.get(order.call);
    calls.delete(order.call);
    if (order.kind === "answer") call?.resolve(order.value as never);
    else call?.reject(order.error);
  });
  say({ kind: "listening", port: listener.port });
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  say({ kind: "refused", code, message });
}
