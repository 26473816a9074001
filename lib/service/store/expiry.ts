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

/** Empties pools older than so many days, and ends those that nobody works on any more. */
export async function expirePools(
  pools: Pick<PoolStore, "expire" | "endOverdue">,
  reportDays: number | undefined,
): Promise<void> {
  const lost = await pools.endOverdue();
  if (lost > 0) log().warn({ count: lost }, "pools that did not come to their end were ended");
  const count = reportDays === undefined ? 0 : await pools.expire(Date.now() - reportDays * DAY_MS);
  if (count > 0) log().info({ count }, "pools expired");
}
