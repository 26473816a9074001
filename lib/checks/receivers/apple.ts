import { defineReceiver } from "../define/receiver.ts";
import { text } from "../net/safe-text.ts";
import { confirmation } from "./rules/confirmation.ts";
import { confirms, resolvesElsewhere, shareConfirmed, silent } from "./rules/rule-words.ts";

/** Apple's iCloud Mail: reverse DNS is a best practice there, not a rule. */
export const apple = defineReceiver({
  id: "apple",
  name: "Apple iCloud Mail",
  kind: "provider",
  source: {
    label: "Apple, Postmaster information for iCloud Mail",
    url: "https://support.apple.com/en-us/102322",
    read: "2026-11-22",
  },
  needs: ["address", "forwardConfirmation"],
  rules: {
    follows: {
      action: "accept",
      says: (e) => text`The identity follows its published best practice: ${confirms(e)}.`,
      confidence: "documentation",
    },
    nameless: {
      action: "unknown",
      says: text`It recommends reverse DNS with your own domain, and the address has no PTR record. It does not say what happens to such mail.`,
      confidence: "documentation",
    },
    unconfirmed: {
      action: "unknown",
      says: (e) =>
        text`It recommends reverse DNS with your own domain, and ${resolvesElsewhere(e)}. It does not say what happens to such mail.`,
      confidence: "documentation",
    },
    mixed: {
      action: "unknown",
      says: (e) =>
        text`It recommends reverse DNS with your own domain. Here ${shareConfirmed(e)}, and it does not say how it treats that.`,
      confidence: "documentation",
    },
    silent: { action: "unknown", says: silent(), confidence: "documentation" },
  },
  judge(facts) {
    const { state, evidence } = confirmation(facts);
    if (state === "silent" || state === "open" || state === "half-open") return { rule: "silent", evidence };
    return { rule: state === "confirmed" ? "follows" : state, evidence };
  },
});
