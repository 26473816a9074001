import type { PresentedReport, PresentedVerdict } from "../../lib/checks/view.ts";
import { evidencePath, fullReportPath } from "../ui/paths.ts";
import { rowAnchor } from "./anchors.ts";
import { VerdictEvidence } from "./verdict-evidence.tsx";

interface Props {
  readonly report: PresentedReport;
  readonly verdict: PresentedVerdict;
  /** All evidence stands in the page already. */
  readonly full: boolean;
}

/** All that was seen of one verdict, in a fold of its own. */
export function EvidenceFold({ report, verdict, full }: Props) {
  return (
    <details className="mt-1 print:hidden" {...unfoldsFrom(report, rowAnchor(report, verdict), full)}>
      <summary className="link-button inline-block max-md:py-2">
        All evidence<span className="sr-only">: {verdict.title}</span>
      </summary>
      <EvidenceSlot report={report} verdict={verdict} full={full} />
    </details>
  );
}

/** Tells `Unfolding` where the inside of a fold is fetched from. */
export const unfoldsFrom = (report: PresentedReport, row: string, full: boolean) =>
  full ? {} : { "data-evidence": evidencePath(report.id, row) };

/** The inside of a fold: the evidence, or, until it was fetched, the way to the report that has all of it. */
export function EvidenceSlot({ report, verdict, full }: Props) {
  return (
    <Slot report={report} row={rowAnchor(report, verdict)}>
      {full && <VerdictEvidence report={report} verdict={verdict} />}
    </Slot>
  );
}

export function Slot(props: {
  readonly report: PresentedReport;
  readonly row: string;
  readonly children: React.ReactNode;
}) {
  const { report, row, children } = props;
  return (
    <div data-slot="" className="pt-2 text-ink">
      {children || (
        <a href={`${fullReportPath(report.id)}#${row}`} rel="nofollow">
          It is in the full report
        </a>
      )}
    </div>
  );
}
