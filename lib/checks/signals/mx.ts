import {
  defineSignal,
  type Evidence,
  type Exhibit,
  type Fix,
  type Outcome,
  rfc,
  temperror,
  unanswered,
} from "../define/signal.ts";
import type { MailExchanger } from "../facts/mx.ts";
import { sendsNothing } from "../formats/spf/sends-nothing.ts";
import { senderEvidence } from "../formats/spf/spf-evidence.ts";
import { isHostname } from "../net/domain-name.ts";
import { prose, type Text, text } from "../net/safe-text.ts";
import { digFor } from "../words/commands.ts";
import { domainWords, noDomain, withoutDomain } from "../words/sending-domain-words.ts";

const LOST = "Bounces and replies cannot be delivered.";
/** Receivers that ask whether the domain has an MX or address record at all. */
const UNKNOWN_DOMAIN = prose(
  `Postfix defers such a sender with 450 4.1.8 where reject_unknown_sender_domain is set. Exim refuses it where verify = sender is set, as in its default configuration; Rspamd adds 1.5 points. ${LOST}`,
);
/** Postfix asks for the MX record only, not for what its host has. */
const WITHOUT_ADDRESS = prose(
  `Exim refuses such a sender where verify = sender is set, as in its default configuration; Rspamd adds 0.5 points. Postfix's reject_unknown_sender_domain accepts it. ${LOST}`,
);
const NOT_PUBLIC = prose(
  `Postfix refuses such a sender where the operator lists private networks in check_sender_mx_access. ${LOST}`,
);

const publish = (e: Evidence): Fix => ({
  who: "sender-dns",
  does:
    e.origin?.[0] === "ptr"
      ? text`If the server sends as ${e.domain}, publish an MX record for it that names a host with a public address. If it sends as another domain, enter that in the options and check again.`
      : text`Publish an MX record for ${e.domain} that names a host with a public address, so that bounces and replies arrive.`,
});

/** In a zone that is not there nothing can be published. */
const register = (e: Evidence): Fix =>
  e.origin?.[0] === "ptr"
    ? publish(e)
    : {
        who: "sender-dns",
        does: text`Check the spelling of ${e.domain}, and that its domain is registered and delegated. Then publish an MX record for it that names a host with a public address.`,
      };

/** A domain that mail cannot come back to. Where the domain is only our guess, it weighs less. */
function unreachable<const Code extends string>(
  code: Code,
  says: (e: Evidence) => Text,
  whoCares: Text,
  fix: (e: Evidence) => Fix = publish,
): Readonly<Record<Code | `inferred-${Code}`, Outcome>> {
  const outcome = { says, fix, whoCares };
  return {
    [code]: { status: "fail", ...outcome },
    [`inferred-${code}`]: { status: "warn", ...outcome },
  } as Readonly<Record<Code | `inferred-${Code}`, Outcome>>;
}

/** Whether mail to the sending domain arrives somewhere, so that bounces can come back. */
export const mx = defineSignal({
  id: "mx",
  group: "authentication",
  scopes: ["domain"],
  title: "MX for bounces",
  why: "A domain that sends mail should also accept it: bounces and replies go to the sending domain. Some receivers check that it has an MX or address record.",
  references: [rfc(5321, "5.1"), rfc(7505, "3"), rfc(2181, "10.3")],
  needs: ["sender", "mx", "spfRecord"],
  outcomes: {
    found: { status: "pass", says: (e) => text`Mail to ${domainWords(e)} goes to ${e.hosts}.` },
    implicit: {
      status: "info",
      says: (e) =>
        text`${domainWords(e)} has no MX record, so mail to it goes to the address of the name itself: ${e.addresses}. That is allowed (implicit MX); an explicit MX record is clearer.`,
    },
    alias: {
      status: "info",
      says: (e) =>
        text`Mail to ${domainWords(e)} goes to ${e.hosts}. ${e.alias} is an alias (CNAME), which an MX record must not name (RFC 2181, section 10.3); most senders follow it anyway.`,
    },
    "sends-and-takes-nothing": {
      status: "pass",
      says: (e) =>
        text`${domainWords(e)} neither sends nor accepts mail, and publishes that: a null MX and ${"-all"} in SPF.`,
    },
    "sends-nothing": {
      status: "info",
      says: (e) =>
        text`${domainWords(e)} publishes ${"-all"} in SPF: it sends no mail. It also has nowhere to receive mail, which a null MX would state.`,
      fix: (e) => ({
        who: "sender-dns",
        does: text`Publish a null MX (RFC 7505), so that senders fail immediately instead of retrying.`,
        ...(e.domain?.[0] ? { copy: `${e.domain[0]}.  3600  IN  MX  0  .` } : {}),
      }),
    },
    "null-mx": {
      status: "warn",
      says: (e) =>
        text`${domainWords(e)} has a null MX: it accepts no mail. That is right for a domain that never sends, and wrong for one that does.`,
      fix: (e) => ({
        ...publish(e),
        does: text`If ${e.domain} sends mail, replace the null MX with a host that accepts its bounces. If it sends none, there is nothing to do.`,
      }),
      whoCares: prose(
        "Postfix refuses a sender whose domain has a null MX with 550 5.7.27 where reject_unknown_sender_domain is set. Bounces and replies cannot be delivered.",
      ),
    },
    "null-mx-beside": {
      status: "warn",
      says: (e) =>
        text`${domainWords(e)} has a null MX beside ${e.hosts}. A null MX means that no mail is accepted, and must be the only MX record (RFC 7505, section 3).`,
      fix: (e) => ({ who: "sender-dns", does: text`Remove the null MX (${"."}) from the MX records of ${e.domain}.` }),
      whoCares: prose(
        "Receivers and senders that act on the null MX take the domain for one that accepts no mail. Postfix's reject_unknown_sender_domain then answers 550 5.7.27.",
      ),
    },
    ...unreachable(
      "none",
      (e) => text`${domainWords(e)} has neither an MX record nor an address record, so it cannot receive mail.`,
      UNKNOWN_DOMAIN,
    ),
    ...unreachable(
      "nxdomain",
      (e) => text`${domainWords(e)} does not exist in DNS, so it cannot receive mail.`,
      UNKNOWN_DOMAIN,
      register,
    ),
    ...unreachable(
      "no-address",
      (e) =>
        text`The MX record of ${domainWords(e)} names ${e.lacking}, which has no address record${e.literal?.length ? text`: an MX record has to name a host, not an address` : []}.`,
      WITHOUT_ADDRESS,
    ),
    ...unreachable(
      "only-private",
      (e) => text`Mail to ${domainWords(e)} goes to ${e.private}, which is not public: senders cannot reach it.`,
      NOT_PUBLIC,
    ),
    "some-without-address": {
      status: "warn",
      says: (e) =>
        text`Mail to ${domainWords(e)} goes to ${e.hosts}, but ${e.lacking} has no address record${e.literal?.length ? text`: an MX record has to name a host, not an address` : []}.`,
      fix: (e) => ({
        who: "sender-dns",
        does: text`Remove ${e.lacking} from the MX records of ${e.domain}, or publish an address record for it.`,
      }),
      whoCares: prose("Senders that pick this host first cannot deliver there: they try the next one, or retry later."),
    },
    "some-private": {
      status: "warn",
      says: (e) =>
        text`Mail to ${domainWords(e)} goes to ${e.hosts}, but ${e.private} is not public: senders cannot reach it.`,
      fix: (e) => ({ who: "sender-dns", does: text`Remove the record with ${e.private} from public DNS.` }),
      whoCares: prose("Senders that pick this host first cannot deliver there: they try the next one, or retry later."),
    },
    "no-domain": noDomain,
    temperror,
  },
  reproduce: (e) => [
    ...(e.domain ?? []).flatMap((domain) => digFor("MX", domain)),
    ...(e.asked ?? []).slice(0, 3).flatMap((host) => digFor("A", host)),
  ],
  judge({ sender, mx, spfRecord }) {
    if (sender.domain === undefined) return withoutDomain(sender);
    if (!mx) return unanswered();
    if (mx.mx.kind === "failed") return unanswered(mx.mx);
    const inferred = sender.origin === "ptr";
    const records = mx.mx.kind === "answer" ? mx.mx.records : [];
    const isNull = records.some(({ exchange }) => exchange === ".");
    const { exchangers } = mx;
    const isReachable = ({ reachable, own = [] }: MailExchanger) => reachable.length + own.length > 0;
    const good = exchangers.filter(isReachable);
    const evidence: Evidence = {
      ...senderEvidence(sender),
      hosts: good.map(({ name }) => name),
      asked: exchangers.map(({ name }) => name),
      more: records.length > exchangers.length + Number(isNull) ? [String(records.length - exchangers.length)] : [],
    };
    if (mx.mx.kind === "nxdomain") return { outcome: inferred ? "inferred-nxdomain" : "nxdomain", evidence };
    const silent = sendsNothing(spfRecord);
    if (isNull && records.length === 1) {
      if (typeof silent === "object") return unanswered(silent);
      return { outcome: silent ? "sends-and-takes-nothing" : "null-mx", evidence };
    }

    const open = exchangers.flatMap(({ a, aaaa }) => [a, aaaa]).filter(({ kind }) => kind === "failed");
    if (open.length > 0) return unanswered(...open.slice(0, 3));
    const exhibit = records.length > 0 ? table(exchangers) : undefined;
    const lacking = exchangers
      .filter((each) => !isReachable(each) && each.refused.length === 0)
      .map(({ name }) => name);
    const refused = exchangers.flatMap((each) => each.refused.map(({ address, what }) => `${address} (${what})`));
    const found = (more: Evidence) => ({ evidence: { ...evidence, ...more }, ...(exhibit ? { exhibit } : {}) });
    const literal = lacking.filter((name) => !isHostname(name) && /^[0-9.]+$/.test(name));

    if (records.length === 0) {
      const [self] = exchangers;
      if (self && isReachable(self))
        return { outcome: "implicit", ...found({ addresses: [...self.reachable, ...(self.own ?? [])] }) };
      if (refused.length > 0)
        return { outcome: inferred ? "inferred-only-private" : "only-private", ...found({ private: refused }) };
      if (typeof silent === "object") return unanswered(silent);
      if (silent) return { outcome: "sends-nothing", evidence };
      return { outcome: inferred ? "inferred-none" : "none", evidence };
    }
    if (good.length === 0) {
      return refused.length > 0
        ? { outcome: inferred ? "inferred-only-private" : "only-private", ...found({ private: refused }) }
        : { outcome: inferred ? "inferred-no-address" : "no-address", ...found({ lacking, literal }) };
    }
    if (isNull) return { outcome: "null-mx-beside", ...found({}) };
    if (lacking.length > 0) return { outcome: "some-without-address", ...found({ lacking, literal }) };
    if (refused.length > 0) return { outcome: "some-private", ...found({ private: refused }) };
    const alias = exchangers.filter(isAlias).map(({ name }) => name);
    return alias.length > 0 ? { outcome: "alias", ...found({ alias }) } : { outcome: "found", ...found({}) };
  },
});

const isAlias = ({ a, aaaa }: MailExchanger): boolean =>
  [a, aaaa].some((lookup) => lookup.kind !== "failed" && lookup.aliases.length > 0);

const table = (exchangers: readonly MailExchanger[]): Exhibit => ({
  kind: "table",
  columns: ["Preference", "Host", "Addresses"],
  rows: exchangers.map(({ name, preference, reachable, refused, own = [] }) => [
    String(preference),
    name,
    [...reachable, ...own, ...refused.map(({ address, what }) => `${address} (${what})`)].join(", ") || "none",
  ]),
});
