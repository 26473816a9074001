import type { Known } from "../findings/findings.ts";
import type { Family } from "../net/address.ts";
import type { Text } from "../net/safe-text.ts";
import { type Evidence, type Reference, say } from "./signal.ts";

/** What a receiver does with mail from this identity, by its own published rule. */
export type Action = "accept" | "penalise" | "defer" | "reject" | "unknown";

/** How we know a rule: read in source code, in the receiver's documentation, or observed in a public log. */
export type Confidence = "code" | "documentation" | "observation";

type Words<T> = T | ((evidence: Evidence) => T);

/** One rule that may fire. */
export interface Rule {
  readonly action: Action;
  /** Worded as "by its published rule", never as a promise. */
  readonly says: Words<Text>;
  /** The reply the sender would see, as the receiver words it. */
  readonly reply?: Words<string>;
  /** Points a scoring receiver adds. */
  readonly score?: Words<Score | undefined>;
  readonly confidence: Confidence;
}

/** Points, from the least to the most: equal where the rule leaves nothing open. */
export interface Score {
  readonly least: number;
  readonly most: number;
  /** The same for each of the receiver's sets of scores, where it has several. */
  readonly sets?: readonly Pick<Score, "least" | "most">[];
}

/** What a scoring receiver does from so many points on, by default. */
export interface Threshold {
  readonly points: number;
  readonly does: string;
}

/** What a receiver concludes: the rule that fires, and on what. */
export interface Prediction<Code extends string = string> {
  readonly rule: Code;
  readonly evidence?: Evidence;
}

/** One receiver's published rules about a sender's identity: pure, the same shape as a signal. */
export interface Receiver<Need extends keyof Known = keyof Known, Code extends string = string> {
  /** Permanent, kebab-case, the same as the file name. */
  readonly id: string;
  readonly name: string;
  /** A mailbox provider's service, or a program an operator configures. */
  readonly kind: "provider" | "software";
  /** For software: the option or rule set, and that it is not on by default where it is not. */
  readonly setting?: string;
  /** What the rule was read from, which version, and when (ISO date). */
  readonly source: Reference & { readonly version?: string; readonly read: string };
  /** The family of the senders it is about, where it does not treat all alike. */
  readonly family?: Family;
  /** In ascending order; for those that score. */
  readonly thresholds?: readonly Threshold[];
  /** The same receiver in another version or surroundings whose rules differ, by the name of that. */
  readonly variants?: Readonly<Record<string, Receiver>>;
  /** Facts and findings. */
  readonly needs: readonly Need[];
  readonly rules: Readonly<Record<Code, Rule>>;
  readonly judge: (known: Pick<Known, Need>) => Prediction<Code>;
}

/** Checks one receiver's shape; a misspelt rule or an undeclared fact does not compile. */
export function defineReceiver<const Need extends keyof Known, const Code extends string>(
  receiver: Omit<Receiver<Need, Code>, "judge"> & {
    readonly judge: (known: Pick<Known, Need>) => Prediction<NoInfer<Code>>;
  },
): Receiver<Need, Code> {
  return receiver;
}

/** What a receiver would do with mail from this identity, by its own published rule. */
export interface Outlook {
  readonly receiver: string;
  readonly rule: string;
  readonly action: Action;
  readonly confidence: Confidence;
  readonly evidence: Evidence;
}

/** An outlook with its words. */
export interface Predicted extends Outlook {
  readonly says: Text;
  /** The reply the sender would see. */
  readonly reply?: string;
  readonly score?: Score;
}

/** The words of one rule, from the evidence it fired on. */
export function wordsOfRule(rule: Rule, evidence: Evidence): Pick<Predicted, "says" | "reply" | "score"> {
  const reply = rule.reply && say(rule.reply, evidence);
  const score = rule.score && say(rule.score, evidence);
  return { says: say(rule.says, evidence), ...(reply ? { reply } : {}), ...(score ? { score } : {}) };
}
