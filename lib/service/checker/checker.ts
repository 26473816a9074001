import {
  type CheckEvent,
  lookAtOwnNetwork,
  lookAtResolvers,
  prepareCheck,
  type Report,
  type Target,
  type Text,
  type Vantage,
} from "../../checks/index.ts";
import type { LookupMarks } from "../instances/wire.ts";
import { vantage } from "../service-vantage.ts";
import { shared } from "../shared.ts";

/** A check wherever it runs: in this thread, or in one of its own. */
export interface PlacedCheck {
  /** The report before anything has left the machine. */
  readonly first: Report;
  /** Begins it, once at most, and gives the finished report. Rejects only for a fault of ours. */
  readonly begin: () => Promise<Report>;
  /** The report as it stands. */
  readonly snapshot: () => Promise<Report>;
  /** What has been looked up so far, and what for. */
  readonly lookups: () => Promise<readonly LookupMarks[]>;
  /** Ends it; what is open is judged unknown. */
  readonly stop: () => void;
  /** Nobody will ask for it again. */
  readonly forget: () => void;
}

/** Whatever looks at the world for this process: what its checks share is kept there. */
export interface Checker {
  readonly prepare: (target: Target, onEvent: (event: CheckEvent) => void) => Promise<PlacedCheck>;
  /** As the core's: what does not work with our own network, in words. */
  readonly lookAtOwnNetwork: () => Promise<readonly Text[]>;
  /** As the core's: which of our resolvers cannot be believed, in words. */
  readonly lookAtResolvers: () => Promise<readonly Text[]>;
}

/** Checks in the thread that calls. */
export function checkHere(from: Vantage): Checker {
  return {
    async prepare(target, onEvent) {
      const stop = new AbortController();
      const { begin, snapshot } = prepareCheck(target, from, { signal: stop.signal, onEvent });
      return {
        first: snapshot(),
        begin,
        snapshot: async () => snapshot(),
        lookups: async () => snapshot().lookups,
        stop: () => stop.abort(),
        forget: () => undefined,
      };
    },
    lookAtOwnNetwork: () => lookAtOwnNetwork(from),
    lookAtResolvers: () => lookAtResolvers(from),
  };
}

/** Who checks for this process: the thread that it has started for that, where it has (`next start` does not). */
export const checker = (): Checker => shared("checker", () => checkHere(vantage()));

/** Has another one check, before the first check. */
export function checkBy(other: Checker): void {
  if (shared("checker", () => other) !== other) throw new Error("checks are made elsewhere already");
}
