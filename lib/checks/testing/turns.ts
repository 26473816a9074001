/** The real timers, as they are before a test or a set-up file replaces them. */
export const {
  setTimeout: realSetTimeout,
  clearTimeout: realClearTimeout,
  setImmediate: realSetImmediate,
} = globalThis;

const ROUNDS = 4;
const TURNS = 5;
/** Between two rounds, in milliseconds: what a system on a busy machine may need to hand a packet over on loopback. */
const PAUSE_MS = 1;

/**
 * Calls `then` once this process has had many turns at its sockets. Where clients and servers share the process, whatever
 * they had to say to each other without waiting has been said and read by then, however busy the machine is.
 */
export function afterTurns(then: () => void, isOff: () => boolean = () => false, rounds = ROUNDS): void {
  if (isOff()) return;
  if (rounds === 0) then();
  else realSetTimeout(() => immediates(TURNS, () => afterTurns(then, isOff, rounds - 1)), PAUSE_MS);
}

function immediates(left: number, then: () => void): void {
  if (left === 0) then();
  else realSetImmediate(() => immediates(left - 1, then));
}
