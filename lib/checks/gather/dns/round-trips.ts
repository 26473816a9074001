import type { Endpoint } from "../../facts/vantage.ts";

/** The first retry of a question is never sooner nor later than this, in milliseconds. */
const [SOONEST, LATEST] = [15, 500];
/** Before anything has ever answered. */
const UNKNOWN = 250;
/** Another server than those we know is further away than they are as a rule: so many of their waits. */
const STRANGER = 3;
/** RFC 6298 section 2: how much one round trip counts in the smoothed one, and in its variance. */
const [ALPHA, BETA, K] = [1 / 8, 1 / 4, 4];
/** As many servers as are remembered; the longest known go first. */
const MAX_SERVERS = 4096;

/** One smoothed round trip and its mean deviation, in milliseconds. */
interface Estimate {
  smoothed: number;
  deviation: number;
}

/** `resolver`: recursive, ours. `direct`: a server that a zone, or the operator's list of public resolvers, names. */
export type Kind = "resolver" | "direct";

export interface RoundTrips {
  /** Takes note of how long one reply took. Each try has an id of its own, so it is known which try it answers. */
  readonly note: (server: Endpoint, kind: Kind, ms: number) => void;
  /** How long to wait for this server before the question is asked again, in milliseconds. */
  readonly wait: (server: Endpoint, kind: Kind) => number;
  /** Whether `wait` is a guess, which a reply from anywhere may better. */
  readonly isGuess: (server: Endpoint, kind: Kind) => boolean;
}

/**
 * How far away servers are, by RFC 6298 section 2: the smoothed round trip and four times its mean deviation, but at
 * least half a round trip on top. A server that has not answered yet is taken to be like the others of its kind.
 */
export function createRoundTrips(): RoundTrips {
  const servers = new Map<string, Estimate>();
  const kinds = new Map<Kind, Estimate>();

  const after = (estimate: Estimate | undefined, ms: number): Estimate => {
    if (!estimate) return { smoothed: ms, deviation: ms / 2 };
    estimate.deviation += BETA * (Math.abs(estimate.smoothed - ms) - estimate.deviation);
    estimate.smoothed += ALPHA * (ms - estimate.smoothed);
    return estimate;
  };

  return {
    note(server, kind, ms) {
      const key = keyOf(server);
      const known = servers.get(key);
      if (!known && servers.size >= MAX_SERVERS) servers.delete(servers.keys().next().value ?? "");
      // One reply that took very long, a resolver's that had to ask far around, does not slow down all others.
      const counted = Math.min(ms, 2 * LATEST);
      servers.set(key, after(known, counted));
      kinds.set(kind, after(kinds.get(kind), counted));
    },
    wait(server, kind) {
      const known = servers.get(keyOf(server)) ?? kinds.get(kind);
      if (known) return bounded(timeout(known));
      const others = kinds.get("resolver");
      return others ? bounded(Math.min(UNKNOWN, STRANGER * bounded(timeout(others)))) : UNKNOWN;
    },
    isGuess: (server, kind) => !servers.has(keyOf(server)) && !kinds.has(kind),
  };
}

const timeout = ({ smoothed, deviation }: Estimate): number => smoothed + Math.max(K * deviation, smoothed / 2);

/** In whole milliseconds, within bounds. */
const bounded = (ms: number): number => Math.ceil(Math.min(LATEST, Math.max(SOONEST, ms)));

/** How one server is told from another. */
export function keyOf(server: Endpoint): string {
  const known = keys.get(server);
  if (known !== undefined) return known;
  const key = `${server.address}#${server.port}`;
  keys.set(server, key);
  return key;
}
/** Each question is told apart by its server several times, and servers are few. */
const keys = new WeakMap<Endpoint, string>();
