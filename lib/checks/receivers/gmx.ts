import { defineReceiver } from "../define/receiver.ts";
import { text } from "../net/safe-text.ts";
import { confirmation } from "./rules/confirmation.ts";
import { ehloEvidence } from "./rules/ehlo.ts";
import { confirms, silent } from "./rules/rule-words.ts";

/** GMX, web.de and mail.com. */
export const gmx = defineReceiver({
  id: "gmx",
  name: "GMX and web.de",
  kind: "provider",
  source: { label: "GMX Postmaster", url: "https://postmaster.gmx.net/en/", read: "2026-11-22" },
  needs: ["address", "forwardConfirmation", "ehloName"],
  rules: {
    meets: {
      action: "accept",
      says: (e) => text`The address has a PTR record, as its published policy requires, and ${confirms(e)}.`,
      confidence: "documentation",
    },
    "ehlo-differs": {
      action: "accept",
      says: (e) =>
        text`The address has a PTR record, as its published policy requires. The policy also recommends that name in EHLO, and ${e.ehlo} is a different one.`,
      confidence: "documentation",
    },
    nameless: {
      action: "reject",
      says: text`Its published policy requires a PTR record.`,
      reply: "554 Bad DNS PTR resource record",
      confidence: "documentation",
    },
    unconfirmed: {
      action: "unknown",
      says: text`The address has a PTR record, as its published policy requires. The policy does not say what happens when the name is not forward-confirmed.`,
      confidence: "documentation",
    },
    silent: { action: "unknown", says: silent(), confidence: "documentation" },
  },
  judge(facts) {
    const { state, names, evidence } = confirmation(facts);
    if (state === "silent" || state === "open" || state === "half-open") return { rule: "silent", evidence };
    if (state === "nameless") return { rule: "nameless", evidence };
    if (state !== "confirmed") return { rule: "unconfirmed", evidence };
    const ehlo = facts.ehloName;
    const differs = ehlo && (!ehlo.name || !names.includes(ehlo.name));
    return differs
      ? { rule: "ehlo-differs", evidence: { ...evidence, ...ehloEvidence(ehlo) } }
      : { rule: "meets", evidence };
  },
});
