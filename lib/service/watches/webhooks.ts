import { type PresentedEvent, type PresentedWatch, UNTIL_WORDS } from "../../checks/index.ts";
import { checker } from "../checker/checker.ts";
import { env } from "../env.ts";
import { watches } from "../store/current.ts";
import { eventJson } from "./event-json.ts";
import { waitBefore } from "./kinds.ts";
import { putNextJobs } from "./next-jobs.ts";
import { presentWatch } from "./present-watch.ts";
import { signedHeaders } from "./sign.ts";
import { readBody } from "./watch-body.ts";

/** Sends the message about what one look saw, if it is still to be sent. Whoever is not there is tried again later. */
export async function sendMessage(id: string, look: number, tries: number): Promise<void> {
  const kept = await watches();
  const watch = await kept.get(id);
  if (!watch || watch === "gone") return;
  const all = await kept.events(id);
  const open = all.filter((event) => event.look === look && event.told === "open");
  // Another process may have sent it, or have come further with it.
  if (open.length === 0 || open[0]?.tries !== tries) return;
  if (!watch.webhook?.secret) return kept.told(id, look, { state: "failed", tries });
  const { url, secret } = watch.webhook;
  const presented = presentWatch(watch, all, env().publicUrl ?? readBody(watch.body).origin);
  const numbers = new Set(open.map(({ n }) => n));
  const body = JSON.stringify(
    messageOf(
      presented,
      presented.events.filter(({ n }) => numbers.has(n)),
    ),
  );
  const headers = { ...signedHeaders(`msg_${id}_${look}`, Date.now(), body, secret), ...CONTENT };
  const delivery = await checker().deliverWebhook(url, { body, headers });
  if (delivery.kind === "answered" && delivery.status >= 200 && delivery.status < 300)
    return kept.told(id, look, { state: "delivered", tries });
  const why = delivery.kind === "answered" ? `answered ${delivery.status}` : delivery.why;
  // 410: whoever was there wants no more of it.
  if (delivery.kind === "answered" && delivery.status === 410)
    return kept.unhook(id, "answered 410: no more messages are sent");
  const last = waitBefore(tries + 1) === undefined;
  const note = `${why}; ${last ? "it is not tried again" : "it is tried again"}`;
  await kept.told(id, look, { state: last ? "failed" : "open", tries: tries + 1, note });
  if (!last) await putNextJobs(id);
}

const CONTENT = { "content-type": "application/json", "user-agent": "Nameplate-Watch/1" };

/** The message, in the shape that Standard Webhooks advises: a type, when it was so, and what it is about. */
export function messageOf(watch: PresentedWatch, events: readonly PresentedEvent[]) {
  const { id, url, target, until, state, metAt, nextAt, expiresAt } = watch;
  const last = events.at(-1);
  const type = events.some(({ met }) => met)
    ? "watch.met"
    : last?.outcome === "expired"
      ? "watch.expired"
      : "watch.changed";
  return {
    type,
    timestamp: last?.at ?? new Date().toISOString(),
    data: {
      ...{ id, url, target, until, waitsFor: UNTIL_WORDS[until], state, expiresAt },
      metAt: metAt ?? null,
      nextAt: nextAt ?? null,
      events: events.map(eventJson),
      report: events.find(({ report }) => report)?.report ?? null,
    },
  };
}
