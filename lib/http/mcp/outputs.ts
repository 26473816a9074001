import {
  countsJson,
  type PresentedReceiver,
  type PresentedReport,
  type PresentedVerdict,
  type Step,
  whoActs,
} from "../../checks/index.ts";
import { causeWords } from "../../inbound/explain.ts";
import type { Pasted } from "../../inbound/read-pasted.ts";
import { readingJson } from "../api/reading-json.ts";
import { marked, NOTICE, unmarked, unmarkedIn, unmarkedLines } from "./marked.ts";
import type { BounceOutput, ReportOutput } from "./schemas.ts";

/** A report as a tool gives it: the sentences, the plan, and what was seen where something is wrong or unknown. */
export function reportOutputOf(report: PresentedReport, deleteToken?: string): ReportOutput {
  const { id, url, path, state, ended, seenAt, headline, counts, plan, verdicts, receivers } = report;
  const ticket = plan.find((step) => step.ticket)?.ticket;
  return {
    id,
    url,
    path: unmarked(path),
    state,
    ...(ended ? { ended } : {}),
    seenAt,
    headline: { status: headline.status, says: marked(headline.says), because: marked(headline.because) },
    counts: countsJson(counts),
    plan: plan.map(stepOf),
    ...(ticket ? { ticket: { subject: unmarkedLines(ticket.subject), body: unmarkedLines(ticket.body) } } : {}),
    verdicts: verdicts.map(verdictOf),
    receivers: receivers.map(receiverOf),
    ...(deleteToken ? { deleteToken } : {}),
  };
}

/** Statuses whose evidence somebody will ask for. */
const OPEN = new Set<PresentedVerdict["status"]>(["fail", "warn", "unknown"]);

const verdictOf = (one: PresentedVerdict): ReportOutput["verdicts"][number] => ({
  subject: unmarkedIn(one.subject),
  signal: one.signal,
  title: one.title,
  status: one.status,
  outcome: one.outcome,
  says: marked(one.says),
  ...(one.whoCares ? { whoCares: marked(one.whoCares) } : {}),
  ...(OPEN.has(one.status) ? { evidence: evidenceOf(one.evidence) } : {}),
});

/** As many values of one kind as an answer repeats. */
const MAX_VALUES = 20;

const evidenceOf = (evidence: PresentedVerdict["evidence"]): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(evidence).map(([label, values]) => [label, unmarkedIn(values.slice(0, MAX_VALUES))]),
  );

const stepOf = (step: Step): ReportOutput["plan"][number] => ({
  subject: unmarkedIn(step.subject),
  signal: step.signal,
  status: step.status,
  who: marked(whoActs(step)),
  does: marked(step.does),
  ...(step.copy ? { copy: unmarkedLines(step.copy) } : {}),
  prove: step.prove.map(unmarkedLines),
});

const receiverOf = (one: PresentedReceiver): ReportOutput["receivers"][number] => ({
  subject: unmarkedIn(one.subject),
  receiver: one.receiver,
  name: one.name,
  action: one.action,
  says: marked(one.says),
  ...(one.reply ? { reply: unmarkedLines(one.reply) } : {}),
});

/** A pasted text as a tool gives it. */
export function bounceOutputOf(pasted: Pasted, report?: ReportOutput): BounceOutput {
  const { context } = pasted;
  const read = readingJson(pasted);
  const shared = { notice: NOTICE, kind: read.kind, reading: unmarkedIn(read.reading) as BounceOutput["reading"] };
  const checked = report ? { report } : {};
  if (read.kind === "headers") return { ...shared, ...checked };
  const { said, means, who, next, link } = causeWords(context);
  const { outcomes, chosen, explanation, readings, unread } = read;
  return {
    ...shared,
    explanation: {
      said: marked(said),
      means: marked(means),
      who: who ?? "",
      ...(next ? { next: marked(next) } : {}),
      ...(link ? { link: { title: link.title, url: link.url } } : {}),
      codes: explanation.codes.map(({ code, means: says }) => ({ code, means: says })),
    },
    ...(outcomes && chosen !== undefined ? { outcomes: unmarkedIn(outcomes) as BounceOutput["outcomes"], chosen } : {}),
    readings: unmarkedIn(readings) as BounceOutput["readings"],
    unread,
    ...checked,
  };
}
