import { defineReceiver } from "../define/receiver.ts";
import { text } from "../net/safe-text.ts";
import { authenticationOf } from "./rules/authentication.ts";
import { confirmation } from "./rules/confirmation.ts";
import { genericNames } from "./rules/generic.ts";
import { listedOn, listNames } from "./rules/listed.ts";
import { confirms, resolvesElsewhere, shareConfirmed, silent } from "./rules/rule-words.ts";

/** The Policy Blocklist's two codes. */
const PBL = /^127\.0\.0\.1[01]$/;

/** Yahoo and AOL: guidelines, without a word on what becomes of those who do not follow them. */
export const yahoo = defineReceiver({
  id: "yahoo",
  name: "Yahoo and AOL",
  kind: "provider",
  source: {
    label: "Yahoo, Sender best practices",
    url: "https://senders.yahooinc.com/best-practices",
    read: "2026-11-22",
  },
  needs: ["address", "forwardConfirmation", "sender", "spf", "addressListings"],
  rules: {
    follows: {
      action: "accept",
      says: (e) => text`The identity follows its published guidelines: ${confirms(e)}, and the name is not generic.`,
      confidence: "documentation",
    },
    generic: {
      action: "unknown",
      says: (e) =>
        text`Its guidelines ask for a meaningful name, and ${e.generic} looks generated from the address. They do not say what happens to mail from such a name.`,
      confidence: "documentation",
    },
    listed: {
      action: "reject",
      says: (e) => text`It refuses connections from addresses on ${listNames(e)}, as its error codes say.`,
      reply: (e) => `553 5.7.1 [${(e.codes ?? []).every((code) => PBL.test(code)) ? "BL23" : "BL21"}]`,
      confidence: "documentation",
    },
    "needs-dkim": {
      action: "unknown",
      says: (e) =>
        text`The PTR record is in order. It also requires SPF or DKIM to pass. SPF does not pass for ${e.domain} (${e.spf}), so the mail needs a valid DKIM signature.`,
      confidence: "documentation",
    },
    nameless: {
      action: "unknown",
      says: text`Its guidelines ask for valid forward and reverse DNS, and the address has no PTR record. They do not say what happens to such mail.`,
      confidence: "documentation",
    },
    unconfirmed: {
      action: "unknown",
      says: (e) =>
        text`Its guidelines ask for valid forward and reverse DNS, and ${resolvesElsewhere(e)}. They do not say what happens to such mail.`,
      confidence: "documentation",
    },
    mixed: {
      action: "unknown",
      says: (e) =>
        text`Its guidelines ask for valid forward and reverse DNS. Here ${shareConfirmed(e)}, and they do not say how Yahoo treats that.`,
      confidence: "documentation",
    },
    silent: { action: "unknown", says: silent(), confidence: "documentation" },
  },
  judge(facts) {
    const { state, confirmed, evidence } = confirmation(facts);
    const listed = listedOn(facts, ["spamhaus-zen"]);
    if (listed) return { rule: "listed", evidence: { address: [facts.address], ...listed } };
    if (state === "silent" || state === "open" || state === "half-open") return { rule: "silent", evidence };
    if (state !== "confirmed") return { rule: state, evidence };
    const generic = genericNames(confirmed, facts.address);
    if (generic.length > 0) return { rule: "generic", evidence: { ...evidence, generic } };
    const authentication = authenticationOf(facts);
    if (authentication.state === "needs-dkim")
      return { rule: "needs-dkim", evidence: { ...evidence, ...authentication.evidence } };
    return { rule: "follows", evidence };
  },
});
