import { type ReportedLookup, visible } from "../../lib/checks/view.ts";
import { each } from "../ui/in-place.tsx";
import { ScrollBox } from "../ui/scroll-box.tsx";

/** Rows and records that a reader looks through; the JSON has the rest. */
const MAX_ROWS = 16;
const MAX_RECORDS = 8;

/** The questions a verdict rests on: what was asked, of whom, what came back. */
export function LookupTable(props: {
  readonly lookups: readonly ReportedLookup[];
  readonly label: string;
  readonly reportUrl: string;
  readonly max?: number;
}) {
  const { lookups, label, reportUrl, max = MAX_ROWS } = props;
  if (lookups.length === 0) return null;
  const hidden = lookups.length - max;
  return (
    <>
      <ScrollBox label={label}>
        <table>
          <thead>
            <tr>
              <th scope="col">Question</th>
              <th scope="col">Answer</th>
              <th scope="col">From</th>
              <th scope="col">TTL</th>
              <th scope="col">Time</th>
              <th scope="col">Flags</th>
            </tr>
          </thead>
          <tbody>
            {each(lookups.slice(0, max), (lookup) => (
              <tr>
                <td>
                  <bdi>{visible(lookup.name)}</bdi> {lookup.type}
                </td>
                <td className={lookup.records.length > 0 ? undefined : "text-ink-3"}>
                  <bdi>{answerOf(lookup)}</bdi>
                </td>
                <td className="whitespace-nowrap">{lookup.server}</td>
                <td className="whitespace-nowrap">{lookup.ttl ?? "–"}</td>
                <td className="whitespace-nowrap">{Math.round(lookup.ms)} ms</td>
                <td className="whitespace-nowrap">{lookup.flags.join(" ")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {hidden > 0 && (
        <p className="text-ink-2">
          {hidden} more questions are in <a href={reportUrl}>the report as JSON</a>.
        </p>
      )}
    </>
  );
}

/** The records, or the response code where there are none. */
function answerOf({ records, rcode }: ReportedLookup): string {
  if (records.length === 0) return rcode === "NOERROR" ? "NOERROR, no such record" : rcode;
  const shown = records.slice(0, MAX_RECORDS).map((record) => visible(record));
  return [...shown, ...(records.length > MAX_RECORDS ? [`and ${records.length - MAX_RECORDS} more`] : [])].join("\n");
}
