import type { PresentedReport } from "../../lib/checks/view.ts";
import { IdentityChain } from "../chain/identity-chain.tsx";
import { FixPlan } from "../plan/fix-plan.tsx";
import { Receivers } from "../receivers/receivers.tsx";
import { ContextCard } from "./context-card.tsx";
import { Ending, LeftOut } from "./ending.tsx";
import { HeadlineCard } from "./headline-card.tsx";
import { ReportFooter } from "./report-footer.tsx";
import { ReportHead } from "./report-head.tsx";
import { ResolverNotice } from "./resolver-notice.tsx";
import { Scorecard } from "./scorecard.tsx";
import { Sessions } from "./sessions.tsx";
import { SubjectSummary } from "./subject-summary.tsx";

/** One report, running or frozen: the same parts in the same places. */
export function ReportView(props: {
  readonly report: PresentedReport;
  /** When it will be gone (ISO 8601); undefined where reports stay. */
  readonly keptUntil?: string | undefined;
}) {
  const { report, keptUntil } = props;
  return (
    <>
      <ReportHead report={report} />
      <Ending ended={report.ended} />
      <LeftOut report={report} />
      <ResolverNotice vantage={report.vantage} />
      <ContextCard report={report} />
      <HeadlineCard report={report} />
      <SubjectSummary report={report} />
      <Chains report={report} />
      <Receivers report={report} />
      {report.subjects.map((subject) => (
        <Scorecard key={subject.id} report={report} subject={subject} />
      ))}
      <FixPlan report={report} />
      <Sessions sessions={report.sessions} />
      {report.state === "done" && <ReportFooter report={report} keptUntil={keptUntil} />}
    </>
  );
}

/** As many drawings as say something side by side. */
const DRAWN = 3;

function Chains({ report }: { readonly report: PresentedReport }) {
  const chains = report.subjects.flatMap(({ id, address }) =>
    address
      ? [
          <IdentityChain
            key={id}
            address={address}
            chain={report.chains.find(({ subject }) => subject === id)}
            running={report.state === "running"}
          />,
        ]
      : [],
  );
  if (chains.length === 0) return null;
  return (
    <section className="chains">
      <h2 className="label">Identity chain</h2>
      {chains.slice(0, DRAWN)}
      {chains.length > DRAWN && (
        <details className="more-chains">
          <summary className="button">{chains.length - DRAWN} more</summary>
          {chains.slice(DRAWN)}
        </details>
      )}
    </section>
  );
}
