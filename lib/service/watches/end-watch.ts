import { watches } from "../store/current.ts";
import { isId } from "../store/ids.ts";
import { putNextJobs } from "./next-jobs.ts";
import { WATCH_MS } from "./start-watch.ts";
import type { KeptEvent } from "./watch-body.ts";

/** What came of an attempt to stop a watch or to let it go on. `over`: that cannot be done any more. */
export type Managed = "done" | "over" | "forbidden" | "gone" | "unknown";

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

/** Lets a watch run for its whole time from now on. One that its maker stopped stays so. */
export async function renewWatch(id: string, token: string | undefined): Promise<Managed> {
  const refused = await refusal(id, token);
  if (refused) return refused;
  const kept = await watches();
  const watch = await kept.get(id);
  if (!watch || watch === "gone") return "gone";
  if (watch.state === "stopped") return "over";
  const now = Date.now();
  const noted: KeptEvent = { noted: { kind: "renewed" }, met: false };
  await kept.renew(id, now + WATCH_MS, now, { at: now, body: noted });
  await putNextJobs(id);
  return "done";
}

async function refusal(id: string, token: string | undefined): Promise<Managed | undefined> {
  if (!isId(id)) return "unknown";
  const makers = await (await watches()).isMakers(id, token ?? "");
  if (makers === undefined) return "unknown";
  return makers === "gone" ? "gone" : makers ? undefined : "forbidden";
}
