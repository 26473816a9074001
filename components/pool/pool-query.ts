import { type PoolCell, type PoolLine, WEIGHT } from "./pool-line.ts";

/** What the table of a pool shows, as its address says it: `?show=odd&filter=mx&sort=-ptr&page=2`. */
export interface PoolQuery {
  readonly show: Show;
  /** Words that an address or a name has to contain. */
  readonly filter: string;
  readonly sort: SortKey;
  /** The other way round. */
  readonly down: boolean;
  /** From 1. */
  readonly page: number;
}

export const SHOWS = ["all", "odd", "unknown"] as const;
export type Show = (typeof SHOWS)[number];
export const SORT_KEYS = ["verdict", "address", "ptr", "ehlo", "spf", "listed"] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export const POOL_QUERY: PoolQuery = { show: "all", filter: "", sort: "verdict", down: false, page: 1 };

/** As many rows as a page shows at once. */
export const PAGE_ROWS = 100;
const MAX_FILTER = 100;

type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads the address of a page; what cannot be read there is as if it were not there. */
export function readPoolQuery(fields: Fields): PoolQuery {
  const one = (name: string): string => [fields[name] ?? []].flat().at(-1) ?? "";
  const sort = one("sort");
  const key = SORT_KEYS.find((known) => known === sort.replace(/^-/, ""));
  return {
    show: SHOWS.find((known) => known === one("show")) ?? POOL_QUERY.show,
    filter: one("filter").trim().slice(0, MAX_FILTER),
    sort: key ?? POOL_QUERY.sort,
    down: key !== undefined && sort.startsWith("-"),
    page: Math.max(1, Math.trunc(Number(one("page"))) || 1),
  };
}

/** The query of an address, with its question mark; empty where everything is as it is without one. */
export function writePoolQuery(query: PoolQuery, change: Partial<PoolQuery> = {}): string {
  const { show, filter, sort, down, page } = { ...query, ...change };
  const fields = new URLSearchParams();
  if (show !== POOL_QUERY.show) fields.set("show", show);
  if (filter) fields.set("filter", filter);
  if (sort !== POOL_QUERY.sort || down) fields.set("sort", `${down ? "-" : ""}${sort}`);
  if (page > 1) fields.set("page", String(page));
  const text = fields.toString();
  return text && `?${text}`;
}

/** What a table shows of all lines. */
export interface PoolPage {
  readonly lines: readonly PoolLine[];
  /** How many lines fit the query, on all its pages. */
  readonly found: number;
  /** The page that is shown: the last one where there are fewer than were asked for. */
  readonly page: number;
  readonly pages: number;
}

/** The lines that a query asks for, in its order. */
export function pageOfLines(lines: readonly PoolLine[], query: PoolQuery): PoolPage {
  const wanted = query.filter.toLowerCase();
  const found = lines.filter((line) => isShown(line, query.show) && (!wanted || mentions(line, wanted)));
  const sorted = inOrder(found, query);
  const pages = Math.max(1, Math.ceil(sorted.length / PAGE_ROWS));
  const page = Math.min(query.page, pages);
  return { lines: sorted.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS), found: sorted.length, page, pages };
}

export function isShown({ odd, status }: PoolLine, show: Show): boolean {
  if (show === "odd") return odd.length > 0;
  return show === "all" || status === "unknown";
}

const mentions = ({ target, ptr, ehlo }: PoolLine, wanted: string): boolean =>
  [target, ptr.value, ehlo.value].some((value) => value?.toLowerCase().includes(wanted));

/** Sorting is stable: equals stay in the order in which they were put in, whichever way round. */
function inOrder(lines: readonly PoolLine[], { sort, down }: PoolQuery): readonly PoolLine[] {
  const compare = ORDER[sort];
  return lines.toSorted((a, b) => (down ? compare(b, a) : compare(a, b)));
}

type Compare = (a: PoolLine, b: PoolLine) => number;

/** Odd ones first, the worst of them before the others. */
const oddFirst: Compare = (a, b) =>
  Number(b.odd.length > 0) - Number(a.odd.length > 0) || WEIGHT[a.status] - WEIGHT[b.status];

const byCell =
  (cell: (line: PoolLine) => PoolCell): Compare =>
  (a, b) => {
    const [one, other] = [cell(a), cell(b)];
    // What is wrong comes before what is there.
    return toneWeight(one) - toneWeight(other) || words(one).localeCompare(words(other), "en", { numeric: true });
  };
const toneWeight = ({ tone }: PoolCell): number => (tone ? WEIGHT[tone] : WEIGHT.pass);
const words = ({ value, says }: PoolCell): string => value ?? says ?? "";

/** IPv4 before IPv6, each by its numbers. */
const byAddress: Compare = (a, b) =>
  Number(a.target.includes(":")) - Number(b.target.includes(":")) ||
  a.target.localeCompare(b.target, "en", { numeric: true });

const ORDER: Readonly<Record<SortKey, Compare>> = {
  verdict: oddFirst,
  address: byAddress,
  ptr: byCell(({ ptr }) => ptr),
  ehlo: byCell(({ ehlo }) => ehlo),
  spf: byCell(({ spf }) => spf),
  listed: byCell(({ listed }) => listed),
};
