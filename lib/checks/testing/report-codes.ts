import type { KnownName } from "../findings/findings.ts";
import { gatherers } from "../gather/index.ts";
import { receivers } from "../receivers/index.ts";
import { type Report, reportSchema } from "../report/report.ts";
import { signals } from "../signals/index.ts";

/** What nobody gathers: a subject brings it along, or it is derived. */
const SEEDS: readonly string[] = ["address", "host", "claims", "asked", "sender", "senderNames"] satisfies KnownName[];

/**
 * What a report made by hand says in codes that the registry does not have, or has with another meaning: signals, their
 * groups, outcomes and statuses, receivers, their rules and actions, facts, subjects.
 */
export function unknownCodes(report: Report): string[] {
  const subjects = new Set(report.subjects.map(({ id }) => id));
  const facts = new Set([...Object.keys(gatherers), ...SEEDS]);
  const isSubject = (id: string) => (subjects.has(id) ? [] : [`no subject ${id}`]);

  return [
    ...(reportSchema.safeParse(report).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? []),
    ...report.subjects.flatMap(({ signals: all }) => all.filter((id) => !signalOf(id)).map((id) => `no signal ${id}`)),
    ...report.verdicts.flatMap((verdict) => [...isSubject(verdict.subject), ...verdictTrouble(verdict)]),
    ...report.receivers.flatMap((outlook) => [...isSubject(outlook.subject), ...outlookTrouble(outlook)]),
    ...[...report.chains, ...report.remedies].flatMap(({ subject }) => isSubject(subject)),
    ...report.lookups.flatMap((lookup) => [
      ...lookup.subjects.flatMap(isSubject),
      ...lookup.facts.filter((fact) => !facts.has(fact)).map((fact) => `no fact ${fact}`),
    ]),
  ];
}

const signalOf = (id: string) => signals.find((signal) => signal.id === id);

function verdictTrouble({ signal: id, group, status, outcome }: Report["verdicts"][number]): string[] {
  const signal = signalOf(id);
  if (!signal) return [`no signal ${id}`];
  const known = signal.outcomes[outcome];
  return [
    ...(signal.group === group ? [] : [`${id} is of the group ${signal.group}, not ${group}`]),
    ...(known ? [] : [`${id} has no outcome ${outcome}`]),
    ...(known && known.status !== status ? [`${id} ${outcome} is ${known.status}, not ${status}`] : []),
  ];
}

function outlookTrouble({ receiver: id, rule: code, action, confidence }: Report["receivers"][number]): string[] {
  const rule = receivers.find((receiver) => receiver.id === id)?.rules[code];
  if (!rule) return [`${id} has no rule ${code}`];
  return rule.action === action && rule.confidence === confidence ? [] : [`${id} ${code} is ${rule.action}`];
}
