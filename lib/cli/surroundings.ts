import type { Vantage } from "../checks/index.ts";

/** Where the command writes; a terminal gets colours and a line that changes. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Everything outside of the command itself. */
export interface Surroundings {
  /** The answer, and nothing else. */
  readonly out: Output;
  /** How far it is, and what is wrong. */
  readonly err: Output;
  /** What is on standard input, whole. */
  readonly input: () => Promise<string>;
  readonly inputIsTerminal?: boolean;
  /** Stops what is under way. */
  readonly stop: AbortSignal;
  /** Where from we look; made when something is checked. */
  readonly vantage: () => Promise<Vantage>;
  /** The same in the made-up internet. */
  readonly demo: () => Promise<Vantage>;
  /** Settings that say how to write: `NO_COLOR`, `TERM`, `FORCE_COLOR`. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** What the user asked for cannot be read or done: a sentence, and the exit code. */
export class Refusal extends Error {
  readonly code: number;
  constructor(sentence: string, code: number) {
    super(sentence);
    this.code = code;
  }
}
