import { LRUCache } from "lru-cache";
import { shared } from "../shared.ts";
import type { RowState, Store } from "./store.ts";

/** How long it is believed that a report is still there, in milliseconds: what another process deletes is gone here then. */
const BELIEVED_MS = 60_000;
const MOST = 50_000;

type Forget = (id: string) => void;
const listeners = () => shared("store.removed", () => new Set<Forget>());

/** Has somebody told of each report that is deleted in this process: who keeps something of it beside the store. */
export const whenRemoved = (forget: Forget): unknown => listeners().add(forget);

/** Tells them of a report that was deleted, by whoever did that. */
export function tellRemoved(id: string): void {
  for (const forget of listeners()) forget(id);
}

/** Also says for how long what it remembers holds. */
export interface RememberedStore extends Store {
  /**
   * Until when a report may be believed to be finished and there, in milliseconds since 1970; 0 where it is not. Asked
   * anew where that was asked some time ago.
   */
  readonly believedUntil: (id: string) => Promise<number>;
  /** Has somebody told, at once, of each report that is no longer believed to be there; without one, of all. */
  readonly whenForgotten: (tell: (id: string | undefined) => void) => void;
}

/**
 * A store that remembers which reports are finished, because that is asked for every reader of a page. A report leaves
 * that state only by being deleted or by expiring: done here, that is in effect at once; done elsewhere, after a minute.
 */
export function remembered(store: Store): RememberedStore {
  const done = new LRUCache<string, true>({ max: MOST, ttl: BELIEVED_MS, perf: Date });
  /** How often something left that state here: what was asked before says nothing afterwards. */
  let changes = 0;
  const told = new Set<(id: string | undefined) => void>();
  const forget = (id?: string) => {
    changes++;
    if (id === undefined) done.clear();
    else done.delete(id);
    for (const tell of told) tell(id);
  };
  whenRemoved(forget);
  async function ask(id: string): Promise<RowState | undefined> {
    const before = changes;
    const state = await store.stateOf(id);
    if (state !== "done") done.delete(id);
    else if (changes === before) done.set(id, true);
    return state;
  }
  return {
    ...store,
    stateOf: async (id) => (done.has(id) ? "done" : ask(id)),
    async believedUntil(id) {
      if (done.getRemainingTTL(id) < BELIEVED_MS / 2) await ask(id);
      const left = done.getRemainingTTL(id);
      return left > 0 ? Date.now() + left : 0;
    },
    whenForgotten: (tell) => void told.add(tell),
    async remove(id, deleteToken, undoMs) {
      try {
        const became = await store.remove(id, deleteToken, undoMs);
        if (became === "removed") tellRemoved(id);
        return became;
      } finally {
        forget(id);
      }
    },
    async expire(before) {
      try {
        return await store.expire(before);
      } finally {
        forget();
      }
    },
  };
}
