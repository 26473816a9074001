import { log } from "../log.ts";
import type { Store } from "./store.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** When a report is gone, where reports are kept for so many days: epoch milliseconds. Within the hour after it, that is. */
export const keptUntil = (seenAt: string, reportDays: number): number => Date.parse(seenAt) + reportDays * DAY_MS;

/** Empties reports older than so many days, now and every hour; keeps no process from ending. */
export function keepExpiring(
  store: Pick<Store, "expire">,
  reportDays: number,
  everyMs: number = HOUR_MS,
): NodeJS.Timeout {
  const sweep = async () => {
    const count = await store.expire(Date.now() - reportDays * DAY_MS);
    if (count > 0) log().info({ count }, "reports expired");
  };
  const run = () => sweep().catch((error: unknown) => log().error({ err: error }, "reports could not be expired"));
  void run();
  return setInterval(run, everyMs).unref();
}
