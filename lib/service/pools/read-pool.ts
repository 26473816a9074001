import type { IpAddress, Pool, PoolRow } from "../../checks/index.ts";
import type { Missing } from "../missing.ts";
import { pools } from "../store/current.ts";
import { isId } from "../store/ids.ts";
import type { OpenPool, PoolHead, StoredRow } from "../store/pools.ts";
import type { Refusal, Removal } from "../store/removal.ts";
import { stopRun } from "./runs.ts";

/** What there is under a pool's id. */
export type PoolReading = { readonly kind: "pool"; readonly pool: Pool } | Missing;

/** A pool by its id, as it stands while it runs and as it was ever after. Present it with `presentPool`. */
export async function readPool(id: string): Promise<PoolReading> {
  if (!isId(id)) return { kind: "unknown" };
  const store = await pools();
  const head = await store.head(id);
  if (!head || !("plan" in head)) return missingPool(head);
  const rows = await store.rows(id);
  if (head.state === "running") return { kind: "pool", pool: poolOf(head, rows) };
  const reports = await store.reportsOf(
    rows.map(({ address }) => address),
    head.createdAt,
  );
  return { kind: "pool", pool: poolOf(head, rows, reports) };
}

/** What is said of a pool that cannot be read. */
export const missingPool = (head: Exclude<PoolHead, OpenPool> | undefined): Missing =>
  head ? { kind: "gone", why: head.state } : { kind: "unknown" };

/** A pool out of what is stored of it. */
export function poolOf(
  { plan, state, createdAt, finishedAt }: OpenPool,
  rows: readonly StoredRow[],
  reports: ReadonlyMap<string, string> = new Map(),
): Pool {
  return {
    ...plan,
    ...{ state, createdAt, rows: rows.map((row) => rowOf(row, reports.get(row.address))) },
    ...(finishedAt === undefined ? {} : { finishedAt }),
  };
}

const rowOf = ({ place, address, name, look }: StoredRow, report: string | undefined): PoolRow => ({
  index: place,
  address: address as IpAddress,
  ...(name === undefined ? {} : { name: name as never }),
  ...(look ? { look } : {}),
  ...(report === undefined ? {} : { report }),
});

/** Cancels a running pool, wherever it runs, with its maker's token: what is left is not looked at. */
export async function cancelPool(id: string, token: string): Promise<"cancelled" | "over" | Refusal> {
  if (!isId(id)) return "unknown";
  const said = await (await pools()).cancel(id, token);
  if (said === "cancelled") stopRun(id);
  return said;
}

/** Deletes a pool for good, with its maker's token. */
export async function removePool(id: string, token: string): Promise<Removal> {
  if (!isId(id)) return "unknown";
  const said = await (await pools()).remove(id, token);
  if (said === "removed") stopRun(id);
  return said;
}
