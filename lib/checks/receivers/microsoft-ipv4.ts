import { defineReceiver } from "../define/receiver.ts";
import { text } from "../net/safe-text.ts";
import { confirmation } from "./rules/confirmation.ts";
import { confirms, silent } from "./rules/rule-words.ts";

const HEADER = "X-Forefront-Antispam-Report";

/** Microsoft 365 and Outlook.com over IPv4, where no rule about reverse names is published. */
export const microsoftIpv4 = defineReceiver({
  id: "microsoft-ipv4",
  name: "Microsoft, over IPv4",
  kind: "provider",
  family: 4,
  source: {
    label: "Microsoft, delivery reports of Exchange Online",
    url: "https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online",
    read: "2026-11-22",
  },
  needs: ["address", "forwardConfirmation"],
  rules: {
    // Of earlier reports: that nothing is published is no reason to expect anything.
    "no-rule": {
      action: "accept",
      says: (e) =>
        text`It publishes no rule about PTR records over IPv4, and ${confirms(e)}. Its own result is in the header ${HEADER}, after PTR.`,
      confidence: "documentation",
    },
    "no-rule-confirmed": {
      action: "unknown",
      says: (e) =>
        text`It publishes no rule about PTR records over IPv4. ${confirms(e)}; its own result is in the header ${HEADER}, after PTR.`,
      confidence: "documentation",
    },
    "no-rule-nameless": {
      action: "unknown",
      says: text`It publishes no rule about PTR records over IPv4. It notes ${"PTR:InfoDomainNonexistent"} in the header ${HEADER}.`,
      confidence: "observation",
    },
    "no-rule-unconfirmed": {
      action: "unknown",
      says: text`It publishes no rule about PTR records over IPv4, nor about forward confirmation. Its own result is in the header ${HEADER}, after PTR.`,
      confidence: "documentation",
    },
    silent: { action: "unknown", says: silent(), confidence: "documentation" },
  },
  judge(facts) {
    const { state, evidence } = confirmation(facts);
    const rules = {
      silent: "silent",
      open: "silent",
      "half-open": "silent",
      nameless: "no-rule-nameless",
      mixed: "no-rule-unconfirmed",
      unconfirmed: "no-rule-unconfirmed",
      confirmed: "no-rule-confirmed",
    } as const;
    return { rule: rules[state], evidence };
  },
});
