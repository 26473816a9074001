import { defineReceiver } from "../define/receiver.ts";
import { text } from "../net/safe-text.ts";
import { confirmation } from "./rules/confirmation.ts";
import { ehloEvidence } from "./rules/ehlo.ts";
import { confirms, ehloRemark, resolvesElsewhere, shareConfirmed, silent, withoutEhlo } from "./rules/rule-words.ts";

/** Orange and Wanadoo. Its replies all read alike; only the code tells the cause. */
export const orange = defineReceiver({
  id: "orange",
  name: "Orange",
  kind: "provider",
  source: { label: "Orange Postmaster", url: "https://postmaster.orange.fr/", read: "2026-11-22" },
  needs: ["address", "forwardConfirmation", "ehloName"],
  rules: {
    meets: {
      action: "accept",
      says: (e) =>
        text`${confirms(e)}, as its published rule asks.${withoutEhlo(e)} It also wants SPF, DKIM and DMARC to pass, which depends on the message.`,
      confidence: "documentation",
    },
    nameless: {
      action: "reject",
      says: text`By its published rule the address needs a valid PTR record.`,
      reply: "OFR_107",
      confidence: "documentation",
    },
    unconfirmed: {
      action: "reject",
      says: (e) =>
        text`By its published rule the PTR name has to lead back to the address, and ${resolvesElsewhere(e)}.`,
      reply: "OFR_107",
      confidence: "documentation",
    },
    mixed: {
      action: "unknown",
      says: (e) =>
        text`By its published rule the PTR name has to lead back. Here ${shareConfirmed(e)}, and it does not say what it makes of that.`,
      confidence: "documentation",
    },
    "ehlo-no-name": {
      action: "reject",
      says: (e) => text`By its published rule the EHLO name has to be a full host name. ${ehloRemark(e)}`,
      reply: "OFR_20x",
      confidence: "documentation",
    },
    "ehlo-unresolvable": {
      action: "reject",
      says: (e) =>
        text`By its published rule the EHLO name has to be valid, and this one does not exist. ${ehloRemark(e)}`,
      reply: "OFR_20x",
      confidence: "documentation",
    },
    silent: { action: "unknown", says: silent(), confidence: "documentation" },
  },
  judge(facts) {
    const { state, evidence } = confirmation(facts);
    if (state === "silent" || state === "open" || state === "half-open") return { rule: "silent", evidence };
    if (state !== "confirmed") return { rule: state, evidence };
    const ehlo = facts.ehloName;
    const both = { ...evidence, ...ehloEvidence(ehlo) };
    if (!ehlo || ehlo.kind === "literal") return { rule: "meets", evidence: both };
    if (ehlo.kind !== "name") return { rule: "ehlo-no-name", evidence: both };
    if (ehlo.addresses?.kind === "failed") return { rule: "silent", evidence: both };
    if (ehlo.addresses?.kind === "nxdomain") return { rule: "ehlo-unresolvable", evidence: both };
    return { rule: "meets", evidence: both };
  },
});
