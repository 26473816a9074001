import { setTimeout as sleep } from "node:timers/promises";
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
/** …but not for longer than this, in milliseconds: a reader that is slow itself takes time here, too. */
const MOST_MS = 500;

/** The pool as it stands, each time something of it has changed; at the end what there is then. */
export async function* followPool(id: string): AsyncGenerator<Pool, PoolReading> {
  if (!isId(id)) return { kind: "unknown" };
  const store = await pools();
  const begun = await store.head(id);
  if (!begun || !("plan" in begun)) return missingPool(begun);
  // Rows are read after the number: what came in between is read again the next time, and is the same.
  let { seq } = begun;
  let rows = await store.rows(id);
  yield poolOf(begun, rows);
  while (begun.state === "running") {
    const pause = seq > 0 ? BETWEEN_MS : 0;
    await Promise.all([poolChanged(id, LOOK_MS), sleep(pause)]);
    const started = performance.now();
    const now = await store.stateOf(id);
    if (now?.state !== "running") return readPool(id);
    if (now.seq === seq) continue;
    rows = merged(rows, await store.rowsSince(id, seq));
    seq = now.seq;
    yield poolOf(begun, rows);
    await sleep(Math.min(MOST_MS, (performance.now() - started) * (1 / SHARE - 1)));
  }
  return readPool(id);
}

function merged(rows: readonly StoredRow[], changed: readonly StoredRow[]): readonly StoredRow[] {
  const all = [...rows];
  for (const row of changed) all[row.place] = row;
  return all;
}
