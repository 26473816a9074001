import { type Evidence, type Exhibit, type Signal, say } from "../define/signal.ts";
import { factsBehind } from "../derive/index.ts";
import { text } from "../net/safe-text.ts";
import type { Report, ReportedLookup, ReportedSubject, ReportedVerdict } from "../report/report.ts";
import { digQuestions } from "../words/commands.ts";
import { presentChain } from "./chain.ts";
import { headline } from "./headline.ts";
import { outcomeOf, signalById } from "./outcome-of.ts";
import { fixPlan } from "./plan/fix-plan.ts";
import { isIdentity, ofProvider } from "./plan/identity.ts";
import { presentOwnership } from "./plan/ownership-view.ts";
import { silentZoneFix } from "./plan/silent-zone.ts";
import { placeOfStep, type Step } from "./plan/step.ts";
import type { Counts, PresentedReport, PresentedVerdict, Row } from "./presented.ts";
import { presentReceivers } from "./receiver.ts";

/**
 * Where a report is read, and in which language its tickets are to be: `TICKET_LANGUAGES` has them. A report that is
 * kept nowhere has an empty id and URL.
 */
interface Reading {
  readonly id: string;
  readonly url: string;
  readonly lang?: string;
}

export function present(report: Report, { lang, ...at }: Reading): PresentedReport {
  const isProviders = ofProvider(report.verdicts);
  const verdicts = report.verdicts.map((verdict) => {
    const { fix, ...presented } = presentVerdict(verdict, report.lookups);
    // What a shared sender's provider sets is nothing for the reader to fix.
    return fix && !isProviders(verdict) ? { ...presented, fix } : presented;
  });
  const rows = report.subjects.flatMap((subject) => rowsOf(subject, verdicts));
  const judged = rows.filter((row) => row.status !== "pending");
  const plan = fixPlan(judged, report.remedies, { at: report.seenAt, url: at.url, ...(lang ? { lang } : {}) });
  const advised = (row: Row): Row => (row.status === "pending" ? row : withAdviceOf(plan, row));
  const receiverRows = presentReceivers(report);
  const receivers = receiverRows.filter((row) => row.action !== "pending");
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
    headline: headline(report, judged, receivers, plan),
    counts: countStatuses(judged),
    plan,
    ownership: report.remedies.map(presentOwnership),
    subjects: report.subjects,
    rows: rows.map(advised),
    verdicts: judged.map((verdict) => withAdviceOf(plan, verdict)),
    chains: report.chains.map((chain) => presentChain(chain, rows)),
    receivers,
    receiverRows,
    lookups: report.lookups,
    sessions: report.sessions,
    leftOut: report.leftOut ?? null,
  };
}

/** Puts the words to one stored verdict. Its signal may be gone or reworded since: permanent codes still have a row. */
export function presentVerdict(
  verdict: ReportedVerdict,
  lookups: readonly Pick<ReportedLookup, "subjects" | "facts">[],
): PresentedVerdict {
  const signal = signalById(verdict.signal);
  const outcome = outcomeOf(verdict);
  const { evidence } = verdict;
  const behind = signal ? factsBehind(signal.needs) : [];
  const fix = outcome?.fix ? say(outcome.fix, evidence) : silentZoneFix(verdict);
  return {
    subject: verdict.subject,
    signal: verdict.signal,
    group: verdict.group,
    title: signal?.title ?? verdict.signal,
    status: verdict.status,
    outcome: verdict.outcome,
    says: outcome ? say(outcome.says, evidence) : text`Judged as ${verdict.outcome} by rules of that day.`,
    why: signal?.why ?? "",
    ...(fix ? { fix } : {}),
    ...(outcome?.whoCares ? { whoCares: say(outcome.whoCares, evidence) } : {}),
    evidence,
    ...(verdict.exhibit ? { exhibit: verdict.exhibit as Exhibit } : {}),
    reproduce: commandsOf(signal, evidence),
    references: signal?.references ?? [],
    lookups: lookups.flatMap((lookup, i) =>
      lookup.subjects.includes(verdict.subject) && behind.some((fact) => lookup.facts.includes(fact)) ? [i] : [],
    ),
  };
}

/**
 * One advice for one thing: a row says what the step of the plan says that mends it, and hands out its record or none.
 * What only follows from another step's work keeps its own words.
 */
function withAdviceOf(plan: readonly Step[], verdict: PresentedVerdict): PresentedVerdict {
  if (!verdict.fix) return verdict;
  const step = plan[placeOfStep(plan, verdict)];
  if (step && step.kind !== "other" && isIdentity(verdict)) {
    const { who, does, copy } = step;
    return { ...verdict, fix: { who, does, ...(copy === undefined ? {} : { copy }) } };
  }
  const { copy, ...fix } = verdict.fix;
  return { ...verdict, fix: copy !== undefined && copy === step?.copy ? { ...fix, copy } : fix };
}

/** Commands that show the same; where a question got no answer, at least that question. */
function commandsOf(signal: Signal | undefined, evidence: Evidence): readonly string[] {
  const own = signal?.reproduce?.(evidence) ?? [];
  return own.length > 0 ? own : digQuestions(evidence.question);
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
