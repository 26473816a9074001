import type { PresentedReport, PresentedVerdict } from "../../lib/checks/view.ts";
import { rowAnchor } from "./anchors.ts";
import { EvidenceSlot, Slot } from "./evidence-fold.tsx";
import { AllLookups, AllSessions, LOOKUPS, SESSIONS } from "./evidence-section.tsx";

/** Whether a report has a row of this fragment with something to show. */
export const hasEvidence = (report: PresentedReport, row: string): boolean =>
  (row === LOOKUPS && report.lookups.length > 0) ||
  (row === SESSIONS && report.sessions.length > 0) ||
  verdictOf(report, row) !== undefined;

/** What one fold of a report holds, as it is fetched. */
export function EvidenceOf({ report, row }: { readonly report: PresentedReport; readonly row: string }) {
  const verdict = verdictOf(report, row);
  if (verdict) return <EvidenceSlot report={report} verdict={verdict} full />;
  return (
    <Slot report={report} row={row}>
      {row === LOOKUPS ? <AllLookups report={report} /> : <AllSessions sessions={report.sessions} />}
    </Slot>
  );
}

const verdictOf = (report: PresentedReport, row: string): PresentedVerdict | undefined =>
  report.verdicts.find((verdict) => rowAnchor(report, verdict) === row);
