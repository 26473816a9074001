import {
  type Comparison,
  type FactPair,
  type PresentedReport,
  type PresentedVerdict,
  reportTitle,
  type Turn,
  type VerdictChange,
  type VerdictPair,
  visible,
} from "../../lib/checks/view.ts";
import { StatusBadge } from "../ui/badge.tsx";
import { Icon } from "../ui/icon.tsx";
import { each } from "../ui/in-place.tsx";
import { countedStatuses, evidenceLabel } from "../ui/labels.ts";
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
  const { changed, otherEvidence, same, facts, oneSided, sameFacts, sameTarget, sameRules } = comparison;
  return (
    <article className="comparison">
      <h1>
        What changed at <bdi>{visible(reportTitle(after))}</bdi>
      </h1>
      {!sameTarget && (
        <p className="notice">These reports have different targets or options: a difference need not be a change.</p>
      )}
      {!sameRules && (
        <p className="notice">
          They were judged by the rules of {before.rulesVersion} and of {after.rulesVersion}: a verdict may differ
          because a rule did.
        </p>
      )}
      <div className="sides">
        <Side label="Before" report={before} />
        <Side label="After" report={after} />
      </div>

      <h2 className="label">
        {changed.length === 0 ? "No verdict changed" : counted(changed.length, "changed verdict")}
      </h2>
      {changed.length > 0 && (
        <ul className="card changes">
          {changed.map((change) => (
            <Change key={`${change.subject} ${change.signal}`} change={change} many={several(before, after)} />
          ))}
        </ul>
      )}
      <h2 className="label">{facts.length === 0 ? "No answer changed" : counted(facts.length, "changed answer")}</h2>
      <Facts facts={facts} />
      {otherEvidence.length > 0 && (
        <details className="folded">
          <summary className="button max-w-full whitespace-normal">
            Same result, other values: {counted(otherEvidence.length, "verdict")} with other values
          </summary>
          <ul className="card changes">
            {otherEvidence.map((pair) => (
              <OtherEvidence key={`${pair.subject} ${pair.signal}`} pair={pair} many={several(before, after)} />
            ))}
          </ul>
        </details>
      )}
      {oneSided.length > 0 && (
        <details className="folded">
          <summary className="button max-w-full whitespace-normal">
            {counted(oneSided.length, "question")} asked in one of the two only
          </summary>
          <Facts facts={oneSided} />
        </details>
      )}
      <details className="folded">
        <summary className="button max-w-full whitespace-normal">
          Stayed the same: {counted(same.length, "verdict")}, {counted(sameFacts, "answer")}
        </summary>
        <ul className="card changes">
          {same.map(({ subject, signal, title, after: verdict }) => (
            <li key={`${subject} ${signal}`} className="steady">
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
    <section className={`card side ${headline.status}`}>
      <h2>
        <small>{label}</small>{" "}
        <a href={reportPath(id)}>
          <time dateTime={seenAt}>{utc(seenAt)}</time>
        </a>
      </h2>
      <p className="target">
        <bdi>{visible(reportTitle(report))}</bdi>
      </p>
      <p>
        <RichText>{headline.says}</RichText>
      </p>
      <ul className="counts" aria-label="Signals by status">
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

function Change({ change, many }: { readonly change: VerdictChange; readonly many: boolean }) {
  const { turn, title, subject, before, after } = change;
  return (
    <li className={`change ${turn}`}>
      <h3>
        <Name title={title} subject={subject} many={many} /> <span className="turn">{TURN_WORDS[turn]}</span>
      </h3>
      <Was verdict={before} />
      <Icon name="open" />
      <Was verdict={after} />
    </li>
  );
}

function Was({ verdict }: { readonly verdict: PresentedVerdict | undefined }) {
  if (!verdict) return <div className="was quiet">Not judged</div>;
  return (
    <div className="was">
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
    <li className="change">
      <h3>
        {after && <StatusBadge status={after.status} />} <Name title={title} subject={subject} many={many} />
      </h3>
      {[before, after].map((verdict, place) => (
        <dl key={place === 0 ? "before" : "after"} className="was">
          {moved.map((key) => (
            <div key={key}>
              <dt>{evidenceLabel(key)}</dt>
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
          <small>
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
      <ul className="card changes">
        {facts.slice(0, MAX_FACTS).map(({ what, before, after }) => (
          <li key={what} className="change fact">
            <h3>
              <Value>{what}</Value>
            </h3>
            <div className="was">{before ? <Values values={before} /> : <span className="quiet">not asked</span>}</div>
            <Icon name="open" />
            <div className="was">{after ? <Values values={after} /> : <span className="quiet">not asked</span>}</div>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className="quiet">{hidden} more are in the two reports.</p>}
    </>
  );
}

const MAX_VALUES = 12;

function Values({ values }: { readonly values: readonly string[] }) {
  if (values.length === 0) return <span className="quiet">none</span>;
  return (
    <>
      {each(values.slice(0, MAX_VALUES), (value) => (
        <div>
          <Value>{value}</Value>
        </div>
      ))}
      {values.length > MAX_VALUES && <div className="quiet">and {values.length - MAX_VALUES} more</div>}
    </>
  );
}

const several = (before: PresentedReport, after: PresentedReport): boolean =>
  before.subjects.length > 1 || after.subjects.length > 1;
const counted = (n: number, noun: string): string => `${n} ${n === 1 ? noun : `${noun}s`}`;
