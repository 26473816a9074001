import {
  type CheckEvent,
  createPoolLooker,
  type Focus,
  type PoolLooker,
  type PoolOptions,
  prepareCheck,
  type Report,
  type Sending,
  type Target,
  type Vantage,
} from "../../checks/index.ts";
import type { LookupMarks } from "../instances/wire.ts";
import { vantage } from "../service-vantage.ts";
import { shared } from "../shared.ts";
import { type Errands, errandsOf } from "./errands.ts";

/** A check wherever it runs: in this thread, or in one of its own. */
export interface PlacedCheck {
  /** The report before anything has left the machine. */
  readonly first: Report;
  /** Begins it, once at most, and gives the finished report. Rejects only for a fault of ours. */
  readonly begin: () => Promise<Report>;
  /** The report as it stands. */
  readonly snapshot: () => Promise<Report>;
  /** What has been looked up so far, and what for. */
  readonly lookups: () => readonly LookupMarks[];
  /** Ends it; what is open is judged unknown. */
  readonly stop: () => void;
  /** Nobody will ask for it again. */
  readonly forget: () => void;
}

/** Whoever looks at the addresses of one pool, wherever that is. */
export interface PlacedLooker extends PoolLooker {
  /** Stops it; what is open is unknown. */
  readonly stop: () => void;
  /** Nobody will ask it again. */
  readonly forget: () => void;
}

/** What a check looks at, where that is not all, and what its target showed when it sent to this service. */
export interface Looking {
  readonly focus?: Focus | undefined;
  readonly sending?: Sending | undefined;
}

/** Whatever looks at the world for this process: what its checks share is kept there, and nothing else sends anything. */
export interface Checker extends Errands {
  readonly prepare: (target: Target, looking: Looking, onEvent?: (event: CheckEvent) => void) => Promise<PlacedCheck>;
  readonly openPool: (options: PoolOptions) => PlacedLooker;
}

/** Checks in the thread that calls. */
export function checkHere(from: Vantage): Checker {
  return {
    ...errandsOf(from),
    async prepare(target, { focus, sending }, onEvent) {
      const stop = new AbortController();
      const { begin, snapshot, lookups } = prepareCheck(target, from, {
        signal: stop.signal,
        sending,
        ...(focus ? { focus } : {}),
        ...(onEvent ? { onEvent } : {}),
      });
      return {
        first: snapshot(),
        begin,
        snapshot: async () => snapshot(),
        lookups,
        stop: () => stop.abort(),
        forget: () => undefined,
      };
    },
    openPool(options) {
      const stop = new AbortController();
      return { ...createPoolLooker(from, options, stop.signal), stop: () => stop.abort(), forget: () => undefined };
    },
  };
}

/** Who checks for this process: the thread that it has started for that, where it has (`next start` does not). */
export const checker = (): Checker => shared("checker", () => checkHere(vantage()));

/** Has another one check, before the first check. */
export function checkBy(other: Checker): void {
  if (shared("checker", () => other) !== other) throw new Error("checks are made elsewhere already");
}

/** One target in, one report out, of this part of it. */
export async function lookAt(target: Target, focus: Focus): Promise<Report> {
  const check = await checker().prepare(target, { focus });
  try {
    return await check.begin();
  } finally {
    check.forget();
  }
}
