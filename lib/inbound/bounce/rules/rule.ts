import type { CauseClass } from "../causes.ts";
import { pattern } from "../vocabulary/concept.ts";
import { OTHER_SCRIPT, quick } from "./quick.ts";

/** A way to tell a cause from the words. Texts are folded, on one line, without reply codes and URLs. */
export interface Rule {
  readonly cause: CauseClass;
  /**
   * How sure it makes us: 1 a code alone, 2 a hint, 3 plain words, 4 words that overrule plain ones, 5 a fixed text, 6 a
   * program's own formula, which decides whatever else is written around it.
   */
  readonly weight: 1 | 2 | 3 | 4 | 5 | 6;
  /** All have to be found. */
  readonly all: readonly Condition[];
  /** None may be. */
  readonly none?: Condition;
}

/** What a rule looks for; answers with the words it found. */
export type Condition = (said: Said) => string | undefined;

export type Span = readonly [start: number, end: number];
/** Pasted texts are strangers': as many places of one pattern as are looked at. */
const MAX_SPANS = 500;
const compiled = { latin: new Map<string, RegExp>(), any: new Map<string, RegExp>() };

/** A pattern, made once for texts in Latin letters only and once for the others. */
function compile(source: string, latinOnly: boolean): RegExp {
  const known = latinOnly ? compiled.latin : compiled.any;
  let regex = known.get(source);
  if (!regex) {
    regex = new RegExp(quick(source, latinOnly), "g");
    known.set(source, regex);
  }
  return regex;
}

/** A folded text, in which each pattern is looked for once, however many rules ask for it. */
export class Said {
  readonly text: string;
  readonly #latinOnly: boolean;
  readonly #spans = new Map<string, readonly Span[]>();

  constructor(text: string) {
    this.text = text;
    this.#latinOnly = !OTHER_SCRIPT.test(text);
  }

  /** The pattern as this text, or a part of it, is looked through for it. */
  pattern(source: string): RegExp {
    return compile(source, this.#latinOnly);
  }

  spans(source: string): readonly Span[] {
    const known = this.#spans.get(source);
    if (known) return known;
    const found: Span[] = [];
    for (const { index, 0: words } of this.text.matchAll(this.pattern(source))) {
      if (words) found.push([index, index + words.length]);
      if (found.length >= MAX_SPANS) break;
    }
    this.#spans.set(source, found);
    return found;
  }
}

/** One of several alternatives, with `…` for at most 60 characters between. */
export function words(...alternatives: readonly string[]): Condition {
  const source = alternatives.map(pattern).join("|");
  return (said) => {
    const [first] = said.spans(source);
    return first && said.text.slice(...first);
  };
}

/** Both, near each other, in either order; the gap in UTF-16 code units. */
export function near(a: string, b: string, gap = 60): Condition {
  // The narrower pattern first: where it finds nothing, the wide one is never looked for.
  const [one = "", other = ""] = [pattern(a), pattern(b)].toSorted((x, y) => x.length - y.length);
  return (said) => {
    for (const [start, end] of said.spans(one)) {
      // Words of one may be among those of the other; the very same words are not near themselves.
      const close = said
        .spans(other)
        .find(([from, to]) => from - end <= gap && start - to <= gap && !(from === start && to === end));
      if (close) return said.text.slice(Math.min(start, close[0]), Math.max(end, close[1]));
    }
    return undefined;
  };
}

/** One of several conditions. */
export const any =
  (...conditions: readonly Condition[]): Condition =>
  (said) => {
    for (const condition of conditions) {
      const found = condition(said);
      if (found !== undefined) return found;
    }
    return undefined;
  };
