import { defineReceiver } from "../define/receiver.ts";
import { text } from "../net/safe-text.ts";
import { authenticationOf } from "./rules/authentication.ts";
import { confirmation } from "./rules/confirmation.ts";
import { unverifiableSelectors } from "./rules/dkim.ts";
import { ehloEvidence } from "./rules/ehlo.ts";
import { confirms, ehloRemark, resolvesElsewhere, shareConfirmed, silent } from "./rules/rule-words.ts";

const NOT_CONFIRMED =
  "550 5.7.25 The IP address sending this message does not have a PTR record setup, or the corresponding forward DNS entry does not point to the sending IP.";

const UNAUTHENTICATED = "550 5.7.26 This mail has been blocked because the sender is unauthenticated.";

/** Gmail's rules for all senders; those for bulk senders are about the message, not the server. */
export const gmail = defineReceiver({
  id: "gmail",
  name: "Gmail",
  kind: "provider",
  source: {
    label: "Google, Email sender guidelines",
    url: "https://support.google.com/a/answer/81126",
    read: "2026-11-22",
  },
  needs: ["address", "forwardConfirmation", "ehloName", "sender", "spf", "dkim"],
  rules: {
    meets: {
      action: "accept",
      says: (e) => text`The identity meets its published rules: ${confirms(e)}, and SPF passes for ${e.domain}.`,
      confidence: "documentation",
    },
    "meets-identity": {
      action: "accept",
      says: (e) =>
        text`${confirms(e)}, as its published rule requires. It also requires SPF or DKIM to pass, which depends on the message.`,
      confidence: "documentation",
    },
    "needs-dkim": {
      action: "unknown",
      says: (e) =>
        text`The PTR record is in order. Its published rule also requires SPF or DKIM to pass. SPF does not pass for ${e.domain} (${e.spf}), so the mail needs a valid DKIM signature; without one the answer is 550 5.7.26.`,
      confidence: "documentation",
    },
    unauthenticated: {
      action: "reject",
      says: (e) =>
        text`Its published rule requires SPF or DKIM to pass. SPF does not pass for ${e.domain} (${e.spf}), and there is no usable key under ${e.selector}, your DKIM selector.`,
      reply: UNAUTHENTICATED,
      confidence: "documentation",
    },
    nameless: {
      action: "reject",
      says: text`Its published rule requires a PTR record. It may first defer such mail with 421 4.7.23.`,
      reply: NOT_CONFIRMED,
      confidence: "documentation",
    },
    unconfirmed: {
      action: "reject",
      says: (e) =>
        text`Its published rule requires the PTR name to resolve to the address, and ${resolvesElsewhere(e)}. It may first defer such mail with 421 4.7.23.`,
      reply: NOT_CONFIRMED,
      confidence: "documentation",
    },
    mixed: {
      action: "unknown",
      says: (e) =>
        text`Its published rule requires the PTR name to resolve to the address. Here ${shareConfirmed(e)}, and it does not say how it treats that.`,
      confidence: "documentation",
    },
    "bad-ehlo": {
      action: "reject",
      says: (e) => text`By its published rule it refuses an EHLO argument that is not valid. ${ehloRemark(e)}`,
      reply: "501 5.5.4 HELO/EHLO argument is invalid",
      confidence: "documentation",
    },
    silent: { action: "unknown", says: silent(), confidence: "documentation" },
  },
  judge(facts) {
    const { state, evidence } = confirmation(facts);
    const ehlo = facts.ehloName;
    if (ehlo && !/^[\w.:[\]-]+$/.test(ehlo.text) && state !== "silent")
      return { rule: "bad-ehlo", evidence: { ...evidence, ...ehloEvidence(ehlo) } };
    if (state === "silent" || state === "open" || state === "half-open") return { rule: "silent", evidence };
    if (state !== "confirmed") return { rule: state, evidence };
    const authentication = authenticationOf(facts);
    const selector = unverifiableSelectors(facts);
    if (authentication.state === "needs-dkim" && selector.length > 0)
      return { rule: "unauthenticated", evidence: { ...evidence, ...authentication.evidence, selector } };
    const rule = { "spf-passes": "meets", "needs-dkim": "needs-dkim", open: "meets-identity" } as const;
    return { rule: rule[authentication.state], evidence: { ...evidence, ...authentication.evidence } };
  },
});
