import type { Seen } from "../../lib/listener/seen.ts";
import { HiddenFields } from "../forms/hidden-fields.tsx";
import { Button } from "../ui/button.tsx";
import { reportPath } from "../ui/paths.ts";
import { Value } from "../ui/rich-text.tsx";
import { Section } from "../ui/section.tsx";
import { Table } from "../ui/table.tsx";
import { utc } from "../ui/time.ts";

export interface ListedSession {
  readonly id: string;
  readonly seen: Seen;
  readonly report?: string;
}

const COLUMNS = [
  { key: "address", label: "Address" },
  { key: "helo", label: "EHLO name" },
  { key: "tls", label: "TLS" },
  { key: "from", label: "Sender" },
  { key: "at", label: "Seen" },
  { key: "report", label: "Report" },
];

/** Several connections to one address: the pool as it sends. */
export function SessionsTable({ sessions }: { readonly sessions: readonly ListedSession[] }) {
  const addresses = [...new Set(sessions.map(({ seen }) => seen.address))];
  return (
    <Section
      title="Connections"
      id="connections"
      note={`${sessions.length} from ${addresses.length === 1 ? "1 address" : `${addresses.length} addresses`}`}
      actions={
        addresses.length > 1 && (
          <form method="post" action="/pool/start">
            <HiddenFields fields={{ text: addresses.join("\n") }} />
            <Button>Check them as a pool</Button>
          </form>
        )
      }
    >
      <div className="card overflow-hidden">
        <Table
          label="Connections to this address"
          columns={COLUMNS}
          groups={[
            {
              key: "all",
              rows: sessions.map(({ id, seen, report }) => ({
                key: id,
                cells: {
                  address: <span className="font-mono">{seen.address}</span>,
                  helo: seen.helo && <Value max={80}>{seen.helo}</Value>,
                  tls: seen.tls?.version ?? (seen.tlsFailure ? "failed" : "none"),
                  from: seen.mailFrom ? <Value max={80}>{seen.mailFrom}</Value> : "empty",
                  at: <time dateTime={new Date(seen.at).toISOString()}>{utc(seen.at)}</time>,
                  report: report && <a href={reportPath(report)}>Report</a>,
                },
              })),
            },
          ]}
        />
      </div>
    </Section>
  );
}
