import { type PresentedReport, type PresentedVerdict, placeOfStep, visible } from "../../lib/checks/view.ts";
import { evidenceLabel } from "../ui/labels.ts";
import { RichText, Value } from "../ui/rich-text.tsx";
import { Section } from "../ui/section.tsx";
import { rowAnchor, stepAnchor } from "./anchors.ts";
import { EvidenceFold } from "./evidence-fold.tsx";
import { Problem, Problems } from "./problem.tsx";

/** What failed and what receivers mind, the worst first, with what was seen of it. */
export function ReportProblems({ report, full }: { readonly report: PresentedReport; readonly full: boolean }) {
  const found = (["fail", "warn"] as const).flatMap((status) =>
    report.verdicts.filter((verdict) => verdict.status === status),
  );
  if (found.length === 0) return null;
  return (
    <Section title="Problems" id="problems">
      <Problems>
        {found.map((verdict) => (
          <One key={rowAnchor(report, verdict)} report={report} verdict={verdict} full={full} />
        ))}
      </Problems>
    </Section>
  );
}

interface Props {
  readonly report: PresentedReport;
  readonly verdict: PresentedVerdict;
  readonly full: boolean;
}

function One({ report, verdict, full }: Props) {
  const { signal, subject, status, title, says, whoCares, why } = verdict;
  const step = placeOfStep(report.plan, verdict);
  const several = report.subjects.length > 1;
  return (
    <Problem
      id={rowAnchor(report, verdict)}
      signal={signal}
      status={status}
      title={title}
      {...(several ? { about: visible(subject) } : {})}
      says={<RichText>{says}</RichText>}
      links={
        <>
          {step >= 0 && <a href={`#${stepAnchor(step)}`}>Fixed by step {step + 1}</a>}
          <a href={`/signals/${signal}`}>
            About this signal<span className="sr-only">: {title}</span>
          </a>
        </>
      }
    >
      <p>{whoCares ? <RichText>{whoCares}</RichText> : why}</p>
      <BriefEvidence verdict={verdict} />
      <EvidenceFold report={report} verdict={verdict} full={full} />
    </Problem>
  );
}

/** As much of the evidence as a reader takes in at a glance; the fold has all of it. */
const BRIEF = 3;
/** What the sentence above says already. */
const KNOWN: readonly string[] = ["address", "origin", "type", "proposed"];

function BriefEvidence({ verdict: { evidence } }: { readonly verdict: PresentedVerdict }) {
  const entries = Object.entries(evidence).filter(([key, values]) => values.length > 0 && !KNOWN.includes(key));
  if (entries.length === 0) return null;
  return (
    <dl className="mt-0.5 flex flex-wrap gap-x-5 text-ink max-md:block">
      {entries.slice(0, BRIEF).map(([key, [first = "", ...more]]) => (
        <div key={key} className="flex min-w-0 gap-1.5">
          <dt className="flex-none text-ink-3">{evidenceLabel(key)}</dt>
          <dd className="min-w-0">
            <Value max={90}>{first}</Value>
            {more.length > 0 && ` and ${more.length} more`}
          </dd>
        </div>
      ))}
    </dl>
  );
}
