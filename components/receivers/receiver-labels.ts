import type { Confidence, Receiver, Score, Threshold } from "../../lib/checks/view.ts";

export const KIND_WORDS: Readonly<Record<Receiver["kind"], string>> = {
  provider: "Mailbox providers",
  software: "Mail programs, where the operator has switched the rule on",
};
export const KINDS = Object.keys(KIND_WORDS) as Receiver["kind"][];

/** How a rule is known, to end a sentence. */
export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  code: "read in its source",
  documentation: "read in its documentation",
  observation: "seen in runs and public logs",
};

/** "greylists from 4, marks as spam from 6, rejects from 15 points". */
export const thresholdWords = (thresholds: readonly Threshold[]): string =>
  thresholds.length === 0 ? "" : `${thresholds.map(({ points, does }) => `${does} from ${points}`).join(", ")} points`;

/** The points of each set of scores, in the receiver's order: "2.399, 1.274, 1.228, 0.793". */
export const setWords = ({ sets = [] }: Score): string =>
  sets.map(({ least, most }) => (least === most ? String(most) : `${least} to ${most}`)).join(", ");
