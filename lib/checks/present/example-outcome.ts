import { type Evidence, type Fix, type Signal, type Status, say } from "../define/signal.ts";
import { prose, type Text } from "../net/safe-text.ts";

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
  const action = fix && attempt(() => say(fix, anything));
  return {
    status,
    says: attempt(() => say(says, anything)) ?? prose("In words of its own."),
    ...(action ? { fix: action } : {}),
    ...(whoCares ? { whoCares: attempt(() => say(whoCares, anything)) ?? [] } : {}),
  };
}

/** Evidence in which every label has its own name as its value. */
export const anything: Evidence = new Proxy<Evidence>(
  {},
  { get: (_, key) => (typeof key === "string" ? [`‹${key}›`] : undefined), has: () => true },
);

/** Words that read numbers or dates out of their evidence may not bear a name in their place. */
export function attempt<T>(words: () => T): T | undefined {
  try {
    return words();
  } catch {
    return undefined;
  }
}
