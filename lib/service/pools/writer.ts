import type { PoolStore, RowWrite } from "../store/pools.ts";

/** How long rows are collected before they are written together, in milliseconds: each write is synced to the disk. */
const COLLECT_MS = 20;

export interface RowWriter {
  /** Settles when the row is written; false where the pool does not run any more. */
  readonly write: (row: RowWrite) => Promise<boolean>;
}

/** Writes the rows of one pool: the first at once, those that come together after it in one go. */
export function createRowWriter(id: string, store: Pick<PoolStore, "write">, onWritten: () => void): RowWriter {
  let pending: RowWrite[] = [];
  let next: Promise<boolean> | undefined;
  let before: Promise<unknown> = Promise.resolve();
  let isFirst = true;

  const flush = async (): Promise<boolean> => {
    if (!isFirst) await new Promise((resolve) => setTimeout(resolve, COLLECT_MS));
    isFirst = false;
    // One after the other: two of our own would only wait for each other in the database.
    await before.catch(() => undefined);
    const rows = pending;
    pending = [];
    next = undefined;
    const written = store.write(id, rows);
    before = written;
    const isThere = await written;
    onWritten();
    return isThere;
  };
  return {
    write: (row) => {
      pending.push(row);
      next ??= flush();
      return next;
    },
  };
}
