import type { CauseClass } from "../causes.ts";

/** A refusal as mail servers word it, and what should be read from it. Measured before any rule was mended by it. */
export interface Sample {
  readonly text: string;
  readonly cause: CauseClass;
  readonly address?: string;
  readonly helo?: string;
  readonly from?: string;
  readonly receiver?: string;
}

export const of = (cause: CauseClass, text: string, more: Omit<Sample, "text" | "cause"> = {}): Sample => ({
  text,
  cause,
  ...more,
});

/** Samples one a line: `cause key=value … | text`, with `\n` for a line break; `#` begins a comment. */
export const lotOf = (lines: string): readonly Sample[] =>
  lines
    .split("\n")
    .filter((line) => line.trim() && !line.startsWith("#"))
    .map((line) => {
      const [head = "", ...rest] = line.split(" | ");
      const [cause = "", ...pairs] = head.trim().split(" ");
      return {
        cause: cause as CauseClass,
        text: rest.join(" | ").replaceAll("\\n", "\n"),
        ...Object.fromEntries(pairs.map((pair) => pair.split("="))),
      };
    });
