import type { Vantage } from "../facts/vantage.ts";
import { createBudget } from "../gather/budget.ts";
import { type Delivery, postTo, type WebhookPlace, webhookPlace } from "../gather/webhook.ts";
import { sharedOf } from "./vantage-share.ts";

/** DNS and all, in milliseconds. */
const WHOLE_MS = 30_000;

/** Whether messages can be sent to this URL from here, without sending one. */
export const judgeWebhook = (url: URL, vantage: Vantage): Promise<WebhookPlace> =>
  webhookPlace(url, gatheringOf(vantage));

/** Sends one message. Never rejects. */
export const deliverWebhook = (
  url: URL,
  message: { readonly body: string; readonly headers: Readonly<Record<string, string>> },
  vantage: Vantage,
): Promise<Delivery> => postTo(url, message, gatheringOf(vantage));

function gatheringOf(vantage: Vantage) {
  const signal = AbortSignal.timeout(WHOLE_MS);
  const budget = createBudget(vantage.limits);
  const { resolver } = sharedOf(vantage);
  const dns = resolver.client({ signal, record: () => undefined, spend: budget.spendQuestion });
  return { dns, vantage, signal, budget };
}
