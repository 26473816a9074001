import type { Outcome, Signal } from "../define/signal.ts";
import { signals } from "../signals/index.ts";

const byId: ReadonlyMap<string, Signal> = new Map(signals.map((signal) => [signal.id, signal]));

/** The signal with this id. Reports keep ids of signals that may be gone since. */
export const signalById = (id: string): Signal | undefined => byId.get(id);

/** What an outcome means to a reader; undefined where signal or code are of another version. */
export function outcomeOf(verdict: { readonly signal: string; readonly outcome: string }): Outcome | undefined {
  const outcomes = byId.get(verdict.signal)?.outcomes;
  return outcomes && Object.hasOwn(outcomes, verdict.outcome) ? outcomes[verdict.outcome] : undefined;
}
