import type { AuthorityAnswer, AuthorityServer, ReverseAuthority } from "../facts/authority.ts";
import { type FailedLookup, type LookupOf, recordsOf } from "../facts/lookup.ts";
import type { Zone } from "../facts/zone.ts";
import { isAddressAsName, referredTo } from "../formats/ptr-answer.ts";
import { type Family, type IpAddress, reverseName } from "../net/address.ts";
import { asName, type DomainName, isWithin } from "../net/domain-name.ts";
import { isPublic } from "../net/guard.ts";
import { askParent } from "./delegation.ts";
import { defineGatherer, type Gathering } from "./gatherer.ts";

/** As many name servers as are asked: more than any zone should have (RFC 2182 section 5 thinks of three to seven). */
const MAX_SERVERS = 8;
/** One lost datagram, or two, are no silence: RFC 9520 section 3.1 allows three. */
const TRIES = 3;
/** How often a server that answers is asked, so that one behind which several machines differ shows it. */
const TIMES = 3;

/** The registries' own zones, which everybody's questions reach: not to be asked about one address. */
const TREES = ["in-addr.arpa", "ip6.arpa"].map(asName);

/**
 * Asks every name server of the reverse zone, as the parent and the zone itself name them, for the PTR record: each at
 * one address of either family.
 */
export const reverseAuthority = defineGatherer<"reverseAuthority">()({
  needs: ["address", "reverseZone"],
  async gather({ address, reverseZone }, gathering): Promise<ReverseAuthority> {
    if (reverseZone.kind === "failed") {
      const { name, reason } = reverseZone;
      return { kind: "failed", lookup: { name, type: "SOA", kind: "failed", reason } };
    }
    const { owner, zone } = reverseZone;
    if (owner === reverseName(address) && TREES.some((tree) => isWithin(tree, zone.name))) {
      return { kind: "undelegated", zone: zone.name };
    }
    if (zone.ns.kind === "failed") return { kind: "failed", lookup: zone.ns };
    const { parent, delegated } = await askParent(zone.name, recordsOf(zone.ns), gathering);
    // Resolvers begin with what the parent says: servers that only one side names are asked all the same.
    const names = [...new Set([...recordsOf(zone.ns), ...referredTo(delegated)])].sort();
    const asked = names.slice(0, MAX_SERVERS);
    const servers = await Promise.all(asked.map((name) => askServer(name, owner, gathering)));
    const own = await askOwn(zone, servers, gathering);
    return {
      kind: "asked",
      owner,
      zone: zone.name,
      servers,
      delegation: { ...(parent ? { parent } : {}), delegated, own },
      leftOut: Math.max(0, names.length - MAX_SERVERS),
    };
  },
});

/** The NS records of a zone by one of its own servers that speaks for it; else as our resolver has them. */
async function askOwn(zone: Zone, servers: readonly AuthorityServer[], { dns }: Gathering): Promise<LookupOf<"NS">> {
  const speaking = servers.flatMap(({ answers }) => answers).find(({ lookup }) => speaksForZone(lookup));
  if (!speaking) return zone.ns;
  return dns.ask(zone.name, "NS", { at: { address: speaking.address, port: 53 }, tries: TRIES });
}

const speaksForZone = (lookup: LookupOf<"PTR">): boolean => lookup.kind !== "failed" && lookup.authoritative;

async function askServer(
  name: DomainName,
  owner: DomainName,
  { dns, vantage }: Pick<Gathering, "dns" | "vantage">,
): Promise<AuthorityServer> {
  // An address written as a name: nobody has such a name, and there is nothing to look up.
  if (isAddressAsName(name)) return { name, answers: [], refused: [], open: [] };
  // Each family goes on as soon as its own address is there.
  const families = await Promise.all(
    ([4, 6] as const).map(async (family) => {
      const lookup = await addressesOf(name, family, dns);
      const addresses = lookup.kind === "failed" ? [] : recordsOf<IpAddress>(lookup);
      const judged = addresses.map((each) => ({ each, permission: vantage.guard(each) }));
      const address = judged.find(({ permission }) => permission.allowed)?.each;
      // A name server of our own, or of somebody who opted out, is a public one, which we do not ask.
      const isOwn = judged.some(({ permission }) => !permission.allowed && isPublic(permission.block));
      const refused = judged.flatMap(({ each, permission }) =>
        permission.allowed || isPublic(permission.block) ? [] : [each],
      );
      // Several machines may share one address; they show themselves over one family as well as over both.
      const answers = address ? [await askRepeatedly(address, owner, family === 4 ? TIMES : 1, dns)] : [];
      const unasked: FailedLookup[] =
        isOwn && !address ? [{ name, type: "PTR", kind: "failed", reason: "forbidden" }] : [];
      return { answers, refused, open: lookup.kind === "failed" ? [lookup as FailedLookup] : unasked };
    }),
  );
  return {
    name,
    answers: families.flatMap(({ answers }) => answers),
    refused: families.flatMap(({ refused }) => refused),
    open: families.flatMap(({ open }) => open),
  };
}

/** Asks one server for the PTR record, one time after the other as long as it answers. */
async function askRepeatedly(
  address: IpAddress,
  owner: DomainName,
  times: number,
  dns: Gathering["dns"],
): Promise<AuthorityAnswer> {
  const at = { address, port: 53 };
  const lookup = await dns.ask(owner, "PTR", { at, tries: TRIES });
  const again: LookupOf<"PTR">[] = [];
  for (let time = 1; time < times && speaksForZone(lookup); time++) {
    const next = await dns.ask(owner, "PTR", { at, tries: TRIES, again: time });
    if (next.kind === "failed") break;
    again.push(next);
  }
  return { address, lookup, ...(again.length > 0 ? { again } : {}) };
}

const addressesOf = (name: DomainName, family: Family, dns: Gathering["dns"]): Promise<LookupOf<"A" | "AAAA">> =>
  family === 4 ? dns.ask(name, "A") : dns.ask(name, "AAAA");
