import { type PresentedReport, type ServerCell, type ServerLine, serverLines, visible } from "../../lib/checks/view.ts";
import { Say, StatusBadge } from "../ui/badge.tsx";
import { each } from "../ui/in-place.tsx";
import { SCOPE_WORDS } from "../ui/labels.ts";
import { targetPagePath } from "../ui/paths.ts";
import { Value } from "../ui/rich-text.tsx";
import { Section } from "../ui/section.tsx";
import { Table } from "../ui/table.tsx";

const COLUMNS = [
  { key: "address", label: "Address" },
  { key: "ptr", label: "PTR record" },
  { key: "forward", label: "Forward" },
  { key: "ehlo", label: "EHLO name" },
  { key: "certificate", label: "Certificate" },
  { key: "verdict", label: "Verdict" },
];

/** The addresses of a host or domain, one line each, the odd one out first: who each says it is. */
export function ServersTable({ report }: { readonly report: PresentedReport }) {
  const lines = serverLines(report);
  if (lines.length === 0 || (report.target.kind === "address" && lines.length < 2)) return null;
  const isDomain = report.target.kind === "domain" && lines.some(({ scope }) => scope === "receiver");
  const scopes = [...Map.groupBy(lines, ({ scope }) => scope)];
  return (
    <Section title="Servers" id="servers" note={`${counted(lines)}.${isDomain ? ` ${MX_TOO}` : ""}`}>
      <div className="card overflow-hidden">
        <Table
          label="Servers"
          columns={COLUMNS}
          groups={scopes.map(([scope, members]) => ({
            key: scope,
            ...(scopes.length > 1 ? { title: SCOPE_WORDS[scope] ?? scope } : {}),
            rows: members.map((line) => ({
              key: line.subject,
              marks: { "data-status": line.status },
              cells: {
                address: <Address line={line} />,
                ptr: <Cell cell={line.ptr} />,
                forward: <Cell cell={line.forward} />,
                ehlo: <Cell cell={line.ehlo} />,
                certificate: <Cell cell={line.certificate} />,
                verdict: (
                  <span className="flex flex-wrap items-center gap-x-2">
                    <StatusBadge status={line.status} />
                    {line.worst}
                    {isDomain && line.refusedBy && (
                      <span className="basis-full text-xs text-ink-2">Refused by {line.refusedBy}</span>
                    )}
                  </span>
                ),
              },
            })),
          }))}
        />
      </div>
    </Section>
  );
}

/** Said above the table of a domain that has servers for its mail. */
const MX_TOO = "MX hosts often send mail, too: their addresses are checked as senders.";

/** An address of two groups is one address. */
function counted(lines: readonly ServerLine[]): string {
  const count = new Set(lines.map(({ address }) => address)).size;
  return count === 1 ? "1 address" : `${count} addresses, the odd ones first`;
}

function Address({ line: { address, name } }: { readonly line: ServerLine }) {
  return (
    <>
      <a href={targetPagePath(address)} className="inline-block min-h-6">
        <bdi className="font-mono">{visible(address)}</bdi>
      </a>
      {name && <bdi className="block text-xs font-normal text-ink-2">{visible(name)}</bdi>}
    </>
  );
}

function Cell({ cell: { status, values, says } }: { readonly cell: ServerCell }) {
  if (status === "not-asked") return <span className="text-ink-3">not asked</span>;
  return (
    <>
      {each(values.slice(0, 3), (value) => (
        <span className="block">
          {status === "fail" || status === "warn" ? (
            <Say tone={status}>
              <Value>{value}</Value>
            </Say>
          ) : (
            <Value>{value}</Value>
          )}
        </span>
      ))}
      {values.length > 3 && <span className="block text-ink-2">and {values.length - 3} more</span>}
      {says && <Say tone={status}>{says}</Say>}
    </>
  );
}
