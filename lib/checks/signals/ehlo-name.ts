import { defineSignal, type Evidence, ourLimit, rfc, temperror, unanswered } from "../define/signal.ts";
import { resolvesTo } from "../derive/forward-confirmation.ts";
import type { EhloElsewhere } from "../facts/facts.ts";
import { asName, nearestFirst, relate } from "../net/domain-name.ts";
import { nameKind } from "../net/name-kind.ts";
import { prose, type Text, text } from "../net/safe-text.ts";
import { providerOfDefaultName } from "../providers/index.ts";
import { digSaid, sayEhlo } from "../words/commands.ts";

/** Connections that never came about. */
const NOT_CONNECTED: readonly string[] = ["closed", "filtered", "no-route", "blocked-here"];

/** As many PTR names as a sentence holds; all are compared. */
const SHOWN = 3;

/**
 * Where the name comes from, what there is to say `about` it, and that it may not be the one that counts: a server may
 * answer with one name when it receives and say another when it sends.
 */
const named = (e: Evidence, about: Text): Text =>
  e.origin?.[0] === "seen"
    ? text`When it sent to this service, the server said EHLO ${e.ehlo}${about}`
    : e.origin?.[0] === "claimed"
      ? text`By your entry, the server says EHLO ${e.ehlo} when it sends${about}`
      : text`The server answers EHLO as ${e.ehlo}${about} When it sends, it may say another name.`;

const setTo = (e: Evidence) => {
  // A name that another row calls invalid is nothing to set.
  const name = e.ptr?.find((one) => nameKind(one) === "name");
  return {
    who: "server" as const,
    does: name
      ? text`Set the EHLO name to ${name}, the name in the PTR record. In Postfix that is ${"smtp_helo_name"} (by default ${"myhostname"}), in Exim ${"helo_data"} of the smtp transport (by default ${"primary_hostname"}).`
      : text`Set the EHLO name to a full host name that resolves to ${e.address}.`,
    ...(name ? { copy: `smtp_helo_name = ${name}` } : {}),
  };
};

const publish = (e: Evidence) =>
  // In a provider's zone its customers publish nothing.
  e.ehlo?.[0] && providerOfDefaultName(asName(e.ehlo[0].toLowerCase())) ? setTo(e) : publishIn(e);

const publishIn = (e: Evidence) => ({
  who: "forward-dns" as const,
  does: text`Publish an address record for ${e.ehlo}, or set the EHLO name to one that has it.`,
  copy: `${e.ehlo?.[0]}.  3600  IN  ${e.address?.[0]?.includes(":") ? "AAAA" : "A"}  ${e.address?.[0]}`,
});

/** Who acts on a name without an address record, and on one that is no full host name. */
const UNRESOLVABLE = prose(
  "Postfix defers such mail with 450 4.7.1 where reject_unknown_helo_hostname is set. Exim refuses it with 550 where verify = helo is set. Orange answers OFR_20x; Rspamd adds 1.3 points.",
);
const NO_HOST_NAME = prose(
  "Postfix refuses it with 504 5.5.2 where reject_non_fqdn_helo_hostname is set, Stalwart by default. Orange requires a full host name. SpamAssassin adds up to 3.8 points for localhost, Rspamd 2 to 3.",
);

/** The EHLO name against the PTR names, and whether it resolves to the address. */
export const ehloName = defineSignal({
  id: "ehlo-name",
  group: "greeting",
  scopes: ["server", "receiver"],
  title: "EHLO name",
  why: "A sending server gives its name in EHLO. Receivers compare it with the address. PTR record, address record and EHLO name should agree.",
  references: [rfc(5321, "4.1.1.1"), rfc(5321, "4.1.4"), rfc(5321, "2.3.5")],
  needs: ["address", "reverse", "smtp", "serverName", "ehloName", "ehloElsewhere", "sending"],
  outcomes: {
    same: { status: "pass", short: "the PTR name", says: (e) => named(e, prose(", which is its PTR name.")) },
    "same-organisation": {
      status: "pass",
      short: "same organisation",
      says: (e) =>
        named(
          e,
          text`. The PTR name is ${e.ptr}, in the same organisation, and the EHLO name resolves to ${e.address}.`,
        ),
    },
    "leads-back": {
      status: "info",
      short: "another name, resolves to it",
      says: (e) =>
        named(
          e,
          text`. The PTR name is ${e.ptr}, in another organisation, but the EHLO name resolves to ${e.address}.`,
        ),
    },
    elsewhere: {
      status: "warn",
      short: "another name, resolves elsewhere",
      says: (e) => named(e, text`. The PTR name is ${e.ptr}, and the EHLO name does not resolve to ${e.address}.`),
      fix: setTo,
      whoCares: prose(
        "SpamAssassin adds 0.4 to 1.0 points when EHLO and PTR differ, Rspamd 1.0 when the EHLO name has another address. Exim refuses where verify = helo is set, and Fastmail requires EHLO to match reverse DNS. RFC 5321 forbids refusing mail for this alone.",
      ),
    },
    unresolvable: {
      status: "warn",
      short: "does not resolve",
      says: (e) => named(e, prose(", and that name has no address record.")),
      fix: publish,
      whoCares: UNRESOLVABLE,
    },
    "other-records": {
      status: "warn",
      says: (e) =>
        named(e, text`. That name has no ${e.type} record, only ${e.found}, so it does not resolve to ${e.address}.`),
      fix: publish,
      whoCares: prose(
        "Exim refuses where verify = helo is set, Rspamd adds 1.0 point when the EHLO name has another address. Postfix's reject_unknown_helo_hostname accepts it: any A, AAAA or MX record is enough.",
      ),
    },
    "sends-unresolvable": {
      status: "fail",
      short: "does not resolve",
      says: (e) => named(e, prose(", and that name has no address record.")),
      fix: publish,
      whoCares: UNRESOLVABLE,
    },
    "no-host-name": {
      status: "warn",
      short: "not a full host name",
      says: (e) => named(e, prose(", which is not a fully qualified host name.")),
      fix: setTo,
      whoCares: NO_HOST_NAME,
    },
    "sends-no-host-name": {
      status: "fail",
      short: "not a full host name",
      says: (e) => named(e, prose(", which is not a fully qualified host name.")),
      fix: setTo,
      whoCares: NO_HOST_NAME,
    },
    literal: {
      status: "warn",
      short: "an address literal",
      says: (e) => named(e, prose(", its address instead of a name.")),
      fix: setTo,
      whoCares: prose(
        "Rspamd adds 2 to 3 points for an address literal; Exim's verify = helo requires it to be the connecting address. RFC 5321 allows it for hosts without a name.",
      ),
    },
    alone: {
      status: "skipped",
      short: "no PTR name to compare",
      says: (e) => named(e, prose("; there is no PTR name to compare it with.")),
    },
    nameless: {
      status: "unknown",
      short: "contains no host name",
      says: (e) =>
        text`Its answer to EHLO contains no host name: it begins with ${e.ehlo}. If you know its EHLO name when it sends, enter it in the options.`,
    },
    echo: {
      status: "unknown",
      short: "repeats our name",
      says: (e) =>
        text`Its answer to EHLO repeats our name, ${e.ehlo}, and not its own. If you know its EHLO name when it sends, enter it in the options.`,
    },
    "not-heard": {
      status: "unknown",
      short: "not known",
      says: (e) =>
        text`${NOT_CONNECTED.includes(e.connection?.[0] ?? "") ? prose("We could not connect to port 25.") : prose("Our SMTP session ended before EHLO.")} If you know the server's EHLO name when it sends, enter it in the options.`,
    },
    temperror,
    limit: ourLimit,
  },
  reproduce: (e) => [...sayEhlo(e.address?.[0]), ...digSaid(e.ehlo?.[0], e.address?.[0])],
  judge({ address, reverse, serverName: { answered }, ehloName: ehlo, smtp, ehloElsewhere, sending }) {
    if (!ehlo && smtp.connection === "limit") return { outcome: "limit", evidence: { address: [address] } };
    if (!ehlo)
      return answered
        ? {
            outcome: answered.kind === "echo" ? "echo" : "nameless",
            evidence: { address: [address], ehlo: [answered.text] },
          }
        : { outcome: "not-heard", evidence: { address: [address], connection: [smtp.connection] } };
    const claimed = ehlo.origin === "claimed";
    const origin = claimed && sending ? "seen" : ehlo.origin;
    const base: Evidence = { address: [address], ehlo: [ehlo.text], origin: [origin] };
    const { kind, name, addresses } = ehlo;
    const records = reverse.kind === "answer" ? reverse.records : [];
    const ptr = (name ? nearestFirst(records, name) : records).slice(0, SHOWN);
    const evidence: Evidence = { ...base, ptr };

    if (kind === "literal") return { outcome: "literal", evidence };
    if (kind !== "name") return { outcome: claimed ? "sends-no-host-name" : "no-host-name", evidence };

    if (reverse.kind === "failed") return unanswered(reverse);
    if (name && reverse.kind === "answer" && reverse.records.includes(name)) return { outcome: "same", evidence };

    if (!name || !addresses || addresses.kind === "failed") return unanswered(...(addresses ? [addresses] : []));
    if (ehloElsewhere?.otherFamily.kind === "answer" || ehloElsewhere?.mx.kind === "answer")
      return { outcome: "other-records", evidence: { ...evidence, ...elsewhere(ehloElsewhere) } };
    if (ehloElsewhere?.otherFamily.kind === "failed" || ehloElsewhere?.mx.kind === "failed")
      return unanswered(ehloElsewhere.otherFamily, ehloElsewhere.mx);
    if (addresses.kind !== "answer") return { outcome: claimed ? "sends-unresolvable" : "unresolvable", evidence };
    if (ptr.length === 0) return { outcome: "alone", evidence };
    if (!resolvesTo(addresses, address))
      return { outcome: "elsewhere", evidence: { ...evidence, leads: addresses.records } };
    const near = ptr[0] !== undefined && relate(ptr[0], name) === "same-organisation";
    return { outcome: near ? "same-organisation" : "leads-back", evidence };
  },
});

function elsewhere({ otherFamily, mx }: EhloElsewhere): Evidence {
  const records = otherFamily.kind === "answer" ? otherFamily.records.slice(0, 2) : [];
  const type = otherFamily.type === "AAAA" ? "A" : "AAAA";
  return { type: [type], found: [...records, ...(mx.kind === "answer" ? ["MX"] : [])] };
}
