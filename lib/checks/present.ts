import { headline } from "./headline.ts";
import { type PresentedReceiver, presentReceivers, type ReceiverRow } from "./present-receiver.ts";
import { fixPlan } from "./remedy/fix-plan.ts";
import { type PresentedOwnership, presentOwnership } from "./remedy/ownership-view.ts";
import type { Step } from "./remedy/step.ts";
import type { Chain, Report, ReportedLookup, ReportedSession, ReportedSubject, ReportedVerdict } from "./report.ts";
import type { ReportContext } from "./report-context.ts";
import {
  type Evidence,
  type Exhibit,
  type Fix,
  type Group,
  type Reference,
  type Signal,
  type Status,
  say,
} from "./signal.ts";
import { signals } from "./signals/index.ts";
import { type Text, text } from "./text.ts";

/** A verdict with its words: what every view shows, and what the API hands out. */
export interface PresentedVerdict {
  readonly subject: string;
  readonly signal: string;
  readonly group: Group;
  readonly title: string;
  readonly status: Status;
  readonly outcome: string;
  readonly says: Text;
  readonly why: string;
  readonly fix?: Fix;
  readonly whoCares?: Text;
  readonly evidence: Evidence;
  readonly exhibit?: Exhibit;
  readonly reproduce: readonly string[];
  readonly references: readonly Reference[];
  /** The questions this verdict rests on, as indexes into `lookups`. */
  readonly lookups: readonly number[];
}

/** A row whose verdict is still to come. */
export interface PendingVerdict {
  readonly subject: string;
  readonly signal: string;
  readonly group: Group;
  readonly title: string;
  readonly status: "pending";
}
export type Row = PresentedVerdict | PendingVerdict;

export type Counts = Readonly<Record<Status, number>>;

/** A report with its words. Pure: the same report always reads the same under the same version of the words. */
export interface PresentedReport {
  readonly id: string;
  readonly url: string;
  readonly target: Report["target"];
  readonly path: string;
  readonly context?: ReportContext;
  readonly state: Report["state"];
  readonly ended: Report["ended"];
  readonly seenAt: string;
  readonly durationMs: number;
  readonly schemaVersion: number;
  readonly rulesVersion: string;
  readonly vantage: Report["vantage"];
  readonly headline: Headline;
  readonly counts: Counts;
  /** Everything to fix, in the order in which it works. */
  readonly plan: readonly Step[];
  /** Who can change what, for each server that sends. */
  readonly ownership: readonly PresentedOwnership[];
  readonly subjects: readonly ReportedSubject[];
  /** Every row in scorecard order, subject by subject; pending ones while the check runs. */
  readonly rows: readonly Row[];
  readonly verdicts: readonly PresentedVerdict[];
  readonly chains: readonly Chain[];
  /** What receivers would do with mail from each server, the mailbox providers first. */
  readonly receivers: readonly PresentedReceiver[];
  /** The same with those still to come while the check runs. */
  readonly receiverRows: readonly ReceiverRow[];
  readonly lookups: readonly ReportedLookup[];
  readonly sessions: readonly ReportedSession[];
}

/** The one sentence on top, and the one that explains it. */
export interface Headline {
  readonly status: Status;
  readonly says: Text;
  readonly because: Text;
}

const byId: ReadonlyMap<string, Signal> = new Map(signals.map((signal) => [signal.id, signal]));

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
    chains: report.chains,
    receivers: receiverRows.filter((row) => row.action !== "pending"),
    receiverRows,
    lookups: report.lookups,
    sessions: report.sessions,
  };
}

/** Puts the words to one stored verdict. Its signal may be gone or reworded since: permanent codes still have a row. */
export function presentVerdict(verdict: ReportedVerdict, lookups: readonly ReportedLookup[]): PresentedVerdict {
  const signal = byId.get(verdict.signal);
  const outcome =
    signal && Object.hasOwn(signal.outcomes, verdict.outcome) ? signal.outcomes[verdict.outcome] : undefined;
  const { evidence } = verdict;
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
      lookup.subjects.includes(verdict.subject) && signal?.needs.some((need) => lookup.facts.includes(need)) ? [i] : [],
    ),
  };
}

function rowsOf(subject: ReportedSubject, verdicts: readonly PresentedVerdict[]): Row[] {
  return subject.signals.flatMap((id): Row[] => {
    const verdict = verdicts.find((v) => v.subject === subject.id && v.signal === id);
    if (verdict) return [verdict];
    const signal = byId.get(id);
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
