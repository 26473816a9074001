import { log } from "../log.ts";
import type { PoolStore } from "./pools.ts";
import type { Store } from "./store.ts";

const DAY_MS = 86_400_000;

/** When a report is gone, where reports are kept for so many days: epoch milliseconds. Within the hour after it, that is. */
export const keptUntil = (seenAt: string, reportDays: number): number => Date.parse(seenAt) + reportDays * DAY_MS;

/** The job that does it, every hour. */
export const EXPIRY = "expire-reports";

/** Empties reports older than so many days. */
export async function expireReports(store: Pick<Store, "expire">, reportDays: number): Promise<void> {
  const count = await store.expire(Date.now() - reportDays * DAY_MS);
  if (count > 0) log().info({ count }, "reports expired");
}

/** Empties pools older than so many days. */
export async function expirePools(pools: Pick<PoolStore, "expire">, reportDays: number): Promise<void> {
  const count = await pools.expire(Date.now() - reportDays * DAY_MS);
  if (count > 0) log().info({ count }, "pools expired");
}

/** Empties kept tables of logs and plans that are older than so many days: plans count from their latest round. */
export async function expireOthers(kept: readonly Pick<PoolStore, "expire">[], reportDays: number): Promise<void> {
  for (const one of kept) await one.expire(Date.now() - reportDays * DAY_MS);
}

/** The job that ends pools that nobody works on any more, every hour. */
export const LOST_POOLS = "end-lost-pools";

export async function endLostPools(pools: Pick<PoolStore, "endOverdue">): Promise<void> {
  const count = await pools.endOverdue();
  if (count > 0) log().warn({ count }, "pools that did not come to their end were ended");
}
