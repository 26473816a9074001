import type { CauseClass } from "../causes.ts";

/** A way to tell a cause from the words. Texts are in lower case, on one line, without reply codes and URLs. */
export interface Rule {
  readonly cause: CauseClass;
  /** How sure it makes us: 1 a code alone, 2 a hint, 3 plain words, 4 words that overrule plain ones, 5 a fixed text. */
  readonly weight: 1 | 2 | 3 | 4 | 5;
  /** All have to be found. */
  readonly all: readonly RegExp[];
  /** None may be. */
  readonly none?: RegExp;
}

/** A pattern of several alternatives, with `…` for at most 60 characters between. */
export function words(...alternatives: readonly string[]): RegExp {
  return new RegExp(alternatives.map((one) => one.replaceAll("…", ".{0,60}?")).join("|"));
}
/** Both, near each other, in either order. */
export const near = (a: string, b: string, gap = 60): RegExp =>
  new RegExp(`(?:${a}).{0,${gap}}?(?:${b})|(?:${b}).{0,${gap}}?(?:${a})`);
