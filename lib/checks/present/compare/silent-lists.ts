import type { Evidence } from "../../define/signal.ts";

/** The lists that have something by one verdict, and said nothing of it by another one. */
export function silentHolders(one: Evidence, other: Evidence): readonly string[] {
  const silent = new Set([...(other.open ?? []), ...(other.absent ?? []), ...(other.keyless ?? [])]);
  return [...(one.listed ?? []), ...(one.also ?? [])].filter((list) => silent.has(list));
}
