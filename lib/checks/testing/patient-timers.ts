import { afterTurns, realClearTimeout, realSetTimeout } from "./turns.ts";

/*
 * A vitest set-up file: timers for tests whose clients and servers share one process. A time is up when it has passed
 * AND the process has since had many turns at its sockets, so that what an in-process server was about to answer is read
 * first. A wait for real silence costs its milliseconds, and on a busy machine no answer is taken for silence, however
 * short the wait. Timers still fire in the order in which they fall due.
 */

type Callback = (...args: unknown[]) => void;

/** Timers that are due and still wait for their turns. */
const due = new WeakMap<object, { off: boolean }>();

function patient(callback: Callback, ms?: number, ...args: unknown[]): NodeJS.Timeout {
  const timer = realSetTimeout(() => {
    const state = { off: false };
    due.set(timer, state);
    afterTurns(
      () => callback(...args),
      () => state.off,
    );
  }, ms);
  return timer;
}

function clear(timer: NodeJS.Timeout | string | number | undefined): void {
  const state = typeof timer === "object" ? due.get(timer) : undefined;
  if (state) state.off = true;
  realClearTimeout(timer);
}

/** As the built-in one, by whatever timers are in force. */
function timeout(ms: number): AbortSignal {
  const controller = new AbortController();
  const abort = () => controller.abort(new DOMException("The operation was aborted due to timeout", "TimeoutError"));
  setTimeout(abort, ms).unref();
  return controller.signal;
}

Object.assign(globalThis, { setTimeout: Object.assign(patient, realSetTimeout), clearTimeout: clear });
AbortSignal.timeout = timeout;
