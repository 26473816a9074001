import type { Pool } from "../../checks/index.ts";
import { pools } from "../store/current.ts";
import { isId } from "../store/ids.ts";
import type { StoredRow } from "../store/pools.ts";
import { missingPool, type PoolReading, poolOf, readPool } from "./read-pool.ts";
import { poolChanged } from "./wakes.ts";

/** How often we look whether another instance has found something, in milliseconds. */
const LOOK_MS = 300;
/** Between two readings, in milliseconds: what comes together is told together. The first row waits for nothing. */
const BETWEEN_MS = 150;
/** Whoever follows a large pool is told of it less often: reading and judging it may take this part of the time. */
const SHARE = 0.1;

/** The pool as it stands, each time something of it has changed; at the end what there is then. */
export async function* followPool(id: string): AsyncGenerator<Pool, PoolReading> {
  if (!isId(id)) return { kind: "unknown" };
  const store = await pools();
  let seq = -1;
  let rows: StoredRow[] = [];
  for (;;) {
    const started = performance.now();
    const head = await store.head(id);
    if (!head || !("plan" in head)) return missingPool(head);
    if (head.seq !== seq || seq < 0) {
      const changed = seq < 0 ? await store.rows(id) : await store.rowsSince(id, seq);
      rows = seq < 0 ? [...changed] : merged(rows, changed);
      // Rows are read after the number: what came in between is read again the next time, and is the same.
      seq = head.seq;
      yield poolOf(head, rows);
    }
    if (head.state !== "running") return readPool(id);
    const cost = performance.now() - started;
    const pause = seq > 0 ? Math.max(BETWEEN_MS, cost / SHARE - cost) : 0;
    await Promise.all([poolChanged(id, LOOK_MS), new Promise((resolve) => setTimeout(resolve, pause))]);
  }
}

function merged(rows: readonly StoredRow[], changed: readonly StoredRow[]): StoredRow[] {
  const all = [...rows];
  for (const row of changed) all[row.place] = row;
  return all;
}
