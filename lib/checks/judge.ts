import type { FactName, Facts } from "./facts.ts";
import type { ReportedVerdict } from "./report.ts";
import type { Signal } from "./signal.ts";

/** Judges one subject by one signal, which is handed the facts it declared and nothing else. */
export function judge(signal: Signal, subject: string, facts: Facts): ReportedVerdict {
  const finding = signal.judge(pick(facts, signal.needs) as Facts);
  const outcome = signal.outcomes[finding.outcome];
  if (!outcome) throw new Error(`signal ${signal.id} has no outcome ${finding.outcome}`);
  return {
    subject,
    signal: signal.id,
    group: signal.group,
    status: outcome.status,
    outcome: finding.outcome,
    evidence: finding.evidence ?? {},
    ...(finding.exhibit ? { exhibit: finding.exhibit } : {}),
  };
}

function pick<K extends FactName>(facts: Facts, names: readonly K[]): Pick<Facts, K> {
  return Object.fromEntries(names.map((name) => [name, facts[name]])) as Pick<Facts, K>;
}
