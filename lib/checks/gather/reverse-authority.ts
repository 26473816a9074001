import { type Family, type IpAddress, reverseName } from "../address.ts";
import type { AuthorityServer, ReverseAuthority } from "../facts/authority.ts";
import { type FailedLookup, type LookupOf, recordsOf } from "../facts/lookup.ts";
import { asName, type DomainName, isWithin } from "../name.ts";
import { defineGatherer, type Gathering } from "./gatherer.ts";

/** As many name servers as are asked: more than any zone should have (RFC 2182 section 5 thinks of three to seven). */
const MAX_SERVERS = 8;
/** Silence has to be silence twice before we speak of it. */
const TRIES = 2;

/** The registries' own zones, which everybody's questions reach: not to be asked about one address. */
const TREES = ["in-addr.arpa", "ip6.arpa"].map(asName);

/** Asks every name server of the reverse zone for the PTR record, each at one address of either family. */
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
    const names = [...new Set(recordsOf(zone.ns))].sort();
    return {
      kind: "asked",
      owner,
      zone: zone.name,
      servers: await Promise.all(names.slice(0, MAX_SERVERS).map((name) => askServer(name, owner, gathering))),
      leftOut: Math.max(0, names.length - MAX_SERVERS),
    };
  },
});

async function askServer(
  name: DomainName,
  owner: DomainName,
  { dns, vantage }: Pick<Gathering, "dns" | "vantage">,
): Promise<AuthorityServer> {
  // Each family goes on as soon as its own address is there.
  const families = await Promise.all(
    ([4, 6] as const).map(async (family) => {
      const lookup = await addressesOf(name, family, dns);
      const addresses = lookup.kind === "failed" ? [] : recordsOf<IpAddress>(lookup);
      const judged = addresses.map((each) => ({ each, permission: vantage.guard(each) }));
      const address = judged.find(({ permission }) => permission.allowed)?.each;
      // A name server of our own is a public one, which we do not ask.
      const isOwn = judged.some(({ permission }) => !permission.allowed && permission.block.kind === "own");
      const refused = judged.flatMap(({ each, permission }) =>
        permission.allowed || permission.block.kind === "own" ? [] : [each],
      );
      const at = address && { address, port: 53 };
      const answers = at ? [{ address: at.address, lookup: await dns.ask(owner, "PTR", { at, tries: TRIES }) }] : [];
      const unasked: FailedLookup[] = isOwn && !at ? [{ name, type: "PTR", kind: "failed", reason: "forbidden" }] : [];
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

const addressesOf = (name: DomainName, family: Family, dns: Gathering["dns"]): Promise<LookupOf<"A" | "AAAA">> =>
  family === 4 ? dns.ask(name, "A") : dns.ask(name, "AAAA");
