import { type Clock, visible } from "../../lib/checks/view.ts";
import { each } from "../ui/in-place.tsx";
import { Value } from "../ui/rich-text.tsx";
import { Section } from "../ui/section.tsx";
import { Table } from "../ui/table.tsx";
import { utc } from "../ui/time.ts";

const COLUMNS = [
  { key: "resolver", label: "Resolver" },
  { key: "answer", label: "Answer" },
  { key: "seen", label: "Asked" },
  { key: "until", label: "Answers the same until" },
];

/** Each resolver's clock: what it says of the PTR record, and when it will ask again itself. */
export function WatchClocks({
  clocks,
  nextAt,
}: {
  readonly clocks: readonly Clock[];
  readonly nextAt?: string | undefined;
}) {
  const several = new Set(clocks.map(({ name }) => name)).size > 1;
  return (
    <Section
      title="Resolvers"
      id="resolvers"
      note={nextAt ? "All are asked again when the first of these answers has run out" : "As they were asked last"}
    >
      <div className="card overflow-hidden">
        <Table
          label="Resolvers"
          columns={COLUMNS}
          groups={[
            {
              key: "all",
              rows: clocks.map((clock) => ({
                key: `${clock.resolver ?? ""} ${clock.address} ${clock.name}`,
                cells: {
                  resolver: (
                    <>
                      {clock.resolver ? visible(clock.resolver) : "This service’s own"}{" "}
                      <bdi className="font-mono text-xs font-normal text-ink-2">{visible(clock.address)}</bdi>
                      {several && <bdi className="block text-xs font-normal text-ink-2">{visible(clock.name)}</bdi>}
                    </>
                  ),
                  answer: <Said clock={clock} />,
                  seen: <time dateTime={new Date(clock.at).toISOString()}>{utc(clock.at)}</time>,
                  until: <Until clock={clock} />,
                },
              })),
            },
          ]}
        />
      </div>
    </Section>
  );
}

function Said({ clock: { records, rcode } }: { readonly clock: Clock }) {
  if (records.length > 0)
    return (
      <span>
        {each(records, (record) => (
          <span className="block">
            <Value>{record}</Value>
          </span>
        ))}
      </span>
    );
  if (rcode === "NXDOMAIN" || rcode === "NOERROR") return <span className="text-ink-2">no PTR record</span>;
  return <span className="text-ink-2">no answer ({visible(rcode)})</span>;
}

function Until({ clock: { at, ttl } }: { readonly clock: Clock }) {
  if (ttl === undefined) return <span className="text-ink-3">not known</span>;
  const end = at + 1000 * ttl;
  return (
    <span>
      <time dateTime={new Date(end).toISOString()}>{utc(end)}</time> <span className="text-ink-2">(TTL {ttl} s)</span>
    </span>
  );
}
