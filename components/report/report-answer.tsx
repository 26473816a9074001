import { firstSentence, type PresentedReport, type Status, type Text } from "../../lib/checks/view.ts";
import { RichText } from "../ui/rich-text.tsx";
import { Tally } from "../ui/tally.tsx";
import { placeOf } from "./anchors.ts";
import { Answer } from "./answer.tsx";
import { type Term, termsIn } from "./glossary.ts";

/** The fact, what follows from it, and how much there is of each status; while it runs, how far it is. */
export function ReportAnswer({ report }: { readonly report: PresentedReport }) {
  const { headline, counts, state } = report;
  const running = state === "running";
  return (
    <Answer
      tone={running && headline.status === "info" ? "pending" : headline.status}
      title={<RichText>{headline.says}</RichText>}
      waiting={running}
      terms={running ? [] : termsOf(report)}
      foot={
        running ? (
          <Progress report={report} />
        ) : (
          <Tally counts={counts} hrefOf={(status: Status) => `#${placeOf(status)}`} />
        )
      }
    >
      <RichText>{headline.because}</RichText>
    </Answer>
  );
}

/** The words that somebody has to know to read the answer, and then the first step. */
function termsOf({ headline: { says, because }, plan: [step] }: PresentedReport): readonly Term[] {
  return termsIn([says, because, step ? firstSentence(step.does).first : []].map(ourWords).join(" "));
}

/** Without the values: a host may be called resolver.example.com. */
const ourWords = (text: Text): string => text.map((part) => ("prose" in part ? part.prose : "…")).join("");

function Progress({ report: { rows, verdicts } }: { readonly report: PresentedReport }) {
  return (
    <p className="progress flex min-h-6 items-center gap-3 text-sm tabular-nums">
      <progress
        className="h-1.5 flex-1 appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-brass [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-brass"
        max={Math.max(1, rows.length)}
        value={verdicts.length}
        aria-label="Signals judged"
      />
      <span>{rows.length > 0 ? `${verdicts.length} of ${rows.length} judged` : "finding its addresses"}</span>
    </p>
  );
}
