import { watches } from "../store/current.ts";
import { isId } from "../store/ids.ts";
import type { Refusal } from "../store/removal.ts";
import { putNextJobs } from "./next-jobs.ts";
import { ownerOf, WATCH_MS, watchLimits } from "./start-watch.ts";
import type { KeptEvent } from "./watch-body.ts";

/**
 * What came of an attempt to stop a watch or to let it go on. `over`: that cannot be done any more; `own` and `full`: one
 * more would be over the limit of whoever asks, or of all.
 */
export type Managed = "done" | "over" | "own" | "full" | Refusal;

/** Stops a watch for its maker. One that has ended already is what was wanted. */
export async function stopWatch(id: string, token: string | undefined): Promise<Managed> {
  const refused = await refusal(id, token);
  if (refused) return refused;
  const kept = await watches();
  const now = Date.now();
  for (;;) {
    const watch = await kept.get(id);
    if (!watch || watch === "gone" || watch.endedAt !== undefined) return "done";
    const noted: KeptEvent = { noted: { kind: "stopped" }, met: false };
    const result = { endedAt: now, state: "stopped", events: [{ at: now, body: noted }] } as const;
    // Where a look ends in between, this one comes after it.
    if (await kept.looked(id, watch.looks, result)) return "done";
  }
}

/**
 * Lets a watch run for its whole time from now on. One that its maker stopped stays so; one that had ended counts for
 * `client` from now on.
 */
export async function renewWatch(id: string, token: string | undefined, client: string): Promise<Managed> {
  const refused = await refusal(id, token);
  if (refused) return refused;
  const kept = await watches();
  const now = Date.now();
  const noted: KeptEvent = { noted: { kind: "renewed" }, met: false };
  const renewal = { expiresAt: now + WATCH_MS, nextAt: now, event: { at: now, body: noted } };
  const renewed = await kept.renew(id, { ...renewal, owner: await ownerOf(client) }, watchLimits());
  if (renewed !== "renewed") return renewed;
  await putNextJobs(id);
  return "done";
}

async function refusal(id: string, token: string | undefined): Promise<Managed | undefined> {
  if (!isId(id)) return "unknown";
  const makers = await (await watches()).isMakers(id, token ?? "");
  if (makers === undefined) return "unknown";
  return makers === "gone" ? "gone" : makers ? undefined : "forbidden";
}
