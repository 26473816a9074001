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
        text`${confirms(e)}, as its published rule requires.${withoutEhlo(e)} It also requires SPF, DKIM and DMARC to pass, which depends on the message.`,
      confidence: "documentation",
    },
    nameless: {
      action: "reject",
      says: text`Its published rule requires a valid PTR record.`,
      reply: "OFR_107",
      confidence: "documentation",
    },
    unconfirmed: {
      action: "reject",
      says: (e) =>
        text`Its published rule requires the PTR name to resolve to the address, and ${resolvesElsewhere(e)}.`,
      reply: "OFR_107",
      confidence: "documentation",
    },
    mixed: {
      action: "unknown",
      says: (e) =>
        text`Its published rule requires the PTR name to resolve to the address. Here ${shareConfirmed(e)}, and it does not say how it treats that.`,
      confidence: "documentation",
    },
    "ehlo-no-name": {
      action: "reject",
      says: (e) => text`Its published rule requires a full host name in EHLO. ${ehloRemark(e)}`,
      reply: "OFR_20x",
      confidence: "documentation",
    },
    "ehlo-unresolvable": {
      action: "reject",
      says: (e) => text`Its published rule requires a valid EHLO name, and this one does not exist. ${ehloRemark(e)}`,
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
