import type { ReactNode } from "react";
import type { PresentedReport, PresentedVerdict } from "../../lib/checks/view.ts";
import { fullReportPath } from "../ui/paths.ts";
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
    <details className="mt-1 print:hidden">
      <summary className="link-button inline-block max-md:py-2">
        All evidence<span className="sr-only">: {verdict.title}</span>
      </summary>
      <Slot report={report} row={rowAnchor(report, verdict)}>
        {full && <VerdictEvidence report={report} verdict={verdict} />}
      </Slot>
    </details>
  );
}

/** The inside of a fold: what it holds, or, until `Unfolding` has fetched that, the way to the report that has all of it. */
export function Slot(props: { readonly report: PresentedReport; readonly row: string; readonly children: ReactNode }) {
  const { report, row, children } = props;
  return (
    <div data-slot={row} className="pt-2 text-ink">
      {children || <a href={`${fullReportPath(report.id)}#${row}`}>It is in the full report</a>}
    </div>
  );
}

/** Beside many folds without a link of their own: where a reader without scripts finds what they hold. */
export function WithoutScripts({ report, place }: { readonly report: PresentedReport; readonly place: string }) {
  return (
    <p className="hidden py-2 text-sm noscript:block">
      <a href={`${fullReportPath(report.id)}#${place}`}>The full report has all of it</a>
    </p>
  );
}
