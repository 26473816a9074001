import type { RecognisedProvider } from "../define/provider.ts";
import type { Evidence } from "../facts/evidence.ts";
import type { ForwardZone } from "../facts/intended-hostname.ts";
import type { Network } from "../facts/network.ts";
import type { Zone } from "../facts/zone.ts";
import type { Known } from "../findings/findings.ts";
import type { ForwardOwner, Holder, PtrOwner, ZoneHolders } from "../findings/zone-holders.ts";
import { reverseName } from "../net/address.ts";
import { type DomainName, isWithin, labels, organisationalDomain } from "../net/domain-name.ts";
import { recogniseProvider } from "../providers/index.ts";
import { defineFinding } from "./define.ts";
import { zoneEvidence } from "./reverse-cut.ts";

const NEEDS = [
  "address",
  "reverse",
  "reverseZone",
  "reverseCut",
  "network",
  "intendedHostname",
  "forwardZone",
] as const;
type Clues = Pick<Known, (typeof NEEDS)[number]>;

export const zoneHolders = defineFinding<"zoneHolders">()({
  needs: NEEDS,
  derive: (clues): ZoneHolders => ({ ptr: ptrOwner(clues), forward: forwardOwner(clues) }),
});

function ptrOwner({ address, reverse, reverseZone, reverseCut, network, intendedHostname, forwardZone }: Clues) {
  const name = reverseName(address);
  const found = reverseZone.kind === "found" ? reverseZone : undefined;
  const provider = recogniseProvider({
    ptrNames: reverse.kind === "answer" ? reverse.records : [],
    ...(found ? { zone: zoneClue(found.zone) } : {}),
    ...asnOf(network),
  });
  const evidence: Evidence = {
    owner: [found?.owner ?? name],
    ...(found ? runBy(found.zone) : {}),
    ...(found?.aliasZone ? { aliasZone: [found.aliasZone.name], ...classless(found.owner, found.aliasZone) } : {}),
    ...registered(network),
  };
  const finding = (outcome: PtrOwner, more: Evidence = {}) => ({ outcome, evidence: { ...evidence, ...more } });

  if (reverseCut === "undelegated") return finding("undelegated");
  const handedOn = reverseCut === "alias" || reverseCut === "address";
  const shared = found ? sameHands(found.zone, handedOn, intendedHostname?.name, forwardZone) : [];
  if (shared.length > 0) return finding("yours", { shared });
  if (provider?.confidence === "strong") return finding("provider", clue(provider));
  if (handedOn) return finding("delegated");
  if (provider) return finding("provider-likely", clue(provider));
  const anybody = found || network.registration.kind === "registered";
  return finding(anybody ? "holder" : "unknown");
}

/**
 * The name servers that show a reverse zone to be in the hands of who runs the server's name: servers named in the
 * same organisation, or, where the zone was handed on, the very servers of the forward zone. A provider's own zone may
 * be on the servers that also carry its customers' domains, which shows nothing.
 */
function sameHands(
  zone: Zone,
  handedOn: boolean,
  intended: DomainName | undefined,
  forward: ForwardZone | undefined,
): readonly DomainName[] {
  const organisation = intended && organisationalDomain(intended);
  const servers = serversOf(zone);
  const own = servers.filter((server) => organisation && isWithin(server, organisation));
  if (own.length > 0 || !handedOn || forward?.kind !== "found") return own;
  return servers.filter((server) => serversOf(forward.zone).includes(server));
}

function serversOf({ ns, soa }: Zone): DomainName[] {
  const listed = ns.kind === "answer" ? ns.records : [];
  const primary = soa.kind === "answer" ? soa.records.map(({ mname }) => mname) : [];
  return [...new Set([...listed.toSorted(), ...primary])];
}

function forwardOwner({ intendedHostname, forwardZone }: Clues): Holder<ForwardOwner> {
  if (!intendedHostname) return { outcome: "no-name" };
  const name = [intendedHostname.name];
  if (forwardZone?.kind !== "found") return { outcome: "unknown", evidence: { name } };
  const evidence = { name, ...runBy(forwardZone.zone) };
  // The cut at a public suffix: nothing below it is delegated on the way to the name.
  return { outcome: organisationalDomain(forwardZone.zone.name) ? "zone" : "not-registered", evidence };
}

const runBy = (zone: Zone): Evidence => ({ zone: [zone.name], ...zoneEvidence(zone) });

/** The label under which the block's zone hands names on: `128/26` (RFC 2317 section 4 leaves the choice free). */
function classless(owner: DomainName, { name }: Zone): Evidence {
  if (!isWithin(owner, name)) return {};
  const label = labels(owner).slice(1, -labels(name).length).join(".");
  return label ? { label: [label] } : {};
}

function zoneClue({ name, soa, ns }: Zone) {
  const record = soa.kind === "answer" ? soa.records[0] : undefined;
  return {
    name,
    ...(record ? { mname: record.mname, rname: record.rname } : {}),
    ns: ns.kind === "answer" ? ns.records : [],
  };
}

function asnOf({ origin }: Network): { asn?: number } {
  const asn = origin.kind === "announced" ? origin.asns[0] : undefined;
  return asn === undefined ? {} : { asn };
}

function registered({ origin, registration }: Network): Evidence {
  return {
    ...(origin.kind === "announced" ? { asn: origin.asns.map((asn) => `AS${asn}`) } : {}),
    ...(origin.kind === "announced" && origin.asName ? { asName: [origin.asName] } : {}),
    ...(registration.kind === "registered" && registration.holder ? { holder: [registration.holder] } : {}),
  };
}

const clue = ({ provider, evidence }: RecognisedProvider): Evidence => ({
  provider: [provider.id],
  recognisedBy: [evidence.by],
  recognised: [evidence.value],
});
