import { defineReceiver } from "../define/receiver.ts";
import { literalText } from "../derive/server-name.ts";
import { parseAddress } from "../net/address.ts";
import { text } from "../net/safe-text.ts";
import { confirmation } from "./rules/confirmation.ts";
import { ehloEvidence, ehloResolvesTo } from "./rules/ehlo.ts";
import { ehloRemark, NO_EHLO, noAnswer } from "./rules/rule-words.ts";

/** Exim's check of the EHLO name against the address. */
export const eximHelo = defineReceiver({
  id: "exim-helo",
  name: "Exim, HELO",
  kind: "software",
  setting: "verify = helo (in no stock ACL)",
  source: {
    label: "Exim, smtp_in.c",
    url: "https://github.com/Exim/exim/tree/13835a3c",
    version: "13835a3c (2025-12-29)",
    read: "2026-11-22",
  },
  needs: ["address", "forwardConfirmation", "ehloName"],
  rules: {
    pass: {
      action: "accept",
      says: (e) => text`The EHLO name resolves to the address. ${ehloRemark(e)}`,
      confidence: "code",
    },
    elsewhere: {
      action: "reject",
      says: (e) =>
        text`The EHLO name does not resolve to ${e.address}. The reply is Exim's default; an ACL may set another. ${ehloRemark(e)}`,
      reply: "550 Administrative prohibition",
      confidence: "code",
    },
    "no-name": {
      action: "reject",
      says: (e) =>
        text`The EHLO argument is neither a name that resolves to ${e.address} nor that address in brackets. The reply is Exim's default; an ACL may set another. ${ehloRemark(e)}`,
      reply: "550 Administrative prohibition",
      confidence: "code",
    },
    invalid: {
      action: "reject",
      says: (e) =>
        text`Exim refuses such an EHLO argument before any ACL: it accepts letters, digits, dots and hyphens, or a well-formed address literal. ${ehloRemark(e)}`,
      reply: "501 Syntactically invalid EHLO argument(s)",
      confidence: "code",
    },
    silent: {
      action: "unknown",
      says: (e) =>
        text`Not known: ${noAnswer(e)} If the receiver gets no answer either, it refuses the name (550) instead of deferring. ${ehloRemark(e)}`,
      confidence: "observation",
    },
    "not-known": { action: "unknown", says: NO_EHLO, confidence: "code" },
  },
  judge(facts) {
    const ehlo = facts.ehloName;
    if (!ehlo) return { rule: "not-known" };
    const { address } = facts;
    const evidence = { address: [address], ...ehloEvidence(ehlo) };
    if (ehlo.kind === "literal" ? !parseAddress(literalText(ehlo)) : !/^[a-z0-9.-]+$/i.test(ehlo.text))
      return { rule: "invalid", evidence };
    if (ehlo.kind === "literal") {
      // The comparison is of texts: `[IPv6:2001:db8::1]` never equals `2001:db8::1`, which without the tag it would.
      const same = ehlo.text === `[${address}]`;
      return { rule: same ? "pass" : "no-name", evidence };
    }
    const back = confirmation(facts);
    if (ehlo.name && back.confirmed.includes(ehlo.name)) return { rule: "pass", evidence };
    if (ehloResolvesTo(ehlo, address)) return { rule: "pass", evidence };
    if (ehlo.addresses?.kind === "failed") return { rule: "silent", evidence };
    // Without a dot it is no question for the public DNS, and no name of a public address.
    return { rule: ehlo.addresses ? "elsewhere" : "no-name", evidence };
  },
});
