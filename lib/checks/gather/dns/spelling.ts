import { LRUCache } from "lru-cache";
import type { Endpoint } from "../../facts/vantage.ts";
import { keyOf } from "./round-trips.ts";

/** So long a server that changes the case of questions is asked in plain lower case, in milliseconds. */
const KEPT_MS = 60 * 60_000;
const MAX_SERVERS = 10_000;

/** Which servers hand back a question with the letters as they were sent. All are taken to, until one does not. */
export interface Spelling {
  readonly isPreserved: (server: Endpoint) => boolean;
  readonly changes: (server: Endpoint) => void;
}

export function createSpelling(): Spelling {
  // By size, not by `max`: that would make room for all of them at once, for each vantage.
  const changing = new LRUCache<string, true>({ maxSize: MAX_SERVERS, sizeCalculation: () => 1, ttl: KEPT_MS });
  return {
    isPreserved: (server) => changing.size === 0 || !changing.has(keyOf(server)),
    changes: (server) => {
      changing.set(keyOf(server), true);
    },
  };
}
