import { defineReceiver } from "../define/receiver.ts";
import type { Evidence } from "../define/signal.ts";
import { text } from "../net/safe-text.ts";
import { confirmation } from "./rules/confirmation.ts";
import { isPostfixName } from "./rules/postfix-name.ts";
import { confirms, resolvesElsewhere, shareConfirmed, silent } from "./rules/rule-words.ts";

const reply = (e: Evidence): string =>
  `450 4.7.25 Client host rejected: cannot find your hostname, [${e.address?.[0] ?? ""}]`;

/** Postfix's strict client restriction: a forward-confirmed PTR name, and only the one that comes first. */
export const postfixClient = defineReceiver({
  id: "postfix-client",
  name: "Postfix, strict",
  kind: "software",
  setting: "reject_unknown_client_hostname (not on by default)",
  source: {
    label: "Postfix, smtpd_peer.c and smtpd_check.c",
    url: "https://www.postfix.org/postconf.5.html#reject_unknown_client_hostname",
    version: "3.12-20260821",
    read: "2026-11-22",
  },
  needs: ["address", "forwardConfirmation"],
  rules: {
    pass: {
      action: "accept",
      says: (e) => text`${confirms(e)}, which is all this restriction requires.`,
      confidence: "code",
    },
    nameless: {
      action: "defer",
      says: (e) =>
        text`${e.ptr?.length ? text`Postfix does not accept ${e.ptr} as a host name, which counts as no PTR record.` : text`The address has no PTR record.`} It answers with unknown_client_reject_code: 450 unless set otherwise.`,
      reply,
      confidence: "code",
    },
    unconfirmed: {
      action: "defer",
      says: (e) =>
        text`${resolvesElsewhere(e)}, so Postfix treats the client as unknown. It answers with unknown_client_reject_code: 450 unless set otherwise.`,
      reply,
      confidence: "code",
    },
    "depends-on-order": {
      action: "defer",
      says: (e) =>
        text`It uses only the PTR name that its resolver returns first, and ${shareConfirmed(e)}. So it accepts one connection and answers 450 to the next.`,
      reply,
      confidence: "code",
    },
    silent: {
      action: "unknown",
      says: silent("If the receiver gets no answer either, it defers with 450 4.7.25, whatever code is set."),
      confidence: "code",
    },
  },
  judge(facts) {
    const { state, evidence } = confirmation(facts, isPostfixName);
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
