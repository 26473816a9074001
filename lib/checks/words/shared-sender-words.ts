import type { Evidence } from "../facts/evidence.ts";
import { prose, type Text, text } from "../net/safe-text.ts";
import { sharedSenderById } from "../providers/shared-senders.ts";

const nameOf = (e: Evidence): string => sharedSenderById(e.service?.[0])?.name ?? "a mail service";

/** Whose address it is. */
export const sharedFact = (e: Evidence): Text =>
  text`${e.address} is an outbound address of ${prose(nameOf(e))}, shared by its customers.`;

/** What is the service's to set, and what is the reader's. */
export function whoSetsWhat(e: Evidence): Text {
  const include = sharedSenderById(e.service?.[0])?.include;
  const spf: Text = include ? text`SPF (${`include:${include}`})` : prose("SPF");
  return text`Its PTR record and EHLO name are the provider's, not yours to change. What you set at your own domain is ${spf}, DKIM and DMARC.`;
}
