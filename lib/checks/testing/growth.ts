import { expect } from "vitest";

/** Lengths to compare, each with its fourfold: what is quadratic shows at the first, before a larger one takes hours. */
const LENGTHS: readonly number[] = [4_000, 60_000];
/** Four times the input takes 4 times as long where time is linear, and 16 times where it is quadratic. */
const MOST = 9;
const [RUNS, MORE_RUNS] = [2, 8];
/** The system counts processor time in steps of up to 10 ms: work is repeated until there is enough to compare. */
const ENOUGH_US = 30_000;

/**
 * Holds that the time of some work grows as its input does, by comparing an input with one four times as long, in one
 * run and in processor time: neither a slow machine nor a busy one changes the ratio.
 */
export function expectLinear<T>(make: (length: number) => T, work: (input: T) => unknown, lengths = LENGTHS): void {
  for (const length of lengths) expect(growth(make(length), make(4 * length), work)).toBeLessThan(MOST);
}

/** The same of text: this piece, again and again. */
export const expectLinearText = (piece: string, work: (text: string) => unknown, head = ""): void =>
  expectLinear((length) => head + piece.repeat(Math.ceil(length / piece.length)), work);

/** How many times as long the longer input takes, by the best of a few runs in turn, and of some more if in doubt. */
function growth<T>(short: T, long: T, work: (input: T) => unknown): number {
  let [ofShort, ofLong] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let run = 0; run < RUNS || (ofLong / ofShort >= MOST && run < MORE_RUNS); run++) {
    ofShort = Math.min(
      ofShort,
      spent(() => work(short)),
    );
    ofLong = Math.min(
      ofLong,
      spent(() => work(long)),
    );
  }
  return ofLong / ofShort;
}

/** Microseconds of the processor that a piece of work takes, on average. */
function spent(work: () => unknown): number {
  const before = process.threadCpuUsage();
  for (let times = 1; ; times++) {
    work();
    const { user, system } = process.threadCpuUsage(before);
    if (user + system >= ENOUGH_US) return (user + system) / times;
  }
}
