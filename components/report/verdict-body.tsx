import type { Evidence, PresentedVerdict, ReportedLookup } from "../../lib/checks/view.ts";
import { Copyable } from "../ui/copyable.tsx";
import { each } from "../ui/in-place.tsx";
import { evidenceLabel } from "../ui/labels.ts";
import { Party } from "../ui/party.tsx";
import { RichText, Value } from "../ui/rich-text.tsx";
import { ExhibitView } from "./exhibit.tsx";
import { LookupTable } from "./lookup-table.tsx";

/** The longest evidence value and the longest list of them; the JSON has everything. */
const MAX_VALUE = 1000;
const MAX_VALUES = 20;

/** What a row opens to: everything a reader needs to agree with the verdict, to act on it, and to see it themselves. */
export function VerdictBody(props: {
  readonly verdict: PresentedVerdict;
  readonly label: string;
  readonly lookups: readonly ReportedLookup[];
  readonly reportUrl: string;
}) {
  const { verdict, label, lookups, reportUrl } = props;
  const { why, fix, whoCares, evidence, exhibit, reproduce, references } = verdict;
  const seen = Object.values(evidence).some((values) => values.length > 0) || exhibit || verdict.lookups.length > 0;
  return (
    <div className="body">
      {why && <p>{why}</p>}
      {seen && (
        <>
          <h5>What we saw</h5>
          <EvidenceList evidence={evidence} />
          {exhibit && <ExhibitView exhibit={exhibit} label={`${label}: what we saw`} />}
          <LookupTable
            lookups={verdict.lookups.flatMap((i) => lookups[i] ?? [])}
            label={`${label}: the questions asked`}
            reportUrl={reportUrl}
          />
        </>
      )}
      {fix && (
        <>
          <h5>How to fix it</h5>
          <p>
            <RichText>{fix.does}</RichText>
          </p>
          <p className="who">
            Who: <Party who={fix.who} />
          </p>
          {fix.copy && <Copyable label={`what to set, for “${label}”`}>{fix.copy}</Copyable>}
        </>
      )}
      {reproduce.length > 0 && (
        <>
          <h5>Check it yourself</h5>
          <Copyable label={`commands that show “${label}”`}>{reproduce.join("\n")}</Copyable>
        </>
      )}
      {whoCares && (
        <>
          <h5>Receivers that act on it</h5>
          <p>
            <RichText>{whoCares}</RichText>
          </p>
        </>
      )}
      <p className="references">
        <a href={`/signals/${verdict.signal}`}>About this signal</a>
        {references.map(({ label, url }) => (
          <a key={url} href={url} rel="external noreferrer">
            {label}
          </a>
        ))}
      </p>
    </div>
  );
}

function EvidenceList({ evidence }: { readonly evidence: Evidence }) {
  const entries = Object.entries(evidence).filter(([, values]) => values.length > 0);
  if (entries.length === 0) return null;
  return (
    <dl className="evidence">
      {entries.map(([key, values]) => (
        <div key={key}>
          <dt>{evidenceLabel(key)}</dt>
          {each(values.slice(0, MAX_VALUES), (value) => (
            <dd>
              <Value max={MAX_VALUE}>{value}</Value>
            </dd>
          ))}
          {values.length > MAX_VALUES && <dd>and {values.length - MAX_VALUES} more</dd>}
        </div>
      ))}
    </dl>
  );
}
