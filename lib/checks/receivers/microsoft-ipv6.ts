import { defineReceiver } from "../define/receiver.ts";
import { text } from "../net/safe-text.ts";
import { authenticationOf } from "./rules/authentication.ts";
import { confirmation } from "./rules/confirmation.ts";
import { silent } from "./rules/rule-words.ts";

/** Microsoft 365 over IPv6: a PTR record is mandatory, and SPF or DKIM has to pass. */
export const microsoftIpv6 = defineReceiver({
  id: "microsoft-ipv6",
  name: "Microsoft, over IPv6",
  kind: "provider",
  family: 6,
  source: {
    label: "Microsoft, delivery reports of Exchange Online",
    url: "https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online",
    read: "2026-11-22",
  },
  needs: ["address", "forwardConfirmation", "sender", "spf"],
  rules: {
    meets: {
      action: "accept",
      says: (e) =>
        text`The identity meets its published rules for IPv6: the address has a PTR record, and SPF passes for ${e.domain}.`,
      confidence: "documentation",
    },
    "meets-identity": {
      action: "accept",
      says: text`The address has a PTR record, as its published rule for IPv6 requires. It also requires SPF or DKIM to pass, which depends on the message.`,
      confidence: "documentation",
    },
    "needs-dkim": {
      action: "unknown",
      says: (e) =>
        text`The address has a PTR record. Its published rule for IPv6 also requires SPF or DKIM to pass. SPF does not pass for ${e.domain} (${e.spf}), so the mail needs a valid DKIM signature; without one the answer is 450 4.7.26.`,
      confidence: "documentation",
    },
    nameless: {
      action: "reject",
      says: text`Its published rule for IPv6 requires a PTR record. It may first defer such mail with 450 4.7.25.`,
      reply: (e) =>
        `550 5.7.25 Access denied, the sending IPv6 address [${e.address?.[0] ?? ""}] must have a reverse DNS record`,
      confidence: "documentation",
    },
    unconfirmed: {
      action: "unknown",
      says: text`The address has a PTR record, as its published rule for IPv6 requires. The rule does not say whether the name has to be forward-confirmed.`,
      confidence: "documentation",
    },
    silent: {
      action: "unknown",
      says: silent("If it gets no answer either, it defers such mail with 450."),
      confidence: "documentation",
    },
  },
  judge(facts) {
    const { state, evidence } = confirmation(facts);
    if (state === "silent" || state === "open" || state === "half-open") return { rule: "silent", evidence };
    if (state === "nameless") return { rule: "nameless", evidence };
    if (state !== "confirmed") return { rule: "unconfirmed", evidence };
    const authentication = authenticationOf(facts);
    const rule = { "spf-passes": "meets", "needs-dkim": "needs-dkim", open: "meets-identity" } as const;
    return { rule: rule[authentication.state], evidence: { ...evidence, ...authentication.evidence } };
  },
});
