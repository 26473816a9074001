import { type PresentedReport, type PresentedVerdict, type Status, visible } from "../../lib/checks/view.ts";
import { FoldLine, Folds } from "../ui/folded-lines.tsx";
import { countWords } from "../ui/labels.ts";
import { RichText } from "../ui/rich-text.tsx";
import { Section } from "../ui/section.tsx";
import { placeOf, rowAnchor } from "./anchors.ts";
import { WithoutScripts } from "./evidence-fold.tsx";
import { VerdictEvidence } from "./verdict-evidence.tsx";

const FOLDED = ["pass", "info", "skipped", "unknown"] as const satisfies readonly Status[];

interface Props {
  readonly report: PresentedReport;
  readonly full: boolean;
}

/** What is no problem: a line for each status, folded; in it a line for each verdict, folded again. */
export function EverythingElse({ report, full }: Props) {
  const groups = FOLDED.map((status) => ({
    status,
    members: report.verdicts.filter((verdict) => verdict.status === status),
  })).filter(({ members }) => members.length > 0);
  if (groups.length === 0) return null;
  return (
    <Section title="Everything else" mark="folded">
      <Folds>
        {groups.map(({ status, members }) => (
          <FoldLine
            key={status}
            id={placeOf(status)}
            tone={status}
            title={countWords(status, members.length)}
            note={named(members)}
            open={members.some((verdict) => isWanted(report, verdict))}
          >
            <div className="lines">
              {members.map((verdict) => (
                <Line key={rowAnchor(report, verdict)} report={report} verdict={verdict} full={full} />
              ))}
            </div>
            {!full && <WithoutScripts report={report} place={placeOf(status)} />}
          </FoldLine>
        ))}
      </Folds>
    </Section>
  );
}

/** As many as fit a line on any screen. */
const NAMED = 8;
const named = (members: readonly PresentedVerdict[]): string =>
  [...new Set(members.map(({ title }) => title))].slice(0, NAMED).join(", ");

/** The reader came for this signal: `blacklist:203.0.113.7`. */
export const isWanted = (report: PresentedReport, verdict: PresentedVerdict): boolean =>
  report.target.focus === rowAnchor(report, verdict);

/** A line is cut where it is too long; one that lists twenty names need not carry them all. The evidence has them. */
const PARTS = 12;

function Line({ report, verdict, full }: Props & { readonly verdict: PresentedVerdict }) {
  const { signal, status, title, says, subject } = verdict;
  const anchor = rowAnchor(report, verdict);
  const wanted = isWanted(report, verdict);
  return (
    <details
      className="line"
      data-signal={signal}
      data-status={status}
      open={wanted}
      {...(wanted ? { "data-wanted": "" } : {})}
    >
      <summary>
        <b>
          {title}
          {report.subjects.length > 1 && <bdi>{visible(subject)}</bdi>}
        </b>
        <span>
          <RichText>{says.length > PARTS ? [...says.slice(0, PARTS), { prose: "…" }] : says}</RichText>
        </span>
      </summary>
      {/* Led to, a browser unfolds what it is in. */}
      <div id={anchor} data-slot="">
        {(full || wanted) && <VerdictEvidence report={report} verdict={verdict} />}
      </div>
    </details>
  );
}
