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
    const own = recordsOf(zone.ns);
    const asking = new Map<DomainName, AskedServer>();
    const ask = (name: DomainName): AskedServer => {
      const server = asking.get(name) ?? askServer(name, owner, gathering);
      asking.set(name, server);
      return server;
    };
    // What the parent says takes several questions more, and as a rule it names the same servers.
    const early = chosen(own).map(ask);
    const earlyOwn = askOwn(zone, early, gathering);
    const whole = async (): Promise<ReverseAuthority> => {
      const { parent, delegated } = await askParent(zone.name, own, gathering);
      // Resolvers begin with what the parent says: servers that only one side names are asked all the same.
      const names = new Set([...own, ...referredTo(delegated)]);
      const asked = chosen([...names]).map(ask);
      const isSame = asked.length === early.length && asked.every((server, i) => server === early[i]);
      return {
        kind: "asked",
        owner,
        zone: zone.name,
        servers: await Promise.all(asked.map(({ server }) => server)),
        delegation: {
          ...(parent ? { parent } : {}),
          delegated,
          own: await (isSame ? earlyOwn : askOwn(zone, asked, gathering)),
        },
        leftOut: Math.max(0, names.size - MAX_SERVERS),
      };
    };
    const [result] = await Promise.all([whole(), earlyOwn, ...early.map(({ server }) => server)]);
    return result;
  },
});

/** A name server that is being asked. */
interface AskedServer {
  /** The first answer of its address of each family, in order; none where it has no address that may be asked. */
  readonly firsts: readonly Promise<Pick<AuthorityAnswer, "address" | "lookup"> | undefined>[];
  readonly server: Promise<AuthorityServer>;
}

/** Those of these name servers that are asked. */
const chosen = (names: readonly DomainName[]): readonly DomainName[] =>
  [...new Set(names)].sort().slice(0, MAX_SERVERS);

/** The NS records of a zone by the first of its own servers that speaks for it; else as our resolver has them. */
async function askOwn(zone: Zone, servers: readonly AskedServer[], { dns }: Gathering): Promise<LookupOf<"NS">> {
  for (const answer of servers.flatMap(({ firsts }) => firsts)) {
    const speaking = await answer;
    if (speaking && speaksForZone(speaking.lookup))
      return dns.ask(zone.name, "NS", { at: { address: speaking.address, port: 53 }, tries: TRIES });
  }
  return zone.ns;
}

const speaksForZone = (lookup: LookupOf<"PTR">): boolean => lookup.kind !== "failed" && lookup.authoritative;

function askServer(name: DomainName, owner: DomainName, gathering: Pick<Gathering, "dns" | "vantage">): AskedServer {
  // An address written as a name: nobody has such a name, and there is nothing to look up.
  if (isAddressAsName(name)) {
    return { firsts: [], server: Promise.resolve({ name, answers: [], refused: [], open: [] }) };
  }
  // Each family goes on as soon as its own address is there.
  const families = ([4, 6] as const).map((family) => askFamily(name, family, owner, gathering));
  const server = Promise.all(families.map(({ said }) => said)).then((said) => ({
    name,
    answers: said.flatMap(({ answers }) => answers),
    refused: said.flatMap(({ refused }) => refused),
    open: said.flatMap(({ open }) => open),
  }));
  return { firsts: families.map(({ first }) => first), server };
}

/** Asks a server over one family, at the first address that may be asked. */
function askFamily(
  name: DomainName,
  family: Family,
  owner: DomainName,
  { dns, vantage }: Pick<Gathering, "dns" | "vantage">,
) {
  const found = addressesOf(name, family, dns).then((lookup) => {
    const addresses = lookup.kind === "failed" ? [] : recordsOf<IpAddress>(lookup);
    const judged = addresses.map((each) => ({ each, permission: vantage.guard(each) }));
    return { lookup, judged, address: judged.find(({ permission }) => permission.allowed)?.each };
  });
  const first = found.then(async ({ address }) =>
    address ? { address, lookup: await dns.ask(owner, "PTR", { at: { address, port: 53 }, tries: TRIES }) } : undefined,
  );
  const told = async (): Promise<Pick<AuthorityServer, "answers" | "refused" | "open">> => {
    const { lookup, judged, address } = await found;
    // A name server of our own, or of somebody who opted out, is a public one, which we do not ask.
    const isOwn = judged.some(({ permission }) => !permission.allowed && isPublic(permission.block));
    const refused = judged.flatMap(({ each, permission }) =>
      permission.allowed || isPublic(permission.block) ? [] : [each],
    );
    const unasked: FailedLookup[] =
      isOwn && !address ? [{ name, type: "PTR", kind: "failed", reason: "forbidden" }] : [];
    const answer = await first;
    return {
      // Several machines may share one address; they show themselves over one family as well as over both.
      answers: answer ? [{ ...answer, ...(family === 4 ? await askAgain(answer, owner, dns) : {}) }] : [],
      refused,
      open: lookup.kind === "failed" ? [lookup as FailedLookup] : unasked,
    };
  };
  return { first, said: told() };
}

/** Asks a server that has answered for the zone some times more, at once. What follows a silence is left out. */
async function askAgain(
  { address, lookup }: Pick<AuthorityAnswer, "address" | "lookup">,
  owner: DomainName,
  dns: Gathering["dns"],
): Promise<Pick<AuthorityAnswer, "again">> {
  if (!speaksForZone(lookup)) return {};
  const at = { address, port: 53 };
  const times = Array.from({ length: TIMES - 1 }, (_, i) => i + 1);
  const all = await Promise.all(times.map((again) => dns.ask(owner, "PTR", { at, tries: TRIES, again })));
  const silent = all.findIndex(({ kind }) => kind === "failed");
  const again = silent < 0 ? all : all.slice(0, silent);
  return again.length > 0 ? { again } : {};
}

const addressesOf = (name: DomainName, family: Family, dns: Gathering["dns"]): Promise<LookupOf<"A" | "AAAA">> =>
  family === 4 ? dns.ask(name, "A") : dns.ask(name, "AAAA");
