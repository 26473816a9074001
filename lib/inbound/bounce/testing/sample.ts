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
