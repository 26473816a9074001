import {
  type Comparison,
  type FactPair,
  type PresentedReport,
  type PresentedVerdict,
  reportTitle,
  type Turn,
  type VerdictPair,
  visible,
} from "../../lib/checks/view.ts";
import { StatusBadge } from "../ui/badge.tsx";
import { Icon } from "../ui/icon.tsx";
import { each } from "../ui/in-place.tsx";
import { counted, countedStatuses, evidenceLabel } from "../ui/labels.ts";
import { reportPath } from "../ui/paths.ts";
import { RichText, Value } from "../ui/rich-text.tsx";
import { utc } from "../ui/time.ts";

interface Props {
  readonly before: PresentedReport;
  readonly after: PresentedReport;
  readonly comparison: Comparison;
}

/** Two reports side by side: what changed in the verdicts, then in the facts, then what stayed. */
export function ComparisonView({ before, after, comparison }: Props) {
  const { changed, notKnown, otherEvidence, same, facts, unanswered, oneSided } = comparison;
  const { sameFacts, sameTarget, sameRules } = comparison;
  return (
    <article className="comparison grid gap-3">
      <h1>
        What changed at <bdi>{visible(reportTitle(after))}</bdi>
      </h1>
      {!sameTarget && (
        <p className="rounded-md border border-line-2 bg-brass-bg px-4 py-2 text-sm">
          These reports have different targets or options: a difference need not be a change.
        </p>
      )}
      {!sameRules && (
        <p className="rounded-md border border-line-2 bg-brass-bg px-4 py-2 text-sm">
          They were judged by the rules of {before.rulesVersion} and of {after.rulesVersion}: a verdict may differ
          because a rule did.
        </p>
      )}
      <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
        <Side label="Before" report={before} />
        <Side label="After" report={after} />
      </div>

      <h2 className="mt-4">
        {changed.length === 0 ? "No verdict changed" : counted(changed.length, "changed verdict")}
      </h2>
      {changed.length > 0 && (
        <ul className="card lines *:px-5 *:py-3 max-md:*:px-4">
          {changed.map((pair) => (
            <Change key={`${pair.subject} ${pair.signal}`} pair={pair} turn={pair.turn} many={several(before, after)} />
          ))}
        </ul>
      )}
      <h2 className="mt-4">{facts.length === 0 ? "No answer changed" : counted(facts.length, "changed answer")}</h2>
      <Facts facts={facts} />
      {notKnown.length + unanswered.length > 0 && (
        <details className="*:not-first:mt-2">
          <summary className="button max-w-full whitespace-normal">
            Not known whether it changed: {counted(notKnown.length, "verdict")}, {counted(unanswered.length, "answer")}
          </summary>
          <p className="text-sm text-ink-2">Could not be checked in one of the two reports.</p>
          {notKnown.length > 0 && (
            <ul className="card lines *:px-5 *:py-3 max-md:*:px-4">
              {notKnown.map((pair) => (
                <Change key={`${pair.subject} ${pair.signal}`} pair={pair} many={several(before, after)} />
              ))}
            </ul>
          )}
          <Facts facts={unanswered} />
        </details>
      )}
      {otherEvidence.length > 0 && (
        <details className="*:not-first:mt-2">
          <summary className="button max-w-full whitespace-normal">
            Same result, other values: {counted(otherEvidence.length, "verdict")} with other values
          </summary>
          <ul className="card lines *:px-5 *:py-3 max-md:*:px-4">
            {otherEvidence.map((pair) => (
              <OtherEvidence key={`${pair.subject} ${pair.signal}`} pair={pair} many={several(before, after)} />
            ))}
          </ul>
        </details>
      )}
      {oneSided.length > 0 && (
        <details className="*:not-first:mt-2">
          <summary className="button max-w-full whitespace-normal">
            {counted(oneSided.length, "question")} asked in one of the two only
          </summary>
          <Facts facts={oneSided} />
        </details>
      )}
      <details className="*:not-first:mt-2">
        <summary className="button max-w-full whitespace-normal">
          Stayed the same: {counted(same.length, "verdict")}, {counted(sameFacts, "answer")}
        </summary>
        <ul className="card lines *:px-5 *:py-3 max-md:*:px-4">
          {same.map(({ subject, signal, title, after: verdict }) => (
            <li
              key={`${subject} ${signal}`}
              className="grid grid-cols-[112px_minmax(0,1fr)] items-center gap-4 text-sm max-md:grid-cols-1 max-md:gap-1"
            >
              {verdict && <StatusBadge status={verdict.status} />}
              <Name title={title} subject={subject} many={several(before, after)} />
            </li>
          ))}
        </ul>
      </details>
    </article>
  );
}

function Side({ label, report }: { readonly label: string; readonly report: PresentedReport }) {
  const { headline, counts, seenAt, id } = report;
  return (
    <section className={`card border-l-4 border-l-(--tone) px-5 py-4 ${headline.status}`}>
      <h2 className="text-base">
        <span className="text-ink-2">{label}</span>{" "}
        <a href={reportPath(id)}>
          <time dateTime={seenAt}>{utc(seenAt)}</time>
        </a>
      </h2>
      <p className="my-1 font-mono text-sm text-ink-2">
        <bdi>{visible(reportTitle(report))}</bdi>
      </p>
      <p>
        <RichText>{headline.says}</RichText>
      </p>
      <ul className="mt-3 flex flex-wrap gap-2" aria-label="Signals by status">
        {countedStatuses(counts).map(({ status, words }) => (
          <li key={status}>
            <StatusBadge status={status}>{words}</StatusBadge>
          </li>
        ))}
      </ul>
    </section>
  );
}

const TURN_WORDS: Readonly<Record<Turn, string>> = {
  worse: "Worse",
  better: "Better",
  other: "Changed",
  appeared: "New",
  gone: "No longer judged",
};

const TURN_TONES: Readonly<Record<Turn, string>> = {
  worse: "text-fail",
  better: "text-pass",
  other: "text-ink-2",
  appeared: "text-ink-2",
  gone: "text-ink-2",
};
/** Before, an arrow, after; one below the other on a phone. */
const CHANGE = "grid grid-cols-[minmax(0,1fr)_16px_minmax(0,1fr)] items-start gap-x-4 gap-y-2 max-md:grid-cols-1";

/** A pair without a turn is one of which it is not known whether it changed. */
function Change(props: { readonly pair: VerdictPair; readonly turn?: Turn; readonly many: boolean }) {
  const { turn, many } = props;
  const { title, subject, before, after } = props.pair;
  return (
    <li className={`change ${turn ?? "unknown"} ${CHANGE}`}>
      <h3 className="col-span-full flex flex-wrap items-baseline gap-x-2.5 gap-y-1 text-base">
        <Name title={title} subject={subject} many={many} />{" "}
        {turn && <span className={`text-xs ${TURN_TONES[turn]}`}>{TURN_WORDS[turn]}</span>}
      </h3>
      <Was verdict={before} />
      <Icon name="open" />
      <Was verdict={after} />
    </li>
  );
}

function Was({ verdict }: { readonly verdict: PresentedVerdict | undefined }) {
  if (!verdict) return <div className="text-sm text-ink-2">Not judged</div>;
  return (
    <div className="min-w-0 text-sm text-ink-2">
      <StatusBadge status={verdict.status} />
      <p>
        <RichText>{verdict.says}</RichText>
      </p>
    </div>
  );
}

function OtherEvidence({ pair, many }: { readonly pair: VerdictPair; readonly many: boolean }) {
  const { title, subject, before, after } = pair;
  const keys = [...new Set([...Object.keys(before?.evidence ?? {}), ...Object.keys(after?.evidence ?? {})])];
  const values = (verdict: PresentedVerdict | undefined, key: string) => verdict?.evidence[key] ?? [];
  const moved = keys.filter((key) => values(before, key).join("\n") !== values(after, key).join("\n"));
  return (
    <li className={`change ${CHANGE}`}>
      <h3 className="col-span-full flex flex-wrap items-baseline gap-x-2.5 gap-y-1 text-base">
        {after && <StatusBadge status={after.status} />} <Name title={title} subject={subject} many={many} />
      </h3>
      {[before, after].map((verdict, place) => (
        <dl
          key={place === 0 ? "before" : "after"}
          className={`min-w-0 text-sm text-ink-2 ${place === 1 ? "col-start-3 max-md:col-start-1" : ""}`}
        >
          {moved.map((key) => (
            <div key={key}>
              <dt className="text-xs text-ink-3">{evidenceLabel(key)}</dt>
              <dd>
                <Values values={values(verdict, key)} />
              </dd>
            </div>
          ))}
        </dl>
      ))}
    </li>
  );
}

function Name(props: { readonly title: string; readonly subject: string; readonly many: boolean }) {
  const { title, subject, many } = props;
  return (
    <span>
      {title}
      {many && (
        <>
          {" "}
          <small className="font-mono text-sm font-normal text-ink-2">
            <bdi>{visible(subject)}</bdi>
          </small>
        </>
      )}
    </span>
  );
}

/** As many answers as a reader looks through; the JSON of both reports has the rest. */
const MAX_FACTS = 60;

function Facts({ facts }: { readonly facts: readonly FactPair[] }) {
  if (facts.length === 0) return null;
  const hidden = facts.length - MAX_FACTS;
  return (
    <>
      <ul className="card lines *:px-5 *:py-3 max-md:*:px-4">
        {facts.slice(0, MAX_FACTS).map(({ what, before, after }) => (
          <li key={what} className={`change fact ${CHANGE}`}>
            <h3 className="col-span-full flex flex-wrap items-baseline gap-x-2.5 gap-y-1 text-base">
              <Value>{what}</Value>
            </h3>
            <div className="min-w-0 text-sm text-ink-2">
              {before ? <Values values={before} /> : <span className="text-ink-2">not asked</span>}
            </div>
            <Icon name="open" />
            <div className="min-w-0 text-sm text-ink-2">
              {after ? <Values values={after} /> : <span className="text-ink-2">not asked</span>}
            </div>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className="text-ink-2">{hidden} more are in the two reports.</p>}
    </>
  );
}

const MAX_VALUES = 12;

function Values({ values }: { readonly values: readonly string[] }) {
  if (values.length === 0) return <span className="text-ink-2">none</span>;
  return (
    <>
      {each(values.slice(0, MAX_VALUES), (value) => (
        <div>
          <Value>{value}</Value>
        </div>
      ))}
      {values.length > MAX_VALUES && <div className="text-ink-2">and {values.length - MAX_VALUES} more</div>}
    </>
  );
}

const several = (before: PresentedReport, after: PresentedReport): boolean =>
  before.subjects.length > 1 || after.subjects.length > 1;
