import { type FailedLookup, type LookupOf, recordsOf } from "../../facts/lookup.ts";
import type { AddressRange, SpfSenders, SpfWalk, SpfWalkReached, SpfWalkRecord } from "../../facts/spf.ts";
import type { Mechanism } from "../../facts/spf-record.ts";
import { type Cidr, type Family, family, type IpAddress, parseCidr } from "../../net/address.ts";
import type { DomainName } from "../../net/domain-name.ts";
import {
  BEYOND_THE_REGISTRIES,
  GLOBAL_UNICAST,
  IPV4_REGISTRY,
  IPV6_REGISTRY,
  OUTSIDE_GLOBAL_UNICAST,
} from "../../net/special-purpose-registry.ts";
import {
  type Claim,
  countOf,
  everything,
  firstMatches,
  intersect,
  merge,
  type Run,
  runOf,
  subtract,
  toRange,
} from "./ranges.ts";
import { isMechanism } from "./spf-syntax.ts";

/** The address RRsets of MX hosts met in a walk. */
export type MxAddresses = ReadonlyMap<DomainName, { readonly a: LookupOf<"A">; readonly aaaa: LookupOf<"AAAA"> }>;

const MAX_RANGES = 256;
const MAX_SINGLES = 16;
const FAMILIES: readonly Family[] = [4, 6];

/**
 * The addresses a walked SPF record lets send, as counts and ranges: nothing here is as large as what it counts.
 * Special-purpose blocks are taken out, except those the operator lets through.
 */
export function expandSpf(walk: SpfWalk, hosts: MxAddresses, allowed: readonly Cidr[] = []): SpfSenders {
  const collected: Collected = { singles: new Map(), open: new Set(), failed: [], everybody: false, hosts };
  const passing = passSet(walk.root, collected, true);
  const rows = specialBlocks().map((row) => ({ ...row, runs: subtract([row.run], allowedRuns(row.of, allowed)) }));
  const denied: (AddressRange & { why: string })[] = [];
  const kept = FAMILIES.map((of) => {
    for (const row of rows.filter((each) => each.of === of))
      for (const run of intersect(passing[of], row.runs)) denied.push({ ...toRange(run, of), why: row.why });
    const runs = subtract(passing[of], merge(rows.flatMap((row) => (row.of === of ? row.runs : []))));
    return { of, runs };
  });
  const inside = (address: IpAddress) => {
    const of = family(address);
    const runs = kept.find((each) => each.of === of)?.runs ?? [];
    return intersect([runOf({ address, bits: of === 4 ? 32 : 128 })], runs).length > 0;
  };
  const singles = [...collected.singles.values()].filter(({ address }) => inside(address));
  return {
    count4: countOf(kept[0]?.runs ?? []),
    count6: countOf(kept[1]?.runs ?? []),
    ranges: kept.flatMap(({ of, runs }) => runs.slice(0, MAX_RANGES).map((run) => toRange(run, of))),
    rangeCount: kept.reduce((sum, { runs }) => sum + runs.length, 0),
    denied: denied.slice(0, MAX_RANGES),
    singles: singles.slice(0, MAX_SINGLES),
    singleCount: singles.length,
    everybody: collected.everybody,
    open: [...collected.open],
    failed: collected.failed,
  };
}

interface Collected {
  readonly singles: Map<IpAddress, SpfSenders["singles"][number]>;
  readonly open: Set<string>;
  readonly failed: FailedLookup[];
  everybody: boolean;
  readonly hosts: MxAddresses;
}
type PassSet = Readonly<Record<Family, Run[]>>;

/** The addresses one record answers with pass. A record that ends in permerror lets nobody in. */
function passSet(record: SpfWalkRecord, collected: Collected, passes: boolean): PassSet {
  const claims: Record<Family, Claim[]> = { 4: [], 6: [] };
  if (record.lookup.kind === "failed") collected.failed.push(record.lookup);
  if (!record.parsed || record.parsed.errors.length > 0) return { 4: [], 6: [] };
  const { terms } = record.parsed;
  const all = terms.findIndex(({ kind }) => kind === "all");
  // The redirect counts after all mechanisms, and only without `all`, wherever it is written.
  const redirect = terms.findIndex(({ kind }) => kind === "redirect");
  const order = [...terms.keys()].filter((i) => i !== redirect && (all < 0 || i <= all));
  if (all < 0 && redirect >= 0) order.push(redirect);
  for (const [place, i] of order.entries()) {
    const term = terms[i];
    if (!term || term.kind === "exp" || term.kind === "other") continue;
    const pass = !isMechanism(term) || term.qualifier === "+";
    const reached = record.reached[i];
    if (term.kind === "redirect" && reached?.kind === "dynamic" && passes) collected.open.add(term.text);
    const behind =
      isMechanism(term) && reached?.kind !== "record"
        ? mechanismSet(term, reached, collected, pass && passes)
        : reached?.kind === "record"
          ? passSet(reached.record, collected, pass && passes)
          : { 4: [], 6: [] };
    for (const of of FAMILIES) for (const run of behind[of]) claims[of].push({ ...run, order: place, pass });
  }
  return { 4: firstMatches(claims[4]), 6: firstMatches(claims[6]) };
}

/** The addresses a mechanism names itself; single ones are remembered where they let somebody in. */
function mechanismSet(
  term: Mechanism,
  reached: SpfWalkReached | undefined,
  collected: Collected,
  passes: boolean,
): PassSet {
  if (term.kind === "all") {
    if (passes) collected.everybody = true;
    return { 4: [everything(4)], 6: [everything(6)] };
  }
  if ("block" in term) return named([{ ...term.block }], term, collected, passes);
  if ((term.kind === "ptr" || term.kind === "exists" || reached?.kind === "dynamic") && passes)
    collected.open.add(term.text);
  if (term.kind !== "a" && term.kind !== "mx") return { 4: [], 6: [] };
  return hostsOf(reached, collected)
    .map(({ name, addresses }) =>
      named(
        addresses.map((address) => ({ address, bits: family(address) === 4 ? term.bits4 : term.bits6 })),
        term,
        collected,
        passes,
        name,
      ),
    )
    .reduce((sum, set) => ({ 4: [...sum[4], ...set[4]], 6: [...sum[6], ...set[6]] }), { 4: [], 6: [] });
}

function hostsOf(reached: SpfWalkReached | undefined, { hosts, failed }: Collected) {
  if (reached?.kind === "mx" && reached.mx.kind === "failed") failed.push(reached.mx);
  const names =
    reached?.kind === "hosts"
      ? [reached]
      : reached?.kind === "mx" && reached.mx.kind === "answer"
        ? reached.mx.records.flatMap(({ exchange }) => {
            const found = hosts.get(exchange);
            return found ? [{ name: exchange, ...found }] : [];
          })
        : [];
  return names.map(({ name, a, aaaa }) => {
    const addresses: IpAddress[] = [];
    for (const lookup of [a, aaaa] as const) {
      if (lookup.kind === "failed") failed.push(lookup);
      else addresses.push(...recordsOf<IpAddress>(lookup));
    }
    return { name, addresses };
  });
}

function named(
  blocks: readonly Cidr[],
  term: Mechanism,
  collected: Collected,
  passes: boolean,
  name?: DomainName,
): PassSet {
  for (const { address, bits } of blocks) {
    if (!passes || bits !== (family(address) === 4 ? 32 : 128) || collected.singles.has(address)) continue;
    collected.singles.set(address, { address, term: term.text, ...(name ? { name } : {}) });
  }
  const of = (wanted: Family) => blocks.filter(({ address }) => family(address) === wanted).map(runOf);
  return { 4: of(4), 6: of(6) };
}

/** The special-purpose blocks as disjoint runs: the widest block of each family of nested ones names it. */
function specialBlocks(): { of: Family; run: Run; why: string }[] {
  const rows = [...IPV4_REGISTRY, ...IPV6_REGISTRY, ...BEYOND_THE_REGISTRIES].flatMap(({ cidr, name }) => {
    const block = parseCidr(cidr);
    return block ? [{ of: family(block.address), run: runOf(block), why: name }] : [];
  });
  const wide = rows.filter(
    (row) => !rows.some((other) => other !== row && other.of === row.of && contains(other.run, row.run)),
  );
  const unicast = parseCidr(GLOBAL_UNICAST);
  const outside = subtract(
    [everything(6)],
    merge([...(unicast ? [runOf(unicast)] : []), ...wide.filter(({ of }) => of === 6).map(({ run }) => run)]),
  );
  return [...wide, ...outside.map((run) => ({ of: 6 as const, run, why: OUTSIDE_GLOBAL_UNICAST.name }))];
}

const contains = (outer: Run, inner: Run) =>
  outer.first <= inner.first && outer.last >= inner.last && outer.last - outer.first > inner.last - inner.first;

const allowedRuns = (of: Family, allowed: readonly Cidr[]): Run[] =>
  merge(allowed.filter(({ address }) => family(address) === of).map(runOf));
