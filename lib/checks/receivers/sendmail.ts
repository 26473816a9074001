import { defineReceiver } from "../define/receiver.ts";
import { text } from "../net/safe-text.ts";
import { confirmation } from "./rules/confirmation.ts";
import { confirms, resolvesElsewhere, shareConfirmed, silent } from "./rules/rule-words.ts";

/** Sendmail's reverse check. It treats an unconfirmed name as a temporary fault. */
export const sendmail = defineReceiver({
  id: "sendmail",
  name: "Sendmail",
  kind: "software",
  setting: "FEATURE(require_rdns) (not on by default)",
  source: {
    label: "Sendmail, cf/feature/require_rdns.m4",
    url: "https://sources.debian.org/src/sendmail/",
    version: "8.17.1.9",
    read: "2026-11-22",
  },
  needs: ["address", "forwardConfirmation"],
  rules: {
    pass: {
      action: "accept",
      says: (e) => text`${confirms(e)}, which is all this feature requires.`,
      confidence: "code",
    },
    nameless: {
      action: "reject",
      says: text`The address has no PTR record.`,
      reply: (e) => `550 5.7.1 Fix reverse DNS for ${e.address?.[0] ?? ""}`,
      confidence: "code",
    },
    unconfirmed: {
      action: "defer",
      says: (e) =>
        text`${resolvesElsewhere(e)}, so the name may be forged. The refusal is temporary and repeats until that is fixed.`,
      reply: (e) => `451 4.1.8 Possibly forged hostname for ${e.address?.[0] ?? ""}`,
      confidence: "code",
    },
    "depends-on-order": {
      action: "defer",
      says: (e) =>
        text`It uses only the PTR name that its resolver returns first, and ${shareConfirmed(e)}. So it accepts one connection and answers 451 to the next.`,
      reply: (e) => `451 4.1.8 Possibly forged hostname for ${e.address?.[0] ?? ""}`,
      confidence: "code",
    },
    silent: {
      action: "unknown",
      says: silent("If the receiver gets no answer either, it defers with 451 4.1.8."),
      confidence: "code",
    },
  },
  judge(facts) {
    const { state, evidence } = confirmation(facts);
    const rules = {
      silent: "silent",
      open: "silent",
      "half-open": "silent",
      nameless: "nameless",
      mixed: "depends-on-order",
      unconfirmed: "unconfirmed",
      confirmed: "pass",
    } as const;
    return { rule: rules[state], evidence };
  },
});
