import { defineSignal, type Evidence, type Exhibit, type Fix, rfc, temperror, unanswered } from "../define/signal.ts";
import { classifyPtrName } from "../derive/classify-ptr-name.ts";
import { confirmedNames } from "../derive/forward-confirmation.ts";
import type { PtrName } from "../findings/forward-confirmation.ts";
import { isUnusable } from "../formats/ptr-name/hostname-fault.ts";
import { family, type IpAddress } from "../net/address.ts";
import { organisationalDomain } from "../net/domain-name.ts";
import { prose, type Text, text } from "../net/safe-text.ts";
import { digFor, digPtr } from "../words/commands.ts";

const WHO_CARES = prose(
  "Gmail refuses or defers such mail (550 5.7.25, 421 4.7.23). Orange, Spectrum, Freenet and seppmail.cloud refuse it, T-Online and Fastmail require a match, Yahoo recommends one. Postfix (reject_unknown_client_hostname), Exim (verify = reverse_host_lookup), Sendmail (require_rdns) and Haraka (fcrdns) refuse or defer it where the operator has the rule on. Behind Postfix, SpamAssassin then adds RDNS_NONE, as for an address without a PTR record.",
);

/** Forward-confirmed reverse DNS: the "iprev" method (RFC 8601 section 3), its permerror being `none` here. */
export const fcrdns = defineSignal({
  id: "fcrdns",
  group: "reverse",
  scopes: ["server", "sender"],
  title: "Forward-confirmed reverse DNS",
  why: "A PTR record can name any host, even one of somebody else's. Receivers trust the name only if it resolves to the same address.",
  references: [rfc(8601, "3"), rfc(1912, "2.1")],
  needs: ["address", "forwardConfirmation"],
  outcomes: {
    pass: {
      status: "pass",
      short: "resolves back",
      says: (e) =>
        e.alias?.length
          ? text`${e.confirmed} resolves to ${e.address}, through the alias (CNAME) ${e.alias}. RFC 1912 asks for a name that is not an alias, and some providers refuse one.`
          : text`${e.confirmed} resolves to ${e.address}: the PTR record is forward-confirmed.`,
    },
    "fail-elsewhere": {
      status: "fail",
      short: "resolves elsewhere",
      says: (e) => text`The PTR record of ${e.address} names ${e.name}, which resolves to ${e.addresses}.`,
      fix: (e) => publish(e, text` Or, if ${e.name} belongs to another server now, change the PTR record instead.`),
      whoCares: WHO_CARES,
    },
    "fail-no-address": {
      status: "fail",
      short: "has no matching address",
      says: (e) =>
        text`The PTR record of ${e.address} names ${e.name}, which has no ${record(e)} record.${e.type?.[0] === "AAAA" ? " An A record does not confirm an IPv6 address." : ""}`,
      fix: (e) => publish(e),
      whoCares: WHO_CARES,
    },
    "fail-nxdomain": {
      status: "fail",
      short: "does not exist",
      says: (e) => text`The PTR record of ${e.address} names ${e.name}, which does not exist in DNS.`,
      fix: (e) => publish(e),
      whoCares: WHO_CARES,
    },
    none: {
      status: "skipped",
      short: "no PTR name to resolve",
      says: text`There is no PTR name to resolve.`,
    },
    unusable: {
      status: "skipped",
      short: "cannot be looked up",
      says: (e) => text`${e.name} is not a name that can be looked up, so it cannot resolve to the address.`,
    },
    "not-all-followed": {
      status: "unknown",
      short: "not all names looked up",
      says: (e) =>
        text`None of the ${e.looked} PTR names we looked up resolves to ${e.address}. The address has ${e.of}, and our limit is ${e.looked}.`,
    },
    temperror,
  },
  reproduce: (e) => [
    ...digPtr(e.address?.[0]),
    ...(e.confirmed ?? e.name ?? []).flatMap((name) => digFor(e.type?.[0] === "AAAA" ? "AAAA" : "A", name)),
  ],
  judge({ address, forwardConfirmation: { reverse, names, followed } }) {
    if (reverse.kind === "failed") return unanswered(reverse);
    if (reverse.kind !== "answer") return { outcome: "none" };
    const type = family(address) === 4 ? "A" : "AAAA";
    const common = { address: [address], type: [type] };

    const first = names.find(({ state }) => state === "confirmed");
    if (first) {
      const alias = first.addresses.kind === "failed" ? [] : first.addresses.aliases.slice(-1);
      const confirmed = confirmedNames({ names });
      return { outcome: "pass", evidence: { ...common, confirmed, ...(alias.length > 0 ? { alias } : {}) } };
    }
    // A name we could not resolve might have been the one that confirms.
    const open = names.filter(({ state }) => state === "unknown").map(({ addresses }) => addresses);
    const unasked = names.length - followed;
    if (followed > 0 && unasked > 0 && unasked === open.length)
      return { outcome: "not-all-followed", evidence: { ...common, looked: [`${followed}`], of: [`${names.length}`] } };
    if (open.length > 0) return unanswered(...open);

    const usable = names.filter(({ name }) => !isUnusable(name));
    if (usable.length === 0) return { outcome: "unusable", evidence: { ...common, name: reverse.records.slice(0, 1) } };
    return { ...nearest(usable, address, common), ...(names.length > 1 ? { exhibit: table(names) } : {}) };
  },
});

/** The fault of the name that is nearest to confirming: leading elsewhere, then without an address, then absent. */
function nearest(usable: readonly PtrName[], address: IpAddress, common: Evidence) {
  const kinds = { answer: "fail-elsewhere", nodata: "fail-no-address", nxdomain: "fail-nxdomain" } as const;
  for (const kind of ["answer", "nodata", "nxdomain"] as const) {
    const found = usable.find(({ addresses }) => addresses.kind === kind);
    if (!found) continue;
    const { name, addresses } = found;
    const domain = organisationalDomain(name);
    const generic = classifyPtrName(name, address).kind !== "custom";
    return {
      outcome: kinds[kind],
      evidence: {
        ...common,
        name: [name],
        ...(addresses.kind === "answer" ? { addresses: addresses.records } : {}),
        ...(domain ? { domain: [domain] } : {}),
        // A name made by the provider is in the provider's zone: its forward record is not the reader's to publish.
        ...(generic ? { madeBy: ["provider"] } : {}),
      },
    };
  }
  return { outcome: "none" as const };
}

function table(names: readonly PtrName[]): Exhibit {
  const leads = ({ addresses }: PtrName) =>
    addresses.kind === "answer"
      ? addresses.records.join(", ")
      : addresses.kind === "nodata"
        ? "no address"
        : "no such name";
  return { kind: "table", columns: ["PTR name", "resolves to"], rows: names.map((one) => [one.name, leads(one)]) };
}

const record = (e: Evidence): Text => prose(e.type?.[0] ?? "address");

function publish(e: Evidence, or: Text = []): Fix {
  const [name] = e.name ?? [];
  if (e.madeBy?.length) {
    return {
      who: "address-owner",
      does: text`Change the PTR record of ${e.address} to the name of your mail server: ${name} is your provider's default name, in a zone of theirs. Publish the address record of your own name first.`,
    };
  }
  return {
    who: "forward-dns",
    does: text`Publish this ${record(e)} record for ${name}${e.domain?.length ? text`, in the zone of ${e.domain}` : []}.${or}`,
    ...(name && e.type?.[0] && e.address?.[0] ? { copy: `${name}. 3600 IN ${e.type[0]} ${e.address[0]}` } : {}),
  };
}
