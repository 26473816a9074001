import type { PresentedPoolRow } from "../../lib/checks/view.ts";
import type { SentencePart } from "../ui/sentence.tsx";

/** What one cell of a row says: a tone where something is wrong with it, and the words or the value. */
export interface PoolCell {
  readonly tone?: "warn" | "fail" | "unknown";
  /** A value is shown in the monospace face; words of ours are not. */
  readonly value?: string;
  readonly says?: string;
}

/** One thing that makes an address odd: what it is called, and a sentence. */
export interface PoolReason {
  readonly title: string;
  readonly says: readonly SentencePart[];
}

/**
 * One address of a pool as the table, the grid and the list of odd ones draw it, on the server and in the browser. All
 * foreign text in it is made visible already.
 */
export interface PoolLine {
  readonly target: string;
  readonly status: PoolRowStatus;
  /** Codes of what makes it odd. */
  readonly odd: readonly string[];
  /** The same in a few words each, heaviest first; the list of odd ones has the sentences. */
  readonly why: readonly string[];
  readonly ptr: PoolCell;
  readonly ehlo: PoolCell;
  readonly spf: PoolCell;
  readonly listed: PoolCell;
  /** Its report, where one was made. */
  readonly report?: string;
}

export type PoolRowStatus = PresentedPoolRow["status"];

/** How heavy a status is: what needs the reader comes first. */
export const WEIGHT: Readonly<Record<PoolRowStatus, number>> = {
  fail: 0,
  warn: 1,
  unknown: 2,
  pass: 3,
  pending: 4,
};
