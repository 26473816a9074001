import type { Pace, Pacing, Vantage } from "../facts/vantage.ts";

/** Keys that are remembered before those without a booking are thrown away. */
const MANY_KEYS = 10_000;

/** Keeps the paces of this process: for each key the moments that are booked within its period. */
export function createPacing(now: () => number = () => performance.now()): Pacing {
  const booked = new Map<string, number[]>();

  /** The moments that still count, in order. */
  const counting = ({ key, ms }: Pace): number[] => {
    const since = now() - ms;
    const all = booked.get(key)?.filter((moment) => moment > since) ?? [];
    if (all.length > 0) booked.set(key, all);
    else booked.delete(key);
    return all;
  };
  const sweep = () => {
    const longest = 60_000;
    for (const [key, moments] of booked) if ((moments.at(-1) ?? 0) < now() - longest) booked.delete(key);
  };

  return {
    async book(paces, withinMs) {
      const limited = paces.filter(({ most }) => Number.isFinite(most));
      const start = now();
      let moment = start;
      for (const pace of limited) {
        const all = counting(pace);
        const before = all.at(-pace.most);
        if (all.length >= pace.most && before !== undefined) moment = Math.max(moment, before + pace.ms);
      }
      if (moment - start > withinMs) return undefined;
      for (const { key } of limited)
        booked.set(
          key,
          [...(booked.get(key) ?? []), moment].sort((a, b) => a - b),
        );
      if (booked.size > MANY_KEYS) sweep();
      return moment - start;
    },
  };
}

const own = new WeakMap<Vantage, Pacing>();

/** Who keeps the paces of this vantage. */
export function pacingOf(vantage: Vantage): Pacing {
  if (vantage.pacing) return vantage.pacing;
  const known = own.get(vantage) ?? createPacing();
  own.set(vantage, known);
  return known;
}

/** Waits for a turn; false where there is none in time, or nobody waits any more. */
export async function takeTurn(
  pacing: Pacing,
  paces: readonly Pace[],
  withinMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  if (paces.every(({ most }) => !Number.isFinite(most))) return true;
  const wait = await pacing.book(paces, withinMs);
  if (wait === undefined) return false;
  if (wait > 0) await pause(wait, signal);
  return !signal.aborted;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done, { once: true });
    if (signal.aborted) done();
  });
}
