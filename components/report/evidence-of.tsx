import type { PresentedReceiver, PresentedReport, PresentedVerdict } from "../../lib/checks/view.ts";
import { receiverAnchor } from "../receivers/receiver-anchor.ts";
import { ReceiverRule } from "../receivers/receiver-rule.tsx";
import { rowAnchor } from "./anchors.ts";
import { Slot } from "./evidence-fold.tsx";
import { AllLookups, AllSessions, LOOKUPS, SESSIONS } from "./evidence-section.tsx";
import { VerdictEvidence } from "./verdict-evidence.tsx";

interface Props {
  readonly report: PresentedReport;
  readonly row: string;
}

/** Whether a report has a fold of this name with something in it. */
export const hasEvidence = ({ report, row }: Props): boolean =>
  (row === LOOKUPS && report.lookups.length > 0) ||
  (row === SESSIONS && report.sessions.length > 0) ||
  verdictOf({ report, row }) !== undefined ||
  receiverOf({ report, row }) !== undefined;

/** What one fold of a report holds, as it is fetched. */
export function EvidenceOf({ report, row }: Props) {
  const verdict = verdictOf({ report, row });
  const receiver = receiverOf({ report, row });
  return (
    <Slot report={report} row={row}>
      {row === LOOKUPS && <AllLookups report={report} />}
      {row === SESSIONS && <AllSessions sessions={report.sessions} />}
      {verdict && <VerdictEvidence report={report} verdict={verdict} />}
      {receiver && <ReceiverRule row={receiver} />}
    </Slot>
  );
}

const verdictOf = ({ report, row }: Props): PresentedVerdict | undefined =>
  report.verdicts.find((verdict) => rowAnchor(report, verdict) === row);

const receiverOf = ({ report, row }: Props): PresentedReceiver | undefined =>
  report.receivers.find((receiver) => receiverAnchor(report, receiver) === row);
