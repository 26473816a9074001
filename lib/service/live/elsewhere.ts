import { ownId } from "../instances/self.ts";
import { log } from "../log.ts";
import { instances, store } from "../store/current.ts";
import type { RunningCheck } from "../store/store.ts";

/**
 * Where a check runs that is not live in this process: the address of its instance, or none where it cannot be asked.
 * Undefined where whoever ran it has died. Instances of older versions, and those without a heartbeat, are given until
 * the check's own time is up.
 */
export async function whereRuns({ owner, deadline }: RunningCheck): Promise<{ readonly url?: string } | undefined> {
  if (owner === null || owner === ownId()) return Date.now() < deadline ? {} : undefined;
  const url = await (await instances()).urlOf(owner);
  return url === undefined ? undefined : { url };
}

/** Ends a check whose instance has died: what is left of it is what it began with. */
export async function interrupt(id: string): Promise<void> {
  const kept = await store();
  const row = await kept.get(id);
  if (row?.state !== "running") return;
  await kept.finish(id, { ...row.report, state: "done", ended: "interrupted" });
}

/** As many as are ended at one go. */
const BATCH = 50;

/** Ends the checks of instances that have died, so that nobody waits for them. */
export async function endAbandoned(): Promise<void> {
  const abandoned = await (await store()).abandoned(BATCH);
  for (const { id } of abandoned) await interrupt(id);
  if (abandoned.length > 0) log().warn({ count: abandoned.length }, "checks of an instance that has died were ended");
}
