import type { Evidence } from "../../facts/evidence.ts";
import type { SendingDomain } from "../../facts/sender.ts";
import type { SpfEvaluation, SpfProblemCode, SpfRecordNode } from "../../facts/spf.ts";
import { readable } from "../../net/octets.ts";

/** What the verdicts on SPF evaluations share: when a result may be relied on, and what to show of it. */

/** Unanswered questions a verdict would rest on; undefined where it rests on none. */
export function openQuestions({ result, problem, unsettled }: SpfEvaluation) {
  if (result === "temperror") return problem?.lookup ? [problem.lookup] : [];
  return unsettled.length > 0 ? unsettled : undefined;
}

/** Permerrors that reading the records alone shows: `spf-record` has them. */
const RECORD_FAULTS: readonly SpfProblemCode[] = [
  "several-records",
  "syntax",
  "include-none",
  "redirect-none",
  "too-many-lookups",
  "too-many-mx",
];
export const isRecordFault = ({ problem }: SpfEvaluation): boolean =>
  problem !== undefined && !problem.dynamic && RECORD_FAULTS.includes(problem.code);

/** The record on the way to the one concerned that somebody can edit: names that macros make exist for one message. */
function editable(node: SpfRecordNode, domain: string): string {
  const next = node.terms.find(({ record }) => record && leadsTo(record, domain));
  return !next?.record || next.text.includes("%") ? node.domain : editable(next.record, domain);
}
const leadsTo = (node: SpfRecordNode, domain: string): boolean =>
  node.domain === domain || node.terms.some(({ record }) => record !== undefined && leadsTo(record, domain));

export function senderEvidence(sender: Exclude<SendingDomain, { domain: undefined }>): Evidence {
  return {
    domain: [sender.domain],
    origin: [sender.origin],
    ...(sender.origin === "ptr" ? { ptr: [sender.name] } : {}),
  };
}

export function evaluationEvidence({
  address,
  result,
  path,
  lookups,
  voids,
  problem,
  macros,
  root,
}: SpfEvaluation): Evidence {
  const included = path.flatMap((term) => /^\+?(?:include:|redirect=)([a-z0-9._-]+)$/i.exec(term)?.[1] ?? []);
  return {
    address: [address],
    result: [result],
    path: path.map(readable),
    lookups: [String(lookups)],
    voids: [String(voids)],
    ...(root.text === undefined ? {} : { record: [readable(root.text)] }),
    ...(included.length > 0 ? { included } : {}),
    ...(problem ? { problem: [problem.code], problemDomain: [problem.domain] } : {}),
    ...(problem?.dynamic ? { editable: [editable(root, problem.domain)] } : {}),
    ...(problem?.term ? { problemTerm: [readable(problem.term)] } : {}),
    ...(macros.some((letter) => letter === "l" || letter === "s") ? { localPart: ["postmaster"] } : {}),
  };
}
