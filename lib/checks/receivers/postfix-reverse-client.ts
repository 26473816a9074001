import { defineReceiver } from "../define/receiver.ts";
import { text } from "../net/safe-text.ts";
import { confirmation } from "./rules/confirmation.ts";
import { isPostfixName } from "./rules/postfix-name.ts";
import { silent } from "./rules/rule-words.ts";

/** Postfix's milder client restriction: any PTR name will do. */
export const postfixReverseClient = defineReceiver({
  id: "postfix-reverse-client",
  name: "Postfix, milder",
  kind: "software",
  setting: "reject_unknown_reverse_client_hostname (not on by default)",
  source: {
    label: "Postfix, smtpd_peer.c and smtpd_check.c",
    url: "https://www.postfix.org/postconf.5.html#reject_unknown_reverse_client_hostname",
    version: "3.12-20260821",
    read: "2026-11-22",
  },
  needs: ["address", "forwardConfirmation"],
  rules: {
    pass: {
      action: "accept",
      says: (e) =>
        text`The address has a PTR record, ${e.ptr}, which is all this restriction requires: it does not check forward confirmation.`,
      confidence: "code",
    },
    nameless: {
      action: "defer",
      says: (e) =>
        text`${e.ptr?.length ? text`Postfix does not accept ${e.ptr} as a host name, which counts as no PTR record.` : text`The address has no PTR record.`} It answers with unknown_client_reject_code: 450 unless set otherwise.`,
      reply: (e) => `450 4.7.1 Client host rejected: cannot find your reverse hostname, [${e.address?.[0] ?? ""}]`,
      confidence: "code",
    },
    silent: {
      action: "unknown",
      says: silent("If the receiver gets no answer either, it defers with 450 4.7.1, whatever code is set."),
      confidence: "code",
    },
  },
  judge(facts) {
    const { state, evidence } = confirmation(facts, isPostfixName);
    if (state === "silent" || state === "nameless") return { rule: state, evidence };
    return { rule: "pass", evidence };
  },
});
