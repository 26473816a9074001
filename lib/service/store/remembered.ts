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

/** Also answers without asking anybody. */
export interface RememberedStore extends Store {
  /** Whether a report is known to be finished and there. Where that was asked some time ago, it is asked again meanwhile. */
  readonly isDone: (id: string) => boolean;
}

/**
 * A store that remembers which reports are finished, because that is asked for every reader of a page. A report leaves
 * that state only by being deleted or by expiring: done here, that is in effect at once; done elsewhere, after a minute.
 */
export function remembered(store: Store): RememberedStore {
  const done = new LRUCache<string, true>({ max: MOST, ttl: BELIEVED_MS, perf: Date });
  /** How often something left that state here: what was asked before says nothing afterwards. */
  let changes = 0;
  const forget = (id?: string) => {
    changes++;
    if (id === undefined) done.clear();
    else done.delete(id);
  };
  whenRemoved(forget);
  async function ask(id: string): Promise<RowState | undefined> {
    const before = changes;
    const state = await store.stateOf(id);
    if (state !== "done") done.delete(id);
    else if (changes === before) done.set(id, true);
    return state;
  }
  const asking = new Set<string>();
  const askAgain = (id: string) => {
    asking.add(id);
    // Where the store does not answer, what is known is believed no longer than ever.
    void ask(id)
      .catch(() => undefined)
      .finally(() => asking.delete(id));
  };
  return {
    ...store,
    stateOf: async (id) => (done.has(id) ? "done" : ask(id)),
    isDone(id) {
      const left = done.getRemainingTTL(id);
      if (left > 0 && left < BELIEVED_MS / 2 && !asking.has(id)) askAgain(id);
      return left > 0;
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
