import { defineReceiver } from "../define/receiver.ts";
import type { Evidence } from "../define/signal.ts";
import { literalText } from "../derive/server-name.ts";
import type { EhloElsewhere } from "../facts/facts.ts";
import type { EhloName } from "../findings/server-name.ts";
import { family, parseAddress } from "../net/address.ts";
import { text } from "../net/safe-text.ts";
import { ehloEvidence } from "./rules/ehlo.ts";
import { isPostfixName } from "./rules/postfix-name.ts";
import { ehloRemark, NO_EHLO, noAnswer } from "./rules/rule-words.ts";

type Restriction = "invalid" | "non_fqdn" | "unknown";
const all: readonly Restriction[] = ["invalid", "non_fqdn", "unknown"];

const said = (e: Evidence): string => `<${e.ehlo?.[0] ?? ""}>`;
const optionsOf = (restrictions: readonly Restriction[]): string =>
  restrictions.map((restriction) => `reject_${restriction}_helo_hostname`).join(", ");

/** Postfix's restrictions on what is said in HELO or EHLO, as many of them as are set. */
function restrictedBy(restrictions: readonly Restriction[]) {
  const set = (restriction: Restriction) => restrictions.includes(restriction);
  return defineReceiver({
    id: "postfix-helo",
    name: "Postfix, HELO",
    kind: "software",
    setting: `${optionsOf(restrictions)} (not on by default)`,
    source: {
      label: "Postfix, smtpd_check.c",
      url: "https://www.postfix.org/postconf.5.html#smtpd_helo_restrictions",
      version: "3.12-20260821",
      read: "2026-11-22",
    },
    needs: ["ehloName", "ehloElsewhere"],
    rules: {
      pass: {
        action: "accept",
        says: (e) =>
          text`These restrictions accept the EHLO name. None of them compares it with the address. ${ehloRemark(e)}`,
        confidence: "code",
      },
      literal: {
        action: "accept",
        says: (e) => text`A well-formed address literal passes. ${ehloRemark(e)}`,
        confidence: "code",
      },
      invalid: {
        action: "reject",
        says: (e) =>
          text`reject_invalid_helo_hostname refuses an EHLO argument that is not a valid host name. ${ehloRemark(e)}`,
        reply: (e) => `501 5.5.2 ${said(e)}: Helo command rejected: Invalid name`,
        confidence: "code",
      },
      "bad-literal": {
        action: "reject",
        says: (e) => text`A malformed address literal is refused by each of these restrictions. ${ehloRemark(e)}`,
        reply: (e) => `501 5.5.2 ${said(e)}: Helo command rejected: invalid ip address`,
        confidence: "code",
      },
      "non-fqdn": {
        action: "reject",
        says: (e) => text`reject_non_fqdn_helo_hostname requires a fully qualified host name. ${ehloRemark(e)}`,
        reply: (e) => `504 5.5.2 ${said(e)}: Helo command rejected: need fully-qualified hostname`,
        confidence: "code",
      },
      "not-found": {
        action: "defer",
        says: (e) =>
          text`reject_unknown_helo_hostname requires a name with an address or MX record, and this one does not exist. It answers with unknown_hostname_reject_code: 450 unless set otherwise. ${ehloRemark(e)}`,
        reply: (e) => `450 4.7.1 ${said(e)}: Helo command rejected: Host not found`,
        confidence: "code",
      },
      "perhaps-not-found": {
        action: "unknown",
        says: (e) =>
          text`The EHLO name has no address of the server's family. reject_unknown_helo_hostname accepts it with an address of the other family or an MX record. Those lookups got no answer. ${ehloRemark(e)}`,
        confidence: "code",
      },
      elsewhere: {
        action: "accept",
        says: (e) =>
          text`The EHLO name has no address of the server's family, but ${e.found}. That is enough for reject_unknown_helo_hostname. ${ehloRemark(e)}`,
        confidence: "code",
      },
      localhost: {
        action: "unknown",
        says: (e) =>
          text`reject_unknown_helo_hostname accepts this name only if the receiver's resolver answers for it, which depends on the resolver. ${ehloRemark(e)}`,
        confidence: "observation",
      },
      silent: {
        action: "unknown",
        says: (e) =>
          text`Not known: ${noAnswer(e)} If the receiver gets no answer either, reject_unknown_helo_hostname defers the mail. ${ehloRemark(e)}`,
        confidence: "code",
      },
      "not-known": { action: "unknown", says: NO_EHLO, confidence: "code" },
    },
    judge(facts) {
      const ehlo = facts.ehloName;
      if (!ehlo) return { rule: "not-known" };
      const evidence = ehloEvidence(ehlo);
      const word = ehlo.text.replace(/\.$/, "");
      if (ehlo.text.startsWith("[")) {
        return { rule: isPostfixLiteral(ehlo) ? "literal" : "bad-literal", evidence };
      }
      const bare = ehlo.kind === "bare-address";
      // A bare address is no invalid name to Postfix, for the sake of old clients; but neither is it a full one.
      if (set("invalid") && !bare && !isPostfixName(word)) return { rule: "invalid", evidence };
      if (set("non_fqdn") && !(isPostfixName(word) && word.includes("."))) return { rule: "non-fqdn", evidence };
      const rule = set("unknown") ? found(ehlo, facts.ehloElsewhere) : "pass";
      return {
        rule,
        evidence: rule === "elsewhere" ? { ...evidence, found: foundElsewhere(facts.ehloElsewhere) } : evidence,
      };
    },
  });
}

/**
 * Whatever begins with a bracket is a literal to Postfix. An IPv6 address wants its tag (RFC 5321 section 4.1.3), and
 * only an IPv6 address may have it.
 */
function isPostfixLiteral(ehlo: EhloName): boolean {
  if (!ehlo.text.endsWith("]")) return false;
  const address = parseAddress(literalText(ehlo));
  return address !== undefined && (family(address) === 6) === /^\[ipv6:/i.test(ehlo.text);
}

function found({ text: word, kind, addresses }: EhloName, elsewhere: EhloElsewhere | undefined) {
  if (kind === "localhost") return "localhost";
  if (!isPostfixName(word.replace(/\.$/, ""))) return "not-found";
  // What cannot be looked up in public has no entry: one label, an address without brackets, odd characters.
  if (!addresses) return kind === "name" || kind === "local-name" ? "silent" : "not-found";
  if (addresses.kind === "nodata") {
    if (foundElsewhere(elsewhere).length > 0) return "elsewhere";
    const settled = elsewhere && elsewhere.otherFamily.kind !== "failed" && elsewhere.mx.kind !== "failed";
    return settled ? "not-found" : "perhaps-not-found";
  }
  const rules = { answer: "pass", nxdomain: "not-found", failed: "silent" } as const;
  return rules[addresses.kind];
}

/** The other records that Postfix is content with; a null MX is one of them. */
function foundElsewhere(elsewhere: EhloElsewhere | undefined): string[] {
  if (!elsewhere) return [];
  const { otherFamily, mx } = elsewhere;
  return [
    ...(otherFamily.kind === "answer" ? [...otherFamily.records].slice(0, 2) : []),
    ...(mx.kind === "answer" ? ["MX"] : []),
  ];
}

/** All three, in the order in which they are mostly put; each alone is a variant. */
export const postfixHelo = {
  ...restrictedBy(all),
  variants: Object.fromEntries(all.map((one) => [optionsOf([one]), restrictedBy([one])])),
};
