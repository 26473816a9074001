import type { Action, Receiver } from "../define/receiver.ts";
import { wordsOfRule } from "../define/receiver.ts";
import { say } from "../define/signal.ts";
import { prose, type Text } from "../net/safe-text.ts";

import { anything } from "./example-evidence.ts";
import { attempt } from "./example-outcome.ts";

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
    says: attempt(() => wordsOfRule(worded, anything).says) ?? prose("In words of its own."),
    ...(reply ? { reply } : {}),
  };
}
