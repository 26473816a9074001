import type { Score } from "../../define/receiver.ts";
import type { Evidence } from "../../define/signal.ts";
import { enumerated, prose, type Text, text } from "../../net/safe-text.ts";

/** One symbol of a scoring receiver: its points, one number for each of the receiver's sets of scores. */
export interface Hit {
  readonly symbol: string;
  readonly least: readonly number[];
  readonly most: readonly number[];
}

/** A symbol that is sure to be added. */
export const hit = (symbol: string, ...points: readonly number[]): Hit => ({ symbol, least: points, most: points });

/** One that depends on what cannot be seen from here: the message, the order of records, its own patterns. */
export const perhaps = (symbol: string, ...points: readonly number[]): Hit => ({
  symbol,
  least: points.map(() => 0),
  most: points,
});

/** One that is sure to be added, with points that depend on what cannot be seen from here. */
export const between = (symbol: string, least: number, most: number): Hit => ({ symbol, least: [least], most: [most] });

/** The symbols and their sums as evidence. `sets` is how many sets of scores the receiver has. */
export function tally(hits: readonly Hit[], sets = 1): Evidence {
  const sum = (of: (one: Hit) => readonly number[]) =>
    Array.from({ length: sets }, (_, set) =>
      String(round(hits.reduce((total, one) => total + (of(one)[set] ?? 0), 0))),
    );
  const sure = hits.filter(isSure);
  const open = hits.filter((one) => !isSure(one));
  return {
    least: sum((one) => one.least),
    most: sum((one) => one.most),
    ...(sure.length > 0 ? { symbols: sure.map(({ symbol }) => symbol), points: sure.map(pointsOf) } : {}),
    ...(open.length > 0 ? { perhaps: open.map(({ symbol }) => symbol), perhapsPoints: open.map(pointsOf) } : {}),
  };
}

const isSure = ({ least }: Hit): boolean => least.some((points) => points > 0);

/** The score that `tally` summed up. */
export function scoreOf(e: Evidence): Score | undefined {
  const sets = (e.most ?? []).map((most, i) => ({ least: Number(e.least?.[i] ?? 0), most: Number(most) }));
  if (sets.length === 0) return undefined;
  const score = { least: Math.min(...sets.map((s) => s.least)), most: Math.max(...sets.map((s) => s.most)) };
  return sets.length > 1 ? { ...score, sets } : score;
}

/** "RDNS_NONE (2) and HFILTER_HOSTNAME_UNKNOWN (2.5)". */
export const symbolWords = (e: Evidence): Text => listed(e.symbols, e.points);
/** The same for what may be added. */
export const perhapsWords = (e: Evidence): Text => listed(e.perhaps, e.perhapsPoints);

function listed(symbols: readonly string[] = [], points: readonly string[] = []): Text {
  return enumerated(symbols.map((symbol, i) => text`${symbol} (${prose(points[i] ?? "some")})`));
}

/**
 * "2", or "0.793 to 2.399" where sets of scores differ or the rule leaves it open. Sets in which it counts nothing are
 * left out: those without network tests.
 */
function pointsOf(one: Hit): string {
  const all = (isSure(one) ? [...one.least, ...one.most] : one.most).filter((points) => points > 0);
  const [low, high] = [round(Math.min(...all)), round(Math.max(...all))];
  return low === high ? String(high) : `${low} to ${high}`;
}

const round = (points: number): number => Math.round(points * 1000) / 1000;
