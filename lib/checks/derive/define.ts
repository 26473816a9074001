import type { FactName } from "../facts/facts.ts";
import type { FindingName, Findings, Known, KnownName } from "../findings/findings.ts";

/** How one finding follows from facts and other findings. */
export interface Derivation<K extends FindingName, Need extends KnownName = KnownName> {
  readonly needs: readonly Need[];
  /**
   * The facts whose questions are shown as evidence under a verdict that rests on this finding: all behind `needs`
   * unless said otherwise. A finding that only chooses what to ask next shows none of its own.
   */
  readonly shows?: readonly FactName[];
  /** Of `smtp` it needs no more than what the server has said by its answer to EHLO, and gets it as soon as that is there. */
  readonly untilEhlo?: true;
  /** Pure: the same facts always give the same finding. It sees only what it needs. */
  readonly derive: (known: Pick<Known, Need>) => Findings[K];
}

/** Infers `needs`, so that a derivation sees only what it declared. */
export function defineFinding<K extends FindingName>() {
  return <const Need extends KnownName>(derivation: Derivation<K, Need>): Derivation<K> =>
    derivation as unknown as Derivation<K>;
}
