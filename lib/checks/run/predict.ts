import type { Action, Confidence, Receiver, Rule, Score } from "../define/receiver.ts";
import { type Evidence, say } from "../define/signal.ts";
import { pick } from "../derive/index.ts";
import type { Known } from "../findings/findings.ts";
import type { Text } from "../net/safe-text.ts";

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

/** What `receiver`, or one of its variants, would do. Pure; the variant must be one it has. */
export function predict(receiver: Receiver, known: Partial<Known>, variant?: string): Predicted {
  const asked = variant === undefined ? receiver : receiver.variants?.[variant];
  if (!asked) throw new Error(`receiver ${receiver.id} has no variant ${variant}`);
  const outlook = judgeReceiver(asked, known);
  return { ...outlook, ...inWords(asked.rules[outlook.rule] as Rule, outlook.evidence) };
}

/** Judges one identity by one receiver's rules, which are handed what they declared and nothing else. */
export function judgeReceiver(receiver: Receiver, known: Partial<Known>): Outlook {
  const { rule: code, evidence = {} } = receiver.judge(pick(known, receiver.needs) as Known);
  const rule = receiver.rules[code];
  if (!rule) throw new Error(`receiver ${receiver.id} has no rule ${code}`);
  return { receiver: receiver.id, rule: code, action: rule.action, confidence: rule.confidence, evidence };
}

/** The words of one rule, from the evidence it fired on. */
export function inWords(rule: Rule, evidence: Evidence): Pick<Predicted, "says" | "reply" | "score"> {
  const reply = rule.reply && say(rule.reply, evidence);
  const score = rule.score && say(rule.score, evidence);
  return { says: say(rule.says, evidence), ...(reply ? { reply } : {}), ...(score ? { score } : {}) };
}
