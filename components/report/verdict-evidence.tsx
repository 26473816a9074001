import type { Evidence, PresentedReport, PresentedVerdict } from "../../lib/checks/view.ts";
import { Copyable } from "../ui/copyable.tsx";
import { each } from "../ui/in-place.tsx";
import { evidenceLabel } from "../ui/labels.ts";
import { Party } from "../ui/party.tsx";
import { apiPath } from "../ui/paths.ts";
import { RichText, Value } from "../ui/rich-text.tsx";
import { rowAnchor } from "./anchors.ts";
import { ExhibitView } from "./exhibit.tsx";
import { LookupTable } from "./lookup-table.tsx";

/** The longest evidence value and the longest list of them; the JSON has everything. */
const MAX_VALUE = 1000;
const MAX_VALUES = 20;

/** What a row opens to: everything a reader needs to agree with the verdict, to act on it, and to see it themselves. */
export function VerdictEvidence(props: { readonly report: PresentedReport; readonly verdict: PresentedVerdict }) {
  const { report, verdict } = props;
  const { title, why, fix, whoCares, evidence, exhibit, reproduce, references } = verdict;
  const label = report.subjects.length > 1 ? `${title}, ${rowAnchor(report, verdict)}` : title;
  return (
    <div className="grid gap-3 text-sm">
      {why && <p className="max-w-[78ch]">{why}</p>}
      <EvidenceList evidence={evidence} />
      {exhibit && <ExhibitView exhibit={exhibit} label={`${label}: what we saw`} />}
      <LookupTable
        lookups={verdict.lookups.flatMap((i) => report.lookups[i] ?? [])}
        label={`${label}: the questions asked`}
        reportUrl={apiPath(report.id)}
      />
      {fix && (
        <div>
          <p className="font-semibold">How to fix it</p>
          <p>
            <RichText>{fix.does}</RichText> <Party who={fix.who} />.
          </p>
          {fix.copy && <Copyable label={`what to set, for “${label}”`}>{fix.copy}</Copyable>}
        </div>
      )}
      {reproduce.length > 0 && (
        <div>
          <p className="font-semibold">Check it yourself</p>
          <Copyable label={`commands that show “${label}”`}>{reproduce.join("\n")}</Copyable>
        </div>
      )}
      {whoCares && (
        <p>
          <RichText>{whoCares}</RichText>
        </p>
      )}
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2 *:py-0.5 max-md:*:py-2">
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
    <dl className="grid gap-0.5">
      {entries.map(([key, values]) => (
        <div key={key} className="grid grid-cols-[170px_minmax(0,1fr)] gap-x-3.5 max-md:grid-cols-1">
          <dt className="text-ink-2">{evidenceLabel(key)}</dt>
          {each(values.slice(0, MAX_VALUES), (value) => (
            <dd className="col-start-2 max-md:col-start-1">
              <Value max={MAX_VALUE}>{value}</Value>
            </dd>
          ))}
          {values.length > MAX_VALUES && (
            <dd className="col-start-2 max-md:col-start-1">and {values.length - MAX_VALUES} more</dd>
          )}
        </div>
      ))}
    </dl>
  );
}
