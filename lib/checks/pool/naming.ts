import { asName, organisationalDomain } from "../net/domain-name.ts";
import type { OddCode } from "./pool.ts";
import type { NamingDesign } from "./presented-pool.ts";
import type { NamedRow } from "./primary-name.ts";

/** How a pool is named, and which addresses are not named like the others, by their place. */
export interface Naming {
  readonly design: NamingDesign;
  readonly organisation: string | undefined;
  /** The name that most addresses share, where some share one. */
  readonly shared?: string;
  readonly odd: ReadonlyMap<number, readonly OddCode[]>;
}

/**
 * Two designs are right: one name for each address, or one name that lists them all. Mixed is not, and the smaller party
 * is odd. Only names that resolve back tell which design it is: a name that does not is a fault by itself. Each family is
 * looked at by itself, because a server has one name for its IPv4 and its IPv6 address. `from` decides where two
 * organisations have as many addresses.
 */
export function designOf(named: readonly NamedRow[], from?: string): Naming {
  const organisation = mostFrequent(
    named.flatMap(({ organisation: of }) => of ?? []),
    from && organisationalDomain(asName(from)),
  );
  const odd = new Map<number, OddCode[]>();
  const mark = (index: number, code: OddCode) => odd.set(index, [...(odd.get(index) ?? []), code]);
  for (const row of named)
    if (organisation !== undefined && row.organisation !== undefined && row.organisation !== organisation)
      mark(row.index, "organisation");

  const families = ([4, 6] as const)
    .map((of) => designOfFamily(named.filter((row) => row.isConfirmed && row.family === of)))
    .toSorted((a, b) => b.size - a.size);
  for (const { breaking } of families) for (const { index } of breaking) mark(index, "name");
  const told = families.find(({ design }) => design === "mixed") ?? families.find(({ design }) => design !== "unknown");
  return { design: told?.design ?? "unknown", organisation, odd, ...(told?.shared ? { shared: told.shared } : {}) };
}

interface FamilyDesign {
  readonly design: NamingDesign;
  /** The rows that break it. */
  readonly breaking: readonly NamedRow[];
  /** How many addresses tell. */
  readonly size: number;
  /** The name that most addresses share. */
  readonly shared?: string;
}

/** The design of one family, and the rows that break it. */
function designOfFamily(rows: readonly NamedRow[]): FamilyDesign {
  const size = rows.length;
  const groups = [...Map.groupBy(rows, ({ name }) => name).values()];
  const shared = groups.filter((group) => group.length > 1).toSorted((a, b) => b.length - a.length);
  const own = groups.filter((group) => group.length === 1).flat();
  const [largest] = shared;
  // One address alone has either design.
  if (!largest?.[0]) return { design: own.length > 1 ? "own" : "unknown", breaking: [], size };
  const { name } = largest[0];
  if (groups.length === 1) return { design: "shared", breaking: [], size, shared: name };
  // Where as many share no name, the design of the first address is the pool's.
  const isOwn = own.length > largest.length || (own.length === largest.length && rows[0] === own[0]);
  const breaking = isOwn ? shared.flat() : rows.filter((row) => row.name !== name);
  return { design: "mixed", breaking, size, shared: name };
}

/** The value that comes most often; `preferred` where several do, or else the one that came first. */
function mostFrequent<T extends string>(values: readonly T[], preferred?: string): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | undefined;
  for (const [value, count] of counts) {
    const most = best === undefined ? 0 : (counts.get(best) ?? 0);
    if (count > most || (count === most && value === preferred)) best = value;
  }
  return best;
}

/** As many names as must look alike before that is called a pattern, and which part of all. */
const ALIKE = 3;
const PART = 0.75;

/** What most names look like where they differ in numbers only: `out{n}.example.com`. */
export function namePattern(names: readonly string[]): { readonly name: string; readonly of: number } | undefined {
  const different = [...new Set(names)];
  const patterns = Map.groupBy(different, (name) => name.replace(/\d+/g, "{n}"));
  const [best] = [...patterns].toSorted(([, a], [, b]) => b.length - a.length);
  if (!best || best[1].length < ALIKE || best[1].length < PART * different.length) return undefined;
  return best[0].includes("{n}") ? { name: best[0], of: best[1].length } : undefined;
}
