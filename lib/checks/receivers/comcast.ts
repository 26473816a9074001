import { defineReceiver } from "../define/receiver.ts";
import { classifyPtrName } from "../derive/classify-ptr-name.ts";
import { text } from "../net/safe-text.ts";
import { confirmation } from "./rules/confirmation.ts";
import { listedOn, listNames } from "./rules/listed.ts";
import { confirms, resolvesElsewhere, silent } from "./rules/rule-words.ts";

/** Comcast's Xfinity mail. */
export const comcast = defineReceiver({
  id: "comcast",
  name: "Comcast",
  kind: "provider",
  source: {
    label: "Comcast Postmaster, error codes",
    url: "https://postmaster.comcast.net/smtp-error-codes.php",
    read: "2026-11-22",
  },
  needs: ["address", "forwardConfirmation", "addressListings"],
  rules: {
    meets: {
      action: "accept",
      says: (e) =>
        text`The address has valid reverse DNS, as its published rule requires: ${confirms(e)}. It blocks addresses whose PTR record changes often.`,
      confidence: "documentation",
    },
    dynamic: {
      action: "unknown",
      says: (e) =>
        text`The address has valid reverse DNS. It refuses dynamic and residential addresses with ES000010, by its own list, and ${e.generic} looks like one.`,
      confidence: "documentation",
    },
    listed: {
      action: "reject",
      says: (e) => text`It refuses mail from addresses on ${listNames(e)}, as its error codes say.`,
      reply: "554 BL000001",
      confidence: "documentation",
    },
    nameless: {
      action: "reject",
      says: text`Its published rule requires a PTR record for every sending address.`,
      reply: "554 Comcast requires that all mail servers must have a PTR record with a valid Reverse DNS entry.",
      confidence: "documentation",
    },
    unconfirmed: {
      action: "unknown",
      says: (e) =>
        text`Its published rule asks for valid reverse DNS, and ${resolvesElsewhere(e)}. It does not say whether the name has to be forward-confirmed.`,
      confidence: "documentation",
    },
    silent: {
      action: "unknown",
      says: silent("If it gets no answer either, it defers such mail: 421 Reverse DNS failure : Try again later."),
      confidence: "documentation",
    },
  },
  judge(facts) {
    const { state, confirmed, evidence } = confirmation(facts);
    const listed = listedOn(facts, ["spamhaus-zen"]);
    if (listed) return { rule: "listed", evidence: { address: [facts.address], ...listed } };
    if (state === "silent" || state === "open") return { rule: "silent", evidence };
    if (state === "nameless") return { rule: "nameless", evidence };
    if (state === "unconfirmed" || state === "mixed") return { rule: "unconfirmed", evidence };
    const dynamic = confirmed.filter((name) => classifyPtrName(name, facts.address).kind === "dynamic-looking");
    return dynamic.length > 0
      ? { rule: "dynamic", evidence: { ...evidence, generic: dynamic } }
      : { rule: "meets", evidence };
  },
});
