import type { PresentedReport } from "../../lib/checks/view.ts";
import { IdentityChains } from "../chain/identity-chains.tsx";
import { FixPlan } from "../plan/fix-plan.tsx";
import { Receivers } from "../receivers/receivers.tsx";
import { evidencePath } from "../ui/paths.ts";
import { ContextCard } from "./context-card.tsx";
import { Ending, LeftOut, ResolverFaults } from "./ending.tsx";
import { EverythingElse } from "./everything-else.tsx";
import { EvidenceSection } from "./evidence-section.tsx";
import { ReportProblems } from "./problems.tsx";
import { ReportAnswer } from "./report-answer.tsx";
import { ReportFooter } from "./report-footer.tsx";
import { ReportHead } from "./report-head.tsx";
import { RunningList } from "./running-list.tsx";
import { ServersTable } from "./servers-table.tsx";

/**
 * One report. Its head is the same while the check runs and after. What stands below is a list that fills in place, and
 * then, all at once, the report as everybody else will see it: nothing of the one is moved to become the other.
 */
export function ReportView(props: {
  readonly report: PresentedReport;
  /** When it will be gone (ISO 8601); undefined where reports stay. */
  readonly keptUntil?: string | undefined;
  /** With all evidence in the page, for readers without scripts and for those who save it. */
  readonly full?: boolean;
}) {
  const { report, keptUntil, full = false } = props;
  return (
    <>
      <ReportHead report={report} />
      {report.state === "running" ? (
        <Running key="running" report={report} />
      ) : (
        <Finished key="done" report={report} keptUntil={keptUntil} full={full} />
      )}
    </>
  );
}

function Running({ report }: { readonly report: PresentedReport }) {
  return (
    <>
      <ResolverFaults vantage={report.vantage} />
      <ContextCard report={report} />
      <ReportAnswer report={report} />
      <RunningList report={report} />
      <page-folds hidden />
    </>
  );
}

function Finished(props: {
  readonly report: PresentedReport;
  readonly keptUntil: string | undefined;
  readonly full: boolean;
}) {
  const { report, keptUntil, full } = props;
  return (
    <div {...(full ? {} : { "data-evidence": evidencePath(report.id, "") })}>
      <Ending ended={report.ended} />
      <LeftOut report={report} />
      <ResolverFaults vantage={report.vantage} />
      <ContextCard report={report} />
      <ReportAnswer report={report} />
      <FixPlan report={report} />
      <ServersTable report={report} />
      <IdentityChains report={report} />
      <ReportProblems report={report} full={full} />
      <Receivers report={report} full={full} />
      <EverythingElse report={report} full={full} />
      <EvidenceSection report={report} full={full} />
      <ReportFooter report={report} keptUntil={keptUntil} />
      <page-folds hidden />
    </div>
  );
}
