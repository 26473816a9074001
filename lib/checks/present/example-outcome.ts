import { type Fix, type Signal, type Status, say } from "../define/signal.ts";
import { prose, type Text } from "../net/safe-text.ts";
import { anything, usually } from "./example-evidence.ts";

/** An outcome's words without a report: where a value would stand, its name stands. */
export interface ExampleOutcome {
  readonly status: Status;
  readonly says: Text;
  readonly fix?: Fix;
  readonly whoCares?: Text;
}

/** The words of one outcome as its signal's page shows them. */
export function exampleOutcome(signal: Signal, code: string): ExampleOutcome {
  const outcome = signal.outcomes[code];
  if (!outcome) throw new Error(`${signal.id} has no outcome ${code}`);
  const { status, says, fix, whoCares } = outcome;
  const usual = usually(signal.id, code);
  const action = fix && (attempt(() => say(fix, usual)) ?? attempt(() => say(fix, anything)));
  return {
    status,
    says: attempt(() => say(says, usual)) ?? attempt(() => say(says, anything)) ?? prose("In words of its own."),
    ...(action ? { fix: action } : {}),
    ...(whoCares ? { whoCares: attempt(() => say(whoCares, usual)) ?? [] } : {}),
  };
}

/** Words that read numbers or dates out of their evidence may not bear a name in their place. */
export function attempt<T>(words: () => T): T | undefined {
  try {
    return words();
  } catch {
    return undefined;
  }
}
