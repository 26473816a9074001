import type { ReactNode } from "react";
import type { AddressPair, Difference, Stance } from "../../lib/checks/view.ts";
import { Say } from "../ui/badge.tsx";
import { counted, STATUS_WORDS } from "../ui/labels.ts";
import { comparePath, reportPath } from "../ui/paths.ts";
import { RichText, Value } from "../ui/rich-text.tsx";
import { Section } from "../ui/section.tsx";
import { Table } from "../ui/table.tsx";

/** Everything that differs between old and new, pair by pair, what differs first. */
export function Differences(props: { readonly pairs: readonly AddressPair[]; readonly failOver: boolean }) {
  const { pairs, failOver } = props;
  if (pairs.length === 0) return null;
  return (
    <Section title="Side by side" id="differences" note="what differs first">
      {pairs.map((pair) => (
        <Pair key={`${pair.before.address} ${pair.after.address}`} pair={pair} failOver={failOver} />
      ))}
    </Section>
  );
}

function Pair({ pair, failOver }: { readonly pair: AddressPair; readonly failOver: boolean }) {
  const { before, after, differences, receivers } = pair;
  const differing = differences.filter(({ differs }) => differs);
  const unknown = differences.filter((each) => each.unknown);
  const same = differences.filter((each) => !each.differs && !each.unknown);
  const columns = [
    { key: "what", label: "What" },
    { key: "before", label: failOver ? "First site" : "Old" },
    { key: "after", label: failOver ? "Fail-over site" : "New" },
  ];
  return (
    <div className="card not-first:mt-3">
      <h3 className="flex flex-wrap gap-x-2 px-5 pt-3 text-base max-md:px-4 max-md:[&_a]:py-2.5">
        <a href={reportPath(before.report)}>
          <Value>{before.address}</Value>
        </a>
        <span className="text-ink-2">and</span>
        <a href={reportPath(after.report)}>
          <Value>{after.address}</Value>
        </a>
        <a className="ml-auto text-sm font-normal print:hidden" href={comparePath(before.report, after.report)}>
          Every answer side by side
        </a>
      </h3>
      <Table
        label={`${before.address} and ${after.address}`}
        columns={columns}
        groups={[
          ...(differing.length > 0
            ? [{ key: "differs", title: counted(differing.length, "difference"), rows: differing.map(rowOf) }]
            : []),
          {
            key: "receivers",
            title:
              receivers.changed.length === 0
                ? "Receivers: no difference"
                : `Receivers: ${counted(receivers.changed.length, "difference")}`,
            rows: [
              {
                key: "counts",
                cells: {
                  what: "All receivers",
                  before: receivers.before || "not known",
                  after: receivers.after || "not known",
                },
              },
              ...receivers.changed.map(({ receiver, name, before: was, after: is }) => ({
                key: receiver,
                cells: { what: name, before: stanceWord(was), after: stanceWord(is) },
              })),
            ],
          },
          ...(unknown.length > 0
            ? [{ key: "unknown", title: "Not known: could not be checked on both sides", rows: unknown.map(rowOf) }]
            : []),
          ...(same.length > 0 ? [{ key: "same", title: "The same", rows: same.map(rowOf) }] : []),
        ]}
      />
    </div>
  );
}

const rowOf = ({ id, title, before, after }: Difference) => ({
  key: id,
  marks: { "data-aspect": id } as const,
  cells: {
    what: <span className="md:block md:min-w-32">{title}</span>,
    before: <Cell side={before} />,
    after: <Cell side={after} />,
  },
});

function Cell({ side }: { readonly side: Difference["before"] }): ReactNode {
  if (!side) return <span className="text-ink-2">not judged</span>;
  return (
    <span>
      <Say tone={side.status}>{STATUS_WORDS[side.status]}</Say>{" "}
      <span className="text-ink-2">
        <RichText>{side.says}</RichText>
      </span>
    </span>
  );
}

const STANCES: Readonly<Record<Stance, string>> = {
  refuses: "refuses",
  defers: "defers",
  "adds-points": "adds spam points",
  "cannot-tell": "not known",
  "no-objection": "no objection",
  "no-rule": "publishes no rule",
};
const stanceWord = (stance: Stance): string => STANCES[stance];
