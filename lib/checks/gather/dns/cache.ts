import { LRUCache } from "lru-cache";
import type { Settled } from "./servers.ts";

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

/** Answers, negative ones included (RFC 2308), for their TTL but at most `maxSeconds`. Failures are never kept. */
export function createCache(now: () => number, maxSeconds: number) {
  const cache = new LRUCache<string, Kept>({ maxSize: MAX_OCTETS });
  return {
    /** The answer as it is now: its TTL counted down, its flags saying where it comes from. */
    get(key: string): Settled | undefined {
      const kept = cache.get(key);
      if (!kept) return undefined;
      const { settled, since, until } = kept;
      const { reading } = settled;
      if (now() >= until || reading.kind === "failed") {
        cache.delete(key);
        return undefined;
      }
      const age = Math.max(0, Math.floor((now() - since) / 1000));
      return { ...settled, reading: { ...reading, ttl: reading.ttl - age }, flags: [...settled.flags, "cached"] };
    },
    put(key: string, settled: Settled): void {
      if (settled.reading.kind === "failed") return;
      const seconds = Math.min(settled.reading.ttl, maxSeconds);
      if (seconds <= 0) return;
      const since = now();
      cache.set(key, { settled, since, until: since + 1000 * seconds }, { size: settled.reading.size + ENTRY_OCTETS });
    },
    clear: () => cache.clear(),
  };
}
