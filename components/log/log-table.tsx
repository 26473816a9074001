import { causeTitle, type TableRow } from "../../lib/inbound/log/table.ts";
import { Badge } from "../ui/badge.tsx";
import { targetPagePath } from "../ui/paths.ts";
import { Value } from "../ui/rich-text.tsx";
import { Table } from "../ui/table.tsx";

const COLUMNS = [
  { key: "receiver", label: "Receiver" },
  { key: "count", label: "Recipients" },
  { key: "outcome", label: "Outcome" },
  { key: "address", label: "Sent from" },
  { key: "cause", label: "Cause" },
  { key: "seen", label: "First and last" },
  { key: "check", label: "Report" },
];

/** As many rows as are shown; the CSV has all. */
const MOST_ROWS = 80;

/** Receiver × sending address × cause: how many recipients, since when, and the report of that address. */
export function LogTable({ rows }: { readonly rows: readonly TableRow[] }) {
  const shown = rows.slice(0, MOST_ROWS);
  return (
    <>
      <div className="card overflow-hidden">
        <Table
          label="Outcomes by receiver"
          columns={COLUMNS}
          groups={[
            {
              key: "all",
              rows: shown.map((row, place) => ({
                key: String(place),
                marks: { "data-cause": row.cause },
                cells: {
                  receiver: row.receiver === "" ? "Not named" : <Value>{row.receiver}</Value>,
                  count: <span className="tabular-nums">{row.count}</span>,
                  outcome: <Outcome row={row} />,
                  address: row.address && (
                    <span className="font-mono whitespace-nowrap">
                      <Value>{row.address}</Value>
                    </span>
                  ),
                  cause: row.cause !== "accepted" && <a href={`#cause-${row.cause}`}>{causeTitle(row.cause)}</a>,
                  seen: <Seen row={row} />,
                  check: row.address && (
                    <a
                      href={targetPagePath(row.address)}
                      className="whitespace-nowrap"
                      aria-label={`Report of ${row.address}`}
                    >
                      Report
                    </a>
                  ),
                },
              })),
            },
          ]}
        />
      </div>
      {rows.length > shown.length && (
        <p className="mt-2 text-sm text-ink-2">
          {rows.length - shown.length} more rows, with fewer recipients each, are in the CSV of the form.
        </p>
      )}
    </>
  );
}

const ENDS = {
  permanent: ["fail", "fail", "Refused"],
  unknown: ["fail", "fail", "Refused"],
  temporary: ["warn", "defer", "Deferred"],
  accepted: ["pass", "pass", "Accepted"],
} as const;

function Outcome({ row }: { readonly row: TableRow }) {
  const [tone, icon, word] = ENDS[row.permanence];
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <Badge tone={tone} icon={icon}>
        {word}
      </Badge>
      {row.codes.length > 0 && (
        <code className="text-xs text-ink-2">
          <Value>{row.codes.join(", ")}</Value>
        </code>
      )}
    </span>
  );
}

function Seen({ row: { first, last } }: { readonly row: TableRow }) {
  if (first === null || last === null) return null;
  return (
    <span className="text-ink-2 tabular-nums">
      {shown(first)}
      {last !== first && (
        <>
          <br />
          {shown(last)}
        </>
      )}
    </span>
  );
}

/** To the minute; `UTC` where the log says its zone, the log's own time otherwise. */
const shown = (at: string): string => `${at.slice(0, 16).replace("T", " ")}${at.endsWith("Z") ? " UTC" : ""}`;
