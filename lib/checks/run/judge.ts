import type { Signal } from "../define/signal.ts";
import { pick } from "../derive/index.ts";
import type { Known } from "../findings/findings.ts";
import type { ReportedVerdict } from "../report/report.ts";

/** Judges one subject by one signal, which is handed the facts and findings it declared and nothing else. */
export function judge(signal: Signal, subject: string, known: Partial<Known>): ReportedVerdict {
  const finding = signal.judge(pick(known, signal.needs) as Known);
  const outcome = signal.outcomes[finding.outcome];
  if (!outcome) throw new Error(`signal ${signal.id} has no outcome ${finding.outcome}`);
  // Every verdict about an address can be looked at again, also where a question about it got no answer.
  const about = known.address && !finding.evidence?.address ? { address: [known.address] } : {};
  return {
    subject,
    signal: signal.id,
    group: signal.group,
    status: outcome.status,
    outcome: finding.outcome,
    evidence: { ...about, ...finding.evidence },
    ...(finding.exhibit ? { exhibit: finding.exhibit } : {}),
  };
}
