import type { AddressRange } from "../../facts/spf.ts";
import { type Cidr, type Family, family, fromBigInt, type IpAddress, toBigInt } from "../../net/address.ts";

/** A run of addresses of one family as numbers, both ends included. */
export interface Run {
  readonly first: bigint;
  readonly last: bigint;
}

const WIDTH = { 4: 32n, 6: 128n } as const;

/** The addresses of a block; bits of its host part do not count. */
export function runOf({ address, bits }: Cidr): Run {
  const host = WIDTH[family(address)] - BigInt(bits);
  const first = (toBigInt(address) >> host) << host;
  return { first, last: first + (1n << host) - 1n };
}

export const everything = (of: Family): Run => ({ first: 0n, last: (1n << WIDTH[of]) - 1n });

/** Disjoint, ordered, with neighbours joined. */
export function merge(runs: readonly Run[]): Run[] {
  const merged: { first: bigint; last: bigint }[] = [];
  for (const { first, last } of runs.toSorted(byFirst)) {
    const before = merged.at(-1);
    if (!before || first > before.last + 1n) merged.push({ first, last });
    else if (last > before.last) before.last = last;
  }
  return merged;
}

/** What is in `runs` and not in `without`; both merged. */
export function subtract(runs: readonly Run[], without: readonly Run[]): Run[] {
  const left: Run[] = [];
  let i = 0;
  for (const { first, last } of runs) {
    let from = first;
    while (i < without.length && (without[i]?.last ?? 0n) < from) i++;
    for (let j = i; j < without.length && (without[j]?.first ?? 0n) <= last; j++) {
      const hole = without[j] as Run;
      if (hole.first > from) left.push({ first: from, last: hole.first - 1n });
      if (hole.last + 1n > from) from = hole.last + 1n;
    }
    if (from <= last) left.push({ first: from, last });
  }
  return left;
}

/** What is in both; both merged. */
export const intersect = (a: readonly Run[], b: readonly Run[]): Run[] => subtract(a, subtract(a, b));

export const countOf = (runs: readonly Run[]): bigint =>
  runs.reduce((sum, { first, last }) => sum + last - first + 1n, 0n);

export const toRange = ({ first, last }: Run, of: Family): AddressRange => ({
  family: of,
  first: fromBigInt(first, of),
  last: fromBigInt(last, of),
});

/** Every address of some ranges one by one; undefined, before anything is built, where there are more than `limit`. */
export function listAddresses(ranges: readonly AddressRange[], limit: number): IpAddress[] | undefined {
  const runs = ranges.map((range) => ({ of: range.family, first: toBigInt(range.first), last: toBigInt(range.last) }));
  const count = countOf(runs);
  if (count > BigInt(limit)) return undefined;
  return runs.flatMap(({ of, first, last }) =>
    Array.from({ length: Number(last - first) + 1 }, (_, i) => fromBigInt(first + BigInt(i), of)),
  );
}

/** One claim on a run of addresses; where several claim the same address the lowest `order` decides. */
export interface Claim extends Run {
  readonly order: number;
  readonly pass: boolean;
}

/** The addresses whose first claim passes: how an SPF record's terms are matched, for all addresses at once. */
export function firstMatches(claims: readonly Claim[]): Run[] {
  if (claims.every(({ pass }) => pass)) return merge(claims);
  const edges = claims
    .flatMap((claim) => [
      { at: claim.first, claim, opens: true },
      { at: claim.last + 1n, claim, opens: false },
    ])
    .toSorted((a, b) => compare(a.at, b.at));
  const open: Claim[] = [];
  const passing: Run[] = [];
  let from = 0n;
  for (const { at, claim, opens } of edges) {
    if (open[0]?.pass && at > from) passing.push({ first: from, last: at - 1n });
    from = at;
    const place = placeOf(open, claim.order);
    if (opens) open.splice(place, 0, claim);
    else open.splice(place, 1);
  }
  return merge(passing);
}

/** Where a claim of this order is, or belongs, in a list ordered by it. */
function placeOf(open: readonly Claim[], order: number): number {
  let [low, high] = [0, open.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((open[middle] as Claim).order < order) low = middle + 1;
    else high = middle;
  }
  return low;
}

const compare = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0);
const byFirst = (a: Run, b: Run) => compare(a.first, b.first);
