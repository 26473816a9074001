import { type SentMessage, visible } from "../../lib/checks/view.ts";
import type { Seen } from "../../lib/listener/seen.ts";
import { each } from "../ui/in-place.tsx";
import { Value } from "../ui/rich-text.tsx";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { Section } from "../ui/section.tsx";
import { Table } from "../ui/table.tsx";

interface Props {
  readonly found: SentMessage;
  readonly header: string;
  readonly seen: Pick<Seen, "address" | "helo">;
}

/** What was read of a message in read mode: its authentication, the servers it passed, and its header. */
export function MessagePart({ found, header, seen }: Props) {
  const { dkim, spf, dmarc, arc } = found;
  // The last hop is the one to us: it is what we saw, not what somebody wrote down.
  const hops = [
    { by: "this service", address: seen.address, ...(seen.helo ? { from: seen.helo } : {}) },
    ...found.hops,
  ];
  const rows = [
    {
      key: "dkim",
      name: "DKIM",
      says:
        dkim.map(({ domain, selector, result }) => `${result}, ${domain || "no domain"} (${selector})`).join("; ") ||
        "no signature",
    },
    { key: "spf", name: "SPF", says: [spf.result, spf.domain].filter(Boolean).join(", ") },
    {
      key: "dmarc",
      name: "DMARC",
      says: [dmarc.result, dmarc.policy && `policy ${dmarc.policy}`].filter(Boolean).join(", "),
    },
    ...(arc.sets > 0 ? [{ key: "arc", name: "ARC", says: `${arc.result}, ${arc.sets} sets` }] : []),
  ];
  return (
    <>
      <Section title="Message" id="message" note="Its body was dropped; its headers are kept for 24 hours">
        <div className="card overflow-hidden">
          <Table
            label="What was found in the message"
            columns={[
              { key: "name", label: "Method" },
              { key: "says", label: "Result" },
            ]}
            groups={[
              {
                key: "all",
                rows: rows.map(({ key, name, says }) => ({
                  key,
                  cells: { name, says: <Value max={400}>{says}</Value> },
                })),
              },
            ]}
          />
        </div>
        <details className="mt-3 text-sm">
          <summary className="cursor-pointer underline">Its headers</summary>
          <ScrollBox label="Headers of the message" className="mt-2">
            <pre>
              {each(header.split(/\r?\n/), (line) => (
                <bdi className="block">{visible(line, 2000)}</bdi>
              ))}
            </pre>
          </ScrollBox>
        </details>
      </Section>
      {found.hops.length > 0 && (
        <Section
          title="Relays"
          id="relays"
          note="The connection to us, then the servers that Received names, the last hop first"
        >
          <div className="card overflow-hidden">
            <Table
              label="Servers the message passed"
              columns={[
                { key: "by", label: "Server" },
                { key: "from", label: "Took it from" },
                { key: "address", label: "Address" },
              ]}
              groups={[
                {
                  key: "all",
                  rows: hops.map(({ by = "not named", from, address }, i) => ({
                    key: String(i),
                    cells: {
                      by: <Value max={100}>{by}</Value>,
                      from: from && <Value max={100}>{from}</Value>,
                      address: address && <span className="font-mono">{address}</span>,
                    },
                  })),
                },
              ]}
            />
          </div>
        </Section>
      )}
    </>
  );
}
