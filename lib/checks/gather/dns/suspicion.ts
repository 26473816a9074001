import type { Endpoint } from "../../facts/vantage.ts";
import { keyOf } from "./round-trips.ts";

/** A silent server is tried again beside the others after so long, and then after twice that, up to so long (ms). */
const [SOON, AT_MOST] = [250, 30_000];

/** Which of several equal servers did not answer lately. */
export interface Suspicion {
  /** A question has been open for longer than this server takes to answer. */
  readonly silent: (server: Endpoint) => void;
  /** Something came from it. */
  readonly answered: (server: Endpoint) => void;
  /** Those that answer first, each part in the order given. */
  readonly inOrder: (servers: readonly Endpoint[]) => { readonly sound: Endpoint[]; readonly silent: Endpoint[] };
  /** Whether it is time to see if this silent server is back; counts as seen to. */
  readonly isDue: (server: Endpoint) => boolean;
}

/**
 * A server is under suspicion from its first missing answer to its next answer, and is asked last meanwhile. Whether it
 * is back is found out beside other questions, more and more rarely (RFC 9520 section 3.2), so that no question ever
 * waits for a dead one twice.
 */
export function createSuspicion(): Suspicion {
  const suspects = new Map<string, { wait: number; due: number }>();
  return {
    silent(server) {
      const key = keyOf(server);
      if (!suspects.has(key)) suspects.set(key, { wait: SOON, due: performance.now() + SOON });
    },
    answered: (server) => {
      if (suspects.size > 0) suspects.delete(keyOf(server));
    },
    inOrder(servers) {
      if (suspects.size === 0) return { sound: [...servers], silent: [] };
      const isSuspect = (server: Endpoint) => suspects.has(keyOf(server));
      return { sound: servers.filter((each) => !isSuspect(each)), silent: servers.filter(isSuspect) };
    },
    isDue(server) {
      const suspect = suspects.get(keyOf(server));
      const now = performance.now();
      if (!suspect || now < suspect.due) return false;
      suspect.wait = Math.min(AT_MOST, 2 * suspect.wait);
      suspect.due = now + suspect.wait;
      return true;
    },
  };
}
