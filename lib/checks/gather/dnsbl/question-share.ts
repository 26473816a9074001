import type { Gathering } from "../gatherer.ts";

/** As much of a check's questions as lists may take: what is left has to do for everything else. */
const SHARE = 0.5;

// All gatherings of one check have the same signal.
const spent = new WeakMap<AbortSignal, number>();

/** Takes questions out of the lists' share of this check; false when there are not so many left. */
export function take(
  { signal, vantage, budget }: Pick<Gathering, "signal" | "vantage" | "budget">,
  questions: number,
): boolean {
  const total = (spent.get(signal) ?? 0) + questions;
  if (total > SHARE * vantage.limits.dnsQueries) {
    budget.leaveOutQuestions(questions);
    return false;
  }
  spent.set(signal, total);
  return true;
}
