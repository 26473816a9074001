import type { FactName } from "../../facts/facts.ts";
import type { MailExchange } from "../../facts/mx.ts";
import type { AddressRange, SpfSenders } from "../../facts/spf.ts";
import type { Vantage } from "../../facts/vantage.ts";
import { createBudget } from "../../gather/budget.ts";
import { gatherers } from "../../gather/index.ts";
import { keysOf } from "../../gather/keys.ts";
import { pacingOf, takeTurn } from "../../gather/pacing.ts";
import { createQuestions } from "../../gather/questions.ts";
import { addressAt, type IpAddress, sizeOf, toBigInt } from "../../net/address.ts";
import { type DomainName, organisationalDomain } from "../../net/domain-name.ts";
import { enumerated, plain, type Text, text } from "../../net/safe-text.ts";
import type { SpecialBlock } from "../../net/special-purpose.ts";
import { MAX_POOL, type PoolEntry, type PoolSample, type RejectedLine } from "../../pool/pool.ts";
import { oneSentence, type PoolInput, type PoolItem, tooLarge } from "../../target/pool-input.ts";
import { optedOutWords, refusal } from "../../target/refusal.ts";
import { inTurns } from "../in-turns.ts";
import { createFacts, type FactSource, type Subject } from "../subject.ts";
import { sharedOf } from "../vantage-share.ts";

/** As many host names and domains as one pool looks up before it begins. */
export const MAX_HOSTS = 512;
export const MAX_DOMAINS = 8;
/** DNS questions for one host name and for one domain. */
const HOST_QUESTIONS = 12;
/** How long names may take to be looked up, in milliseconds. */
const EXPAND_MS = 20_000;
/** Names looked up at once. */
const AT_ONCE = 32;
/** As many addresses of a domain as are looked at where there are more than a pool has room for. */
export const SAMPLE = 256;

/** What the lines come to. */
export interface ExpandedPool {
  /** Each once, in the order of the lines. */
  readonly entries: readonly PoolEntry[];
  readonly rejected: readonly RejectedLine[];
  readonly sampled: readonly PoolSample[];
  /** How often an address was named again. */
  readonly duplicates: number;
}

/** What one line comes to. */
interface Found {
  readonly addresses: readonly PoolEntry[];
  readonly sample?: Omit<PoolSample, "line" | "text" | "taken">;
  /** Those that the sample is of: a domain's MX hosts are none of the addresses that its SPF record lets send. */
  readonly sending?: ReadonlySet<IpAddress>;
  /** Why it comes to nothing, or perhaps not to all. */
  readonly whys?: readonly string[];
}

/** Looks up the names of a pool and lists its addresses: those that the guard lets us look at, each once. */
export async function expandPool(
  { items, rejected }: PoolInput,
  vantage: Vantage,
  signal: AbortSignal = new AbortController().signal,
): Promise<ExpandedPool> {
  const stop = AbortSignal.any([signal, AbortSignal.timeout(EXPAND_MS)]);
  const named = items.filter(({ kind }) => kind !== "range");
  const hosts = named.filter(({ kind }) => kind === "host").slice(0, MAX_HOSTS);
  const domains = named.filter(({ kind }) => kind === "domain").slice(0, MAX_DOMAINS);
  const looked = new Map<PoolItem, Found>();
  await inTurns([...domains, ...hosts], AT_ONCE, async (item) => {
    if (item.kind !== "range") looked.set(item, await lookUp(item, vantage, stop));
  });

  const entries = new Map<IpAddress, PoolEntry>();
  const unusable: RejectedLine[] = [...rejected];
  const sampled: PoolSample[] = [];
  let duplicates = 0;
  for (const item of items) {
    const { line, text: written } = item;
    const reject = (why: string) => unusable.push({ line, text: written, why });
    const found = item.kind === "range" ? addressesIn(item, vantage) : (looked.get(item) ?? TOO_MANY[item.kind]);
    for (const why of found.whys ?? []) reject(why);
    const own = [...new Map(found.addresses.map((entry) => [entry.address, entry])).values()];
    const fresh = own.filter(({ address }) => !entries.has(address));
    duplicates += own.length - fresh.length;
    const room = MAX_POOL - entries.size;
    for (const entry of fresh.slice(0, room)) entries.set(entry.address, entry);
    if (fresh.length > room) reject(plain(noRoom(written, fresh.length - Math.max(0, room))));
    const taken = [...(found.sending ?? [])].filter((address) => entries.has(address)).length;
    if (found.sample) sampled.push({ line, text: written, ...found.sample, taken });
  }
  return {
    entries: [...entries.values()],
    rejected: unusable.toSorted((a, b) => a.line - b.line),
    sampled,
    duplicates,
  };
}

const noRoom = (written: string, count: number) =>
  text`A pool has at most ${MAX_POOL} addresses, and ${count} of ${written} came after that; put them in another pool.`;

const TOO_MANY: Readonly<Record<"host" | "domain", Found>> = {
  host: {
    addresses: [],
    whys: [`A pool looks up at most ${MAX_HOSTS} host names; put in the address in place of the name.`],
  },
  domain: {
    addresses: [],
    whys: [`A pool looks up at most ${MAX_DOMAINS} domains; put the others in another pool.`],
  },
};

/** The addresses of a range, without those that are nobody's mail server. */
function addressesIn(item: PoolItem & { readonly kind: "range" }, { guard }: Vantage): Found {
  const size = sizeOf(item);
  if (size > BigInt(MAX_POOL)) {
    const denied = guard(item.first);
    if (!denied.allowed && !guard(item.last).allowed)
      return { addresses: [], whys: [refusedWhy(item.first, denied.block)] };
    return { addresses: [], whys: [tooLarge(item.text, size, MAX_POOL)] };
  }
  const all = Array.from({ length: Number(size) }, (_, i) => addressAt(item.first, BigInt(i)));
  return guarded(all, item.text, guard);
}

/** Those that the guard lets us look at, and why not the others. */
function guarded(all: readonly IpAddress[], written: string, guard: Vantage["guard"], name?: DomainName): Found {
  const judged = all.map((address) => ({ address, permission: guard(address) }));
  const addresses = judged.flatMap(({ address, permission }) =>
    permission.allowed ? [{ address, ...(name ? { name } : {}) }] : [],
  );
  const refused = judged.find(({ permission }) => !permission.allowed);
  if (!refused || refused.permission.allowed) return { addresses };
  const why = refusedWhy(refused.address, refused.permission.block);
  if (addresses.length === 0) return { addresses, whys: [why] };
  const left = text`${all.length - addresses.length} of the addresses of ${written} are left out: `;
  return { addresses, whys: [plain(left) + why] };
}

/** Why an address is not looked at, and what would work: shorter than beside a form that asks for one address. */
function refusedWhy(address: IpAddress, block: SpecialBlock): string {
  const [first = ""] = plain(refusal(address, block)).split(/(?<=[.!?])\s+(?=\p{Lu})/u);
  return `${first.replace(/[.!?]$/, "")}; put in the public address that mail leaves from.`;
}

/** The addresses of a host name, or of a domain's SPF record and MX hosts. */
async function lookUp(
  item: Exclude<PoolItem, { readonly kind: "range" }>,
  vantage: Vantage,
  signal: AbortSignal,
): Promise<Found> {
  const { name, kind } = item;
  if (vantage.isOptedOut?.(name)) return { addresses: [], whys: [oneSentence(optedOutWords(name))] };
  const zone = organisationalDomain(name) ?? name;
  const pace = { key: `pool names ${zone}`, most: vantage.limits.serverQuestions, ms: 1_000 };
  if (!(await takeTurn(pacingOf(vantage), [pace], EXPAND_MS, signal))) return { addresses: [], whys: [LATE] };
  const facts = factsOf(name, kind, vantage, signal);
  return kind === "host" ? hostFound(item.text, name, facts, vantage) : domainFound(name, facts, vantage);
}

const LATE = "There was no time to look it up; put in its address, or fewer names.";

async function hostFound(written: string, name: DomainName, facts: FactSource, { guard }: Vantage): Promise<Found> {
  const { a, aaaa } = await facts("hostAddresses");
  const all = [a, aaaa].flatMap((lookup) => (lookup.kind === "answer" ? [...lookup.records] : []));
  const failed = a.kind === "failed" || aaaa.kind === "failed";
  if (all.length > 0) {
    const found = guarded([...new Set<IpAddress>(all)], written, guard, name);
    return failed ? { ...found, whys: [...(found.whys ?? []), notAll(name)] } : found;
  }
  const why = failed
    ? text`${name} could not be looked up, because no answer came; try again, or put in its address.`
    : a.kind === "nxdomain"
      ? text`${name} does not exist in DNS; put in a name that does, or an address.`
      : text`${name} has no address; put in the name of a server, or an address.`;
  return { addresses: [], whys: [plain(why)] };
}

/** Silence is no absence: what did not answer may have named more. */
const notAll = (name: DomainName, silent: readonly Text[] = []): string =>
  plain(
    text`Not all addresses of ${name} could be looked up, because no answer came${silent.length > 0 ? text` for ${enumerated(silent)}` : []}; try again, or put in the others.`,
  );

async function domainFound(name: DomainName, facts: FactSource, { guard }: Vantage): Promise<Found> {
  const [senders, mx] = await Promise.all([facts("spfSenders"), facts("mx")]);
  const hosts = (mx?.exchangers ?? []).flatMap(({ name: host, reachable }) =>
    reachable.map((address) => ({ address, name: host })),
  );
  const count = senders ? senders.count4 + senders.count6 : 0n;
  const room = BigInt(MAX_POOL - hosts.length);
  const sampling = senders !== undefined && (count > room || senders.rangeCount > senders.ranges.length);
  const listed = !senders ? [] : sampling ? sampleOf(senders) : senders.ranges.flatMap(allOf);
  const names = new Map(senders?.singles.flatMap((one) => (one.name ? [[one.address, one.name] as const] : [])));
  const sending = listed
    .filter((address) => guard(address).allowed)
    .map(
      (address): PoolEntry => ({ address, ...(names.has(address) ? { name: names.get(address) as DomainName } : {}) }),
    );
  const addresses = [...sending, ...hosts];
  const open = senders !== undefined && (senders.failed.length > 0 || senders.open.length > 0 || senders.everybody);
  const silent = silentParts(senders, mx);
  if (addresses.length === 0) {
    const why =
      silent.length > 0
        ? text`No address of ${name} could be looked up, because no answer came for ${enumerated(silent)}; try again, or put in addresses.`
        : text`${name} has no SPF record that names addresses, and no MX host; put in the addresses that send its mail.`;
    return { addresses, whys: [plain(why)] };
  }
  return {
    addresses,
    ...(silent.length > 0 ? { whys: [notAll(name, silent)] } : {}),
    ...(sampling || open
      ? {
          sample: { count: String(count), ...(open ? { open: true as const } : {}) },
          sending: new Set(sending.map(({ address }) => address)),
        }
      : {}),
  };
}

/** What of a domain did not answer, beside what did. */
const silentParts = (senders: SpfSenders | undefined, mx: MailExchange | undefined): Text[] => [
  ...(senders && senders.failed.length > 0 ? [text`its SPF record`] : []),
  ...(mx?.mx.kind === "failed" ? [text`its MX records`] : []),
  ...(mx?.exchangers ?? [])
    .filter(({ a, aaaa }) => a.kind === "failed" || aaaa.kind === "failed")
    .slice(0, 5)
    .map(({ name }) => text`its MX host ${name}`),
];

const allOf = ({ first, last }: AddressRange): IpAddress[] =>
  Array.from({ length: Number(sizeOf({ first, last })) }, (_, i) => addressAt(first, BigInt(i)));

/** Single addresses first, then both ends of every range, then places spread evenly over all of them. */
function sampleOf({ singles, ranges, count4, count6 }: SpfSenders): IpAddress[] {
  const taken = new Set<IpAddress>(singles.map(({ address }) => address));
  const ends = ranges.toSorted((a, b) => (sizeOf(b) > sizeOf(a) ? 1 : -1)).flatMap(({ first, last }) => [first, last]);
  for (const address of ends) if (taken.size < SAMPLE / 2) taken.add(address);
  // IPv4 ranges would not be seen beside IPv6 ones, which are larger by any measure.
  for (const [of, count] of [[4, count4] as const, [6, count6] as const]) {
    const own = ranges.filter(({ family }) => family === of);
    const share = own.length === 0 ? 0 : Math.floor((SAMPLE / 2) * (own.length / ranges.length));
    for (let i = 0; i < share; i++) {
      const address = placeIn(own, (count * BigInt(2 * i + 1)) / BigInt(2 * share));
      if (address && taken.size < SAMPLE) taken.add(address);
    }
  }
  return [...taken].toSorted((a, b) => byNumber(a, b));
}

/** The address so many places into several ranges. */
function placeIn(ranges: readonly AddressRange[], place: bigint): IpAddress | undefined {
  let left = place;
  for (const range of ranges) {
    const size = sizeOf(range);
    if (left < size) return addressAt(range.first, left);
    left -= size;
  }
  return undefined;
}

function byNumber(a: IpAddress, b: IpAddress): number {
  if (a.includes(":") !== b.includes(":")) return a.includes(":") ? 1 : -1;
  return toBigInt(a) < toBigInt(b) ? -1 : 1;
}

/** The facts of a name under a budget of its own: a domain's is that of a check. */
function factsOf(name: DomainName, kind: "host" | "domain", vantage: Vantage, signal: AbortSignal): FactSource {
  const { resolver } = sharedOf(vantage);
  const dnsQueries = kind === "host" ? HOST_QUESTIONS : vantage.limits.dnsQueries;
  const budget = createBudget({ ...vantage.limits, dnsQueries, smtpSessions: 0, httpsConnections: 0 });
  const questions = createQuestions(resolver, { signal, budget, octets: 0, keys: keysOf(vantage) });
  const claims = { selectors: [] };
  const subject: Subject = {
    id: name,
    scope: kind,
    signals: [],
    seeds: { host: name, claims, sender: { domain: name, origin: "target" } },
  };
  return createFacts(subject, gatherers, (fact: FactName) => ({
    dns: questions.clientFor(name, fact),
    smtp: () => Promise.reject(new Error("nobody is dialled to list a pool")),
    vantage,
    budget,
    signal,
  }));
}
