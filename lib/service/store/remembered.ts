import { LRUCache } from "lru-cache";
import { shared } from "../shared.ts";
import type { Store } from "./store.ts";

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

/**
 * A store that remembers which reports are finished, because that is asked for every reader of a page. A report leaves
 * that state only by being deleted or by expiring: done here, that is in effect at once; done elsewhere, after a minute.
 */
export function remembered(store: Store): Store {
  const done = new LRUCache<string, true>({ max: MOST, ttl: BELIEVED_MS, perf: Date });
  /** How often something left that state here: what was asked before says nothing afterwards. */
  let changes = 0;
  const forget = (id?: string) => {
    changes++;
    if (id === undefined) done.clear();
    else done.delete(id);
  };
  whenRemoved(forget);
  return {
    ...store,
    async stateOf(id) {
      if (done.has(id)) return "done";
      const before = changes;
      const state = await store.stateOf(id);
      if (state === "done" && changes === before) done.set(id, true);
      return state;
    },
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
