import { anything, attempt } from "./example-outcome.ts";
import { inWords } from "./predict.ts";
import type { Action, Receiver } from "./receiver.ts";
import { say } from "./signal.ts";
import { prose, type Text } from "./text.ts";

/** A rule's words without a report: where a value would stand, its name stands. */
export interface ExampleRule {
  readonly action: Action;
  readonly says: Text;
  readonly reply?: string;
}

/** The words of one rule as its receiver's page shows them. */
export function exampleRule(receiver: Receiver, code: string): ExampleRule {
  const rule = receiver.rules[code];
  if (!rule) throw new Error(`${receiver.id} has no rule ${code}`);
  const { score: _, ...worded } = rule;
  const reply = rule.reply && attempt(() => say(rule.reply ?? "", anything));
  return {
    action: rule.action,
    says: attempt(() => inWords(worded, anything).says) ?? prose("In words of its own."),
    ...(reply ? { reply } : {}),
  };
}
