import { defineReceiver } from "../define/receiver.ts";
import type { Evidence } from "../define/signal.ts";
import { classifyPtrName } from "../derive/classify-ptr-name.ts";
import { organisationalDomain } from "../net/domain-name.ts";
import { prose, text } from "../net/safe-text.ts";
import { confirmation } from "./rules/confirmation.ts";
import { confirms, resolvesElsewhere, shareConfirmed, silent } from "./rules/rule-words.ts";

/** Whole, as it has been seen: it says whom to write to. */
const notKnown = (e: Evidence): string =>
  `554 IP=${e.address?.[0] ?? ""} - None/bad reputation. Ask your postmaster for help or to contact tobr@rx.t-online.de for reset. (NOWL)`;
const UNTIL_ASKED = " It refuses addresses it does not know until their operator writes to its postmaster.";

/** T-Online: the name has to lead to somebody who can be asked. */
export const tOnline = defineReceiver({
  id: "t-online",
  name: "T-Online",
  kind: "provider",
  source: {
    label: "T-Online Postmaster, section 4.1",
    url: "https://postmaster.t-online.de/",
    read: "2026-11-22",
  },
  needs: ["address", "forwardConfirmation"],
  rules: {
    meets: {
      action: "accept",
      says: (e) =>
        text`${confirms(e)}, as its published rule requires. The rule also requires that the web site of ${e.domain} names the operator with contact details.${prose(UNTIL_ASKED)}`,
      confidence: "documentation",
    },
    "not-yours": {
      action: "reject",
      says: (e) =>
        text`Its published rule requires a name in a domain whose web site names the server's operator. ${e.generic} is in the provider's domain.`,
      reply: notKnown,
      confidence: "documentation",
    },
    "perhaps-not-yours": {
      action: "unknown",
      says: (e) =>
        text`Its published rule requires a name in a domain whose web site names the server's operator. ${e.generic} looks generated: it meets the rule only if ${e.domain} is yours.`,
      confidence: "documentation",
    },
    nameless: {
      action: "reject",
      says: text`Its published rule requires a name in the operator's domain, and the address has no PTR record.`,
      reply: notKnown,
      confidence: "documentation",
    },
    unconfirmed: {
      action: "reject",
      says: (e) => text`Its published rule requires the name to resolve to the address, and ${resolvesElsewhere(e)}.`,
      reply: notKnown,
      confidence: "documentation",
    },
    mixed: {
      action: "unknown",
      says: (e) =>
        text`Its published rule requires the name to resolve to the address. Here ${shareConfirmed(e)}, and it does not say how it treats that.`,
      confidence: "documentation",
    },
    silent: { action: "unknown", says: silent(), confidence: "documentation" },
  },
  judge(facts) {
    const { state, confirmed, evidence } = confirmation(facts);
    if (state === "silent" || state === "open" || state === "half-open") return { rule: "silent", evidence };
    const [name] = confirmed;
    if (state !== "confirmed" || !name) return { rule: state === "confirmed" ? "silent" : state, evidence };
    const { kind } = classifyPtrName(name, facts.address);
    const domain = organisationalDomain(name);
    const named = { ...evidence, ...(domain ? { domain: [domain] } : {}) };
    if (kind === "custom") return { rule: "meets", evidence: named };
    const rule = kind === "static-looking" ? "perhaps-not-yours" : "not-yours";
    return { rule, evidence: { ...named, generic: [name] } };
  },
});
