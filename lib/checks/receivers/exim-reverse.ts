import { defineReceiver } from "../define/receiver.ts";
import type { DomainName } from "../net/domain-name.ts";
import { text } from "../net/safe-text.ts";
import { confirmation } from "./rules/confirmation.ts";
import { confirms, noAnswer, resolvesElsewhere } from "./rules/rule-words.ts";

/** Exim's reverse check: all PTR names are looked up, and one that is forward-confirmed is enough. */
export const eximReverse = defineReceiver({
  id: "exim-reverse",
  name: "Exim, reverse lookup",
  kind: "software",
  setting: "verify = reverse_host_lookup (in no stock ACL)",
  source: {
    label: "Exim, host.c and acl.c",
    url: "https://github.com/Exim/exim/tree/13835a3c",
    version: "13835a3c (2025-12-29)",
    read: "2026-11-22",
  },
  needs: ["address", "forwardConfirmation"],
  rules: {
    pass: {
      action: "accept",
      says: (e) => text`It looks up every PTR name, and ${confirms(e)}: one is enough.`,
      confidence: "code",
    },
    nameless: {
      action: "reject",
      says: text`The address has no PTR record. The reply is Exim's default; an ACL may set another.`,
      reply: "550 Administrative prohibition",
      confidence: "code",
    },
    unconfirmed: {
      action: "reject",
      says: (e) =>
        text`${resolvesElsewhere(e)}, so no name is forward-confirmed. The reply is Exim's default; an ACL may set another.`,
      reply: "550 Administrative prohibition",
      confidence: "code",
    },
    silent: {
      action: "unknown",
      says: (e) =>
        text`Not known: ${noAnswer(e)}${e.confirmed?.length ? text` One name is forward-confirmed, but Exim needs an answer for each.` : []} If the receiver gets none either, it defers with 451 Temporary local problem - please try later.`,
      confidence: "code",
    },
  },
  judge(facts) {
    const { state, evidence } = confirmation(facts, isEximName);
    const rules = {
      silent: "silent",
      open: "silent",
      "half-open": "silent",
      nameless: "nameless",
      mixed: "pass",
      unconfirmed: "unconfirmed",
      confirmed: "pass",
    } as const;
    // An open name counts beside those that are confirmed and those that are not: Exim defers for it anyway.
    const open = evidence.question?.length ?? 0;
    return { rule: state === "mixed" && open > 0 ? "silent" : rules[state], evidence };
  },
});

/**
 * Names with other characters are thrown away. One with an underscore is thrown away, too, and then found again through
 * the C library (measured with 4.96).
 */
const isEximName = (name: DomainName): boolean => /^[a-z0-9._-]+$/i.test(name);
