import type { PublicResolver } from "../facts/vantage.ts";
import type { Report, ReportedLookup } from "../report/report.ts";
import { focusOf } from "./focus.ts";
import type { Until } from "./until.ts";

/** What one resolver said of a PTR record, and for how long it says the same. */
export interface Clock {
  /** Who runs it; undefined: it is one of this service's own. */
  readonly resolver?: string;
  readonly address: string;
  /** The name that was asked for. */
  readonly name: string;
  readonly rcode: string;
  readonly records: readonly string[];
  /** Seconds from `at` on; absent where no answer came. */
  readonly ttl?: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** As many as a reader looks through. */
const MOST_CLOCKS = 40;
const [MOST_RECORDS, MOST_CHARACTERS] = [6, 255];

/** The resolvers' answers in a look that ended then (epoch milliseconds); ours first. */
export function clocksOf({ lookups }: Report, resolvers: readonly PublicResolver[], at: number): readonly Clock[] {
  const names = new Map(
    resolvers.map(({ address, port, name }) => [port === 53 ? address : `${address}#${port}`, name]),
  );
  const ours = lookups.filter(({ type, facts }) => type === "PTR" && facts.includes("reverse"));
  const theirs = lookups.filter(({ type, facts }) => type === "PTR" && facts.includes("resolverViews"));
  return [...ours, ...theirs.filter((lookup) => !ours.includes(lookup))].slice(0, MOST_CLOCKS).map((lookup) => ({
    ...(ours.includes(lookup) ? {} : { resolver: names.get(lookup.server) ?? lookup.server }),
    ...clockOf(lookup),
    at,
  }));
}

const clockOf = ({ server, name, rcode, records, ttl }: ReportedLookup): Omit<Clock, "at" | "resolver"> => ({
  address: server,
  name,
  rcode,
  records: records.slice(0, MOST_RECORDS).map((record) => record.slice(0, MOST_CHARACTERS)),
  ...(ttl === undefined ? {} : { ttl }),
});

/** The longest a watch waits between two looks, in seconds: its page has to show that it lives. */
const LONGEST = 3_601;
/** Whole checks, and questions to blocklists, come so many times slower than questions to resolvers. */
const HEAVY = 5;

/**
 * When the next look can see something else, in seconds from now: when the first of the answers that matter has run out.
 * Never sooner than `least`.
 */
export function nextLookIn(until: Until, { lookups }: Report, least: number): number {
  const paced: readonly string[] = focusOf(until)?.paced ?? ["reverse", "forward"];
  const ttls = lookups.flatMap(({ facts, ttl }) => (facts.some((fact) => paced.includes(fact)) ? [ttl ?? 0] : []));
  const floor = until === "delisted" || until === "any-change" ? HEAVY * least : least;
  // A second more, so that what is kept until then is gone.
  const wait = ttls.length > 0 ? Math.min(...ttls) + 1 : floor;
  return Math.min(Math.max(wait, floor), Math.max(LONGEST, floor));
}
