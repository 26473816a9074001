import { defineReceiver } from "../define/receiver.ts";
import { text } from "../net/safe-text.ts";
import { confirmation } from "./rules/confirmation.ts";
import { ehloEvidence } from "./rules/ehlo.ts";
import { confirms, resolvesElsewhere, shareConfirmed, silent, withoutEhlo } from "./rules/rule-words.ts";

/** Fastmail: PTR record, address record and EHLO name have to agree, or mail may bounce. */
export const fastmail = defineReceiver({
  id: "fastmail",
  name: "Fastmail",
  kind: "provider",
  source: {
    label: "Fastmail, Mail server requirements",
    url: "https://www.fastmail.help/hc/en-us/articles/1500000278362",
    read: "2026-11-22",
  },
  needs: ["address", "forwardConfirmation", "ehloName"],
  rules: {
    meets: {
      action: "accept",
      says: (e) => text`The identity meets its published rule: ${confirms(e)}.${withoutEhlo(e)}`,
      confidence: "documentation",
    },
    nameless: {
      action: "reject",
      says: text`Its published rule requires forward and reverse DNS to match, or mail may bounce; the address has no PTR record.`,
      confidence: "documentation",
    },
    unconfirmed: {
      action: "reject",
      says: (e) =>
        text`Its published rule requires forward and reverse DNS to match, or mail may bounce; ${resolvesElsewhere(e)}.`,
      confidence: "documentation",
    },
    mixed: {
      action: "unknown",
      says: (e) =>
        text`Its published rule requires forward and reverse DNS to match. Here ${shareConfirmed(e)}, and it does not say how it treats that.`,
      confidence: "documentation",
    },
    "ehlo-differs": {
      action: "reject",
      says: (e) =>
        text`Its published rule requires EHLO to match reverse DNS, or mail may bounce; ${e.ehlo} is not ${e.ptr}.`,
      confidence: "documentation",
    },
    "ehlo-may-differ": {
      action: "unknown",
      says: (e) =>
        text`Its published rule requires EHLO to match reverse DNS. The server answers as ${e.ehlo} when it receives, which is not ${e.ptr}. Its EHLO name when it sends is not known.`,
      confidence: "documentation",
    },
    silent: { action: "unknown", says: silent(), confidence: "documentation" },
  },
  judge(facts) {
    const { state, names, evidence } = confirmation(facts);
    if (state === "silent" || state === "open" || state === "half-open") return { rule: "silent", evidence };
    if (state !== "confirmed") return { rule: state, evidence };
    const ehlo = facts.ehloName;
    const both = { ...evidence, ...ehloEvidence(ehlo) };
    if (!ehlo || (ehlo.name && names.includes(ehlo.name))) return { rule: "meets", evidence: both };
    return { rule: ehlo.origin === "claimed" ? "ehlo-differs" : "ehlo-may-differ", evidence: both };
  },
});
