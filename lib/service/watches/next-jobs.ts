import { jobs } from "../jobs/current.ts";
import { watches } from "../store/current.ts";
import { CHECKS, LOOKS, WEBHOOKS, waitBefore } from "./kinds.ts";

/**
 * Puts in what a watch has to do next: its next look, reports that are still to be made, messages that are still to be
 * sent. Every job has a key of its own, so putting it in once more changes nothing: whoever finds a watch whose process died
 * calls this.
 */
export async function putNextJobs(id: string): Promise<void> {
  const [kept, waiting] = await Promise.all([watches(), jobs()]);
  const watch = await kept.get(id);
  if (!watch || watch === "gone") return;
  const { looks: look, nextAt, endedAt } = watch;
  if (endedAt === undefined && nextAt !== undefined)
    await waiting.add(LOOKS, { id, look }, { key: `${id} ${look}`, afterMs: Math.max(0, nextAt - Date.now()) });
  const open = (await kept.events(id)).filter(({ told, wantsReport }) => wantsReport || told === "open");
  for (const [seenBy, [event]] of Map.groupBy(open, (one) => one.look)) {
    if (!event) continue;
    const { tries, wantsReport } = event;
    // The message names the report, so that one comes first.
    if (wantsReport) await waiting.add(CHECKS, { id, look: seenBy }, { key: `${id} ${seenBy}` });
    else
      await waiting.add(
        WEBHOOKS,
        { id, look: seenBy, tries },
        { key: `${id} ${seenBy} ${tries}`, afterMs: waitBefore(tries) ?? 0 },
      );
  }
}
