import { LRUCache } from "lru-cache";
import type { Failure } from "../../facts/lookup.ts";
import type { Settled } from "./race.ts";

interface Kept {
  readonly settled: Settled;
  /** Epoch milliseconds. */
  readonly since: number;
  readonly until: number;
}

/** About this many octets of replies are kept; the least used go first. */
const MAX_OCTETS = 8 * 1024 * 1024;
/** What an entry takes beside its reply. */
const ENTRY_OCTETS = 512;

/** A failure is kept for so long, in milliseconds; while it lasts for twice as long each time (RFC 9520 section 3.2). */
const [FIRST_FAILURE_MS, LONGEST_FAILURE_MS] = [1_000, 30_000];
/** How often what has run out is thrown away, in milliseconds: until then it takes its room, and is not believed. */
const SWEEP_MS = 60_000;
/** As many failing questions as are remembered. */
const MAX_FAILURES = 10_000;
/** Those are servers' failures; the others are ours, and may be over at once. */
const kept: ReadonlySet<Failure> = new Set(["timeout", "servfail", "refused", "formerr", "malformed", "bogus"]);

interface KeptFailure {
  readonly settled: Settled;
  /** How long it is kept, and until when, in milliseconds. */
  readonly ms: number;
  readonly until: number;
}

/**
 * Answers, negative ones included (RFC 2308), for their TTL but at most `maxSeconds`. Failures for a second and, while
 * they last, up to half a minute (RFC 9520): who has just repaired something and checks again should not wait for us.
 */
export function createCache(now: () => number, maxSeconds: number) {
  const cache = new LRUCache<string, Kept>({ maxSize: MAX_OCTETS });
  // By size, not by `max`: that would make room for all of them at once, for each vantage.
  const failures = new LRUCache<string, KeptFailure>({ maxSize: MAX_FAILURES, sizeCalculation: () => 1 });
  let swept = now();
  const sweep = () => {
    const at = now();
    if (at < swept + SWEEP_MS) return;
    swept = at;
    for (const key of [...cache.keys()]) if (at >= (cache.peek(key)?.until ?? 0)) cache.delete(key);
    for (const key of [...failures.keys()])
      if (at >= (failures.peek(key)?.until ?? 0) + LONGEST_FAILURE_MS) failures.delete(key);
  };
  const failureFor = (key: string): Settled | undefined => {
    const failed = failures.size > 0 ? failures.get(key) : undefined;
    if (!failed || now() >= failed.until) return undefined;
    return { ...failed.settled, flags: [...failed.settled.flags, "cached"] };
  };
  const putFailure = (key: string, settled: Settled, reason: Failure) => {
    if (!kept.has(reason)) return;
    const before = failures.get(key);
    // One that has long been over does not make the next one last.
    const goesOn = before && now() < before.until + LONGEST_FAILURE_MS;
    const ms = Math.min(1000 * maxSeconds, LONGEST_FAILURE_MS, goesOn ? 2 * before.ms : FIRST_FAILURE_MS);
    if (ms > 0) failures.set(key, { settled, ms, until: now() + ms });
  };
  return {
    /** The answer as it is now: its TTL counted down, its flags saying where it comes from. */
    get(key: string): Settled | undefined {
      const kept = cache.size > 0 ? cache.get(key) : undefined;
      if (!kept) return failureFor(key);
      const { settled, since, until } = kept;
      const { reading } = settled;
      if (now() >= until || reading.kind === "failed") {
        cache.delete(key);
        return failureFor(key);
      }
      const age = Math.max(0, Math.floor((now() - since) / 1000));
      return { ...settled, reading: { ...reading, ttl: reading.ttl - age }, flags: [...settled.flags, "cached"] };
    },
    /** Keeps it as long as it may be kept; hands it back. */
    put(key: string, settled: Settled): Settled {
      sweep();
      if (settled.reading.kind === "failed") {
        putFailure(key, settled, settled.reading.reason);
        return settled;
      }
      if (failures.size > 0) failures.delete(key);
      const seconds = Math.min(settled.reading.ttl, maxSeconds);
      if (seconds <= 0) return settled;
      const since = now();
      cache.set(key, { settled, since, until: since + 1000 * seconds }, { size: settled.reading.size + ENTRY_OCTETS });
      return settled;
    },
    /** How many answers and failures take room here. */
    count: () => cache.size + failures.size,
    clear: () => {
      cache.clear();
      failures.clear();
    },
  };
}
