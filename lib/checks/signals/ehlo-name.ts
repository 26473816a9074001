import type { IpAddress } from "../address.ts";
import type { ForwardLookup } from "../facts/lookup.ts";
import type { EhloElsewhere, MailNames } from "../facts.ts";
import { mailWord } from "../mail-word.ts";
import { type DomainName, relate } from "../name.ts";
import { defineSignal, type Evidence, rfc, shell, temperror, unanswered } from "../signal.ts";
import { prose, type Text, text } from "../text.ts";

/** Where the name comes from: a server may answer with one name when it receives and say another when it sends. */
const source = (e: Evidence): Text =>
  e.origin?.[0] === "claimed"
    ? text`You say your server sends as ${e.ehlo}`
    : text`It answers EHLO as ${e.ehlo} when it receives (what it says when it sends may differ)`;

const setTo = (e: Evidence) => ({
  who: "server" as const,
  does: e.ptr?.length
    ? text`Let the server say ${e.ptr[0]} in EHLO: the name of its PTR record. In Postfix that is ${"smtp_helo_name"} (by default ${"myhostname"}), in Exim ${"primary_hostname"}.`
    : text`Let the server say a full host name in EHLO that leads to ${e.address}.`,
  ...(e.ptr?.[0] ? { copy: `myhostname = ${e.ptr[0]}` } : {}),
});

const publish = (e: Evidence) => ({
  who: "forward-dns" as const,
  does: text`Publish an address record for ${e.ehlo}, or let the server say a name that has one.`,
  copy: `${e.ehlo?.[0]}.  3600  IN  ${e.address?.[0]?.includes(":") ? "AAAA" : "A"}  ${e.address?.[0]}`,
});

/** The EHLO name against the PTR names, and whether it leads back to the address. */
export const ehloName = defineSignal({
  id: "ehlo-name",
  group: "greeting",
  scopes: ["server"],
  title: "EHLO name",
  why: "A sender introduces itself with EHLO and a name. Receivers compare that name with the address: the third of the three things that have to agree.",
  references: [rfc(5321, "4.1.1.1"), rfc(5321, "4.1.4"), rfc(5321, "2.3.5")],
  needs: ["address", "claims", "reverse", "smtp", "mailNames", "ehloElsewhere"],
  outcomes: {
    same: { status: "pass", says: (e) => text`${source(e)}, which is its PTR name.` },
    "same-organisation": {
      status: "pass",
      says: (e) =>
        text`${source(e)}; the PTR name is ${e.ptr}, of the same organisation, and the EHLO name leads back to ${e.address}.`,
    },
    "leads-back": {
      status: "info",
      says: (e) =>
        text`${source(e)}; the PTR name is ${e.ptr}, of another organisation, but the EHLO name leads back to ${e.address}.`,
    },
    elsewhere: {
      status: "warn",
      says: (e) => text`${source(e)}; the PTR name is ${e.ptr}, and the EHLO name does not lead to ${e.address}.`,
      fix: setTo,
      whoCares: prose(
        "SpamAssassin adds 0.4 points when EHLO and PTR differ, Rspamd 1.0 when the EHLO name has another address, Exim refuses where verify = helo is set, and Fastmail asks for EHLO to match reverse DNS. RFC 5321 forbids refusing for this alone.",
      ),
    },
    unresolvable: {
      status: "warn",
      says: (e) => text`${source(e)}, and no address can be found for that name.`,
      fix: publish,
      whoCares: prose(
        "Postfix refuses such a name with 450 4.7.1 where reject_unknown_helo_hostname is set; Exim where verify = helo is set; Orange answers OFR_20x; Rspamd adds 1.3 points.",
      ),
    },
    "other-records": {
      status: "warn",
      says: (e) =>
        text`${source(e)}. That name has no ${e.type} record, only ${e.found}, so it does not lead to ${e.address}.`,
      fix: publish,
      whoCares: prose(
        "Exim refuses where verify = helo is set, Rspamd adds 1.0 point when the EHLO name has another address. Postfix's reject_unknown_helo_hostname takes it: any A, AAAA or MX record is enough there.",
      ),
    },
    "sends-unresolvable": {
      status: "fail",
      says: (e) => text`${source(e)}, and no address can be found for that name.`,
      fix: publish,
      whoCares: prose(
        "Postfix refuses such a name with 450 4.7.1 where reject_unknown_helo_hostname is set; Exim where verify = helo is set; Orange answers OFR_20x; Rspamd adds 1.3 points.",
      ),
    },
    "no-host-name": {
      status: "warn",
      says: (e) => text`${source(e)}, which is not a full host name.`,
      fix: setTo,
      whoCares: prose(
        "Postfix refuses it with 504 5.5.2 where reject_non_fqdn_helo_hostname is set, Stalwart by default; Orange wants a full host name; SpamAssassin adds up to 3.8 points for localhost, Rspamd 2 to 3.",
      ),
    },
    "sends-no-host-name": {
      status: "fail",
      says: (e) => text`${source(e)}, which is not a full host name.`,
      fix: setTo,
      whoCares: prose(
        "Postfix refuses it with 504 5.5.2 where reject_non_fqdn_helo_hostname is set, Stalwart by default; Orange wants a full host name; SpamAssassin adds up to 3.8 points for localhost, Rspamd 2 to 3.",
      ),
    },
    literal: {
      status: "warn",
      says: (e) => text`${source(e)}: an address in brackets. That is allowed for machines without a name.`,
      fix: setTo,
      whoCares: prose(
        "Rspamd adds 2 to 3 points for an address literal; Exim's verify = helo wants it to be the very address.",
      ),
    },
    alone: {
      status: "skipped",
      says: (e) => text`${source(e)}; there is no PTR name to compare it with.`,
    },
    "not-heard": {
      status: "unknown",
      says: text`The server did not get as far as EHLO with us. If you know the name it says when it sends, give it in the options.`,
    },
    temperror,
  },
  reproduce: (e) => [
    `printf 'EHLO test.example\\r\\nQUIT\\r\\n' | nc ${shell(e.address?.[0])} 25`,
    ...(e.ehlo?.[0] ? [`dig +short ${shell(e.ehlo[0])} ${e.address?.[0]?.includes(":") ? "AAAA" : "A"}`] : []),
  ],
  judge({ address, claims, reverse, smtp, mailNames, ehloElsewhere }) {
    const claimed = claims.helo !== undefined;
    const word = claims.helo ?? smtp.ehloWord;
    if (word === undefined) return { outcome: "not-heard", evidence: { address: [address] } };
    const base: Evidence = { address: [address], ehlo: [word], origin: [claimed ? "claimed" : "answered"] };
    const ptr = reverse.kind === "answer" ? reverse.records.slice(0, 3) : [];
    const evidence: Evidence = { ...base, ptr };

    const kind = mailWord(word);
    if (kind === "literal") return { outcome: "literal", evidence };
    if (kind !== "name") return { outcome: claimed ? "sends-no-host-name" : "no-host-name", evidence };

    if (reverse.kind === "failed") return unanswered(reverse);
    const name = claims.helo ?? smtp.ehloName;
    if (name && ptr.includes(name)) return { outcome: "same", evidence };

    const found = forwardOf(mailNames, claimed);
    if (!found || found.addresses.kind === "failed") return unanswered(...(found ? [found.addresses] : []));
    if (ehloElsewhere?.otherFamily.kind === "answer" || ehloElsewhere?.mx.kind === "answer")
      return { outcome: "other-records", evidence: { ...evidence, ...elsewhere(ehloElsewhere) } };
    if (ehloElsewhere?.otherFamily.kind === "failed" || ehloElsewhere?.mx.kind === "failed")
      return unanswered(ehloElsewhere.otherFamily, ehloElsewhere.mx);
    if (found.addresses.kind !== "answer")
      return { outcome: claimed ? "sends-unresolvable" : "unresolvable", evidence };
    if (ptr.length === 0) return { outcome: "alone", evidence };
    if (!leadsTo(found, address))
      return { outcome: "elsewhere", evidence: { ...evidence, leads: found.addresses.records } };
    return { outcome: nearest(ptr, found.name), evidence };
  },
});

function elsewhere({ otherFamily, mx }: EhloElsewhere): Evidence {
  const records = otherFamily.kind === "answer" ? otherFamily.records.slice(0, 2) : [];
  const type = otherFamily.type === "AAAA" ? "A" : "AAAA";
  return { type: [type], found: [...records, ...(mx.kind === "answer" ? ["MX"] : [])] };
}

const forwardOf = (names: MailNames, claimed: boolean): ForwardLookup | undefined =>
  claimed ? names.claimed : names.ehlo;

const leadsTo = ({ addresses }: ForwardLookup, address: IpAddress): boolean =>
  addresses.kind === "answer" && addresses.records.includes(address);

const nearest = (ptr: readonly DomainName[], name: DomainName) =>
  ptr.some((each) => relate(each, name) === "same-organisation") ? "same-organisation" : "leads-back";
