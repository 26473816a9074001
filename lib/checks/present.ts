import { factsBehind } from "./derive/index.ts";
import { headline } from "./headline.ts";
import { outcomeOf, signalById } from "./outcome-of.ts";
import { presentChain } from "./present-chain.ts";
import { presentReceivers } from "./present-receiver.ts";
import type { Counts, PresentedReport, PresentedVerdict, Row } from "./presented.ts";
import { fixPlan } from "./remedy/fix-plan.ts";
import { presentOwnership } from "./remedy/ownership-view.ts";
import type { Report, ReportedLookup, ReportedSubject, ReportedVerdict } from "./report.ts";
import { type Exhibit, say } from "./signal.ts";
import { text } from "./text.ts";

export function present(report: Report, at: { readonly id: string; readonly url: string }): PresentedReport {
  const verdicts = report.verdicts.map((verdict) => presentVerdict(verdict, report.lookups));
  const rows = report.subjects.flatMap((subject) => rowsOf(subject, verdicts));
  const judged = rows.filter((row) => row.status !== "pending");
  const receiverRows = presentReceivers(report);
  return {
    ...at,
    target: report.target,
    path: report.path,
    ...(report.context ? { context: report.context } : {}),
    state: report.state,
    ended: report.ended,
    seenAt: report.seenAt,
    durationMs: report.durationMs,
    schemaVersion: report.schemaVersion,
    rulesVersion: report.rulesVersion,
    vantage: report.vantage,
    headline: headline(report, judged),
    counts: countStatuses(judged),
    plan: fixPlan(judged, report.remedies, { at: report.seenAt, from: report.vantage.label, url: at.url }),
    ownership: report.remedies.map(presentOwnership),
    subjects: report.subjects,
    rows,
    verdicts: judged,
    chains: report.chains.map((chain) => presentChain(chain, rows)),
    receivers: receiverRows.filter((row) => row.action !== "pending"),
    receiverRows,
    lookups: report.lookups,
    sessions: report.sessions,
    leftOut: report.leftOut ?? null,
  };
}

/** Puts the words to one stored verdict. Its signal may be gone or reworded since: permanent codes still have a row. */
export function presentVerdict(verdict: ReportedVerdict, lookups: readonly ReportedLookup[]): PresentedVerdict {
  const signal = signalById(verdict.signal);
  const outcome = outcomeOf(verdict);
  const { evidence } = verdict;
  const behind = signal ? factsBehind(signal.needs) : [];
  return {
    subject: verdict.subject,
    signal: verdict.signal,
    group: verdict.group,
    title: signal?.title ?? verdict.signal,
    status: verdict.status,
    outcome: verdict.outcome,
    says: outcome ? say(outcome.says, evidence) : text`Judged as ${verdict.outcome} by rules of that day.`,
    why: signal?.why ?? "",
    ...(outcome?.fix ? { fix: say(outcome.fix, evidence) } : {}),
    ...(outcome?.whoCares ? { whoCares: say(outcome.whoCares, evidence) } : {}),
    evidence,
    ...(verdict.exhibit ? { exhibit: verdict.exhibit as Exhibit } : {}),
    reproduce: signal?.reproduce?.(evidence) ?? [],
    references: signal?.references ?? [],
    lookups: lookups.flatMap((lookup, i) =>
      lookup.subjects.includes(verdict.subject) && behind.some((fact) => lookup.facts.includes(fact)) ? [i] : [],
    ),
  };
}

function rowsOf(subject: ReportedSubject, verdicts: readonly PresentedVerdict[]): Row[] {
  return subject.signals.flatMap((id): Row[] => {
    const verdict = verdicts.find((v) => v.subject === subject.id && v.signal === id);
    if (verdict) return [verdict];
    const signal = signalById(id);
    return signal
      ? [{ subject: subject.id, signal: id, group: signal.group, title: signal.title, status: "pending" }]
      : [];
  });
}

function countStatuses(verdicts: readonly PresentedVerdict[]): Counts {
  const counts = { fail: 0, warn: 0, pass: 0, info: 0, skipped: 0, unknown: 0 };
  for (const { status } of verdicts) counts[status]++;
  return counts;
}
