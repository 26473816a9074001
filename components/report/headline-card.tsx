import { type PresentedReport, plain } from "../../lib/checks/view.ts";
import { StatusBadge } from "../ui/badge.tsx";
import { countedStatuses } from "../ui/labels.ts";
import { partyName } from "../ui/party.tsx";
import { RichText, Value } from "../ui/rich-text.tsx";
import { stepAnchor, ticketAnchor } from "./anchors.ts";

/** As many fixes as a reader does in one go; the fix plan below has them all. */
const FIRST = 4;

/** What is wrong, why it matters, and what to do about it, in order. */
export function HeadlineCard({ report }: { readonly report: PresentedReport }) {
  const { headline, counts } = report;
  return (
    <section className={`headline ${headline.status}`} aria-label="Summary">
      <div className="sentence">
        {/* A sentence that changes is another one: its pieces do not wander about. */}
        <h2 key={plain(headline.says)}>
          <RichText>{headline.says}</RichText>
        </h2>
        <p key={plain(headline.because)}>
          <RichText>{headline.because}</RichText>
        </p>
        <ul className="counts" aria-label="Signals by status">
          {countedStatuses(counts).map(({ status, words }) => (
            <li key={status} className={`of-${status}`}>
              <StatusBadge status={status}>{words}</StatusBadge>
            </li>
          ))}
        </ul>
      </div>
      <Fixes report={report} />
    </section>
  );
}

/** What could not be checked may well need mending. */
const nothing = (open: number): string =>
  open === 0
    ? "Nothing to fix."
    : `Nothing found to fix, but ${open === 1 ? "one point" : `${open} points`} could not be checked.`;

function Fixes({ report }: { readonly report: PresentedReport }) {
  const { plan, subjects, state, counts } = report;
  const many = subjects.length > 1;
  if (state === "running" || plan.length === 0)
    return (
      <div className="fixes">
        <h3 className="label">Fix first</h3>
        <p className="quiet">{state === "running" ? soFar(plan.length) : nothing(counts.unknown)}</p>
      </div>
    );
  return (
    <div className="fixes">
      <h3 className="label">Fix first</h3>
      <ol>
        {plan.slice(0, FIRST).map((step, i) => (
          <li key={stepAnchor(i)}>
            <div>
              <b>{partyName(step.who)}:</b> <RichText>{step.does}</RichText>{" "}
              {many && (
                <>
                  (<Value>{step.subject}</Value>){" "}
                </>
              )}
              <a href={`#${stepAnchor(i)}`} aria-label={`How: step ${i + 1}`}>
                how
              </a>
              {step.ticket && (
                <>
                  {" · "}
                  <a href={`#${ticketAnchor(i)}`}>ticket text to send</a>
                </>
              )}
            </div>
          </li>
        ))}
      </ol>
      {plan.length > FIRST && (
        <p className="quiet">
          {plan.length - FIRST} more in the <a href={`#${stepAnchor(FIRST)}`}>fix plan</a>.
        </p>
      )}
    </div>
  );
}

/** In which order things have to be done is known once everything is. */
const soFar = (fixes: number): string =>
  fixes === 0
    ? "Nothing so far."
    : `${fixes === 1 ? "One thing" : `${fixes} things`} so far; put in order once everything is judged.`;
