import { type Outlook, type Predicted, type Receiver, type Rule, wordsOfRule } from "../define/receiver.ts";

import { pick } from "../derive/index.ts";
import type { Known } from "../findings/findings.ts";

/** What `receiver`, or one of its variants, would do. Pure; the variant must be one it has. */
export function predict(receiver: Receiver, known: Partial<Known>, variant?: string): Predicted {
  const asked = variant === undefined ? receiver : receiver.variants?.[variant];
  if (!asked) throw new Error(`receiver ${receiver.id} has no variant ${variant}`);
  const outlook = judgeReceiver(asked, known);
  return { ...outlook, ...wordsOfRule(asked.rules[outlook.rule] as Rule, outlook.evidence) };
}

/** Judges one identity by one receiver's rules, which are handed what they declared and nothing else. */
export function judgeReceiver(receiver: Receiver, known: Partial<Known>): Outlook {
  const { rule: code, evidence = {} } = receiver.judge(pick(known, receiver.needs) as Known);
  const rule = receiver.rules[code];
  if (!rule) throw new Error(`receiver ${receiver.id} has no rule ${code}`);
  return { receiver: receiver.id, rule: code, action: rule.action, confidence: rule.confidence, evidence };
}
