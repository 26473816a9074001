import type { Known } from "../../findings/findings.ts";
import { readSelectors, type SelectorState } from "../../formats/dkim/selector-state.ts";

const UNVERIFIABLE: ReadonlySet<SelectorState> = new Set(["missing", "unusable", "revoked", "weak"]);

/**
 * The selectors that the reader says are in use, where none of them holds a key that a signature could be verified
 * with; empty where one does, one got no answer, or none was given.
 */
export function unverifiableSelectors({ dkim }: Pick<Known, "dkim">): readonly string[] {
  const given = dkim ? readSelectors(dkim).filter((one) => one.given) : [];
  return given.every(({ state }) => UNVERIFIABLE.has(state)) ? given.map(({ selector }) => selector) : [];
}
