import { COLD_START, WARM_UP } from "../../lib/checks/view.ts";
import { Card } from "../ui/card.tsx";
import { Section } from "../ui/section.tsx";
import { Table } from "../ui/table.tsx";

/** How volume may rise on an address without history, and what receivers say about such addresses. */
export function WarmUp() {
  const { weeks, sources } = WARM_UP;
  return (
    <Section title="Warm-up" id="warm-up" note="no receiver publishes a schedule; these two senders do">
      <div className="grid grid-cols-2 items-start gap-4 max-md:grid-cols-1">
        <Card>
          <Table
            label="Messages a day, over all receivers"
            columns={[
              { key: "week", label: "Week" },
              { key: "careful", label: "Careful, a day" },
              { key: "faster", label: "Faster, last day" },
            ]}
            groups={[
              {
                key: "weeks",
                rows: weeks.map(({ week, careful, faster }) => ({
                  key: String(week),
                  cells: { week: `Week ${week}`, careful, faster },
                })),
              },
            ]}
          />
          <p className="border-t border-line px-5 py-2.5 text-sm text-ink-2 max-md:px-4">
            Messages a day over all receivers, while few are refused or deferred; where more are, stay where you are.
            Careful:{" "}
            <a href={sources.careful.url} rel="external noreferrer">
              {sources.careful.label}
            </a>
            . Faster, from 300 a day and a fifth more each day:{" "}
            <a href={sources.faster.url} rel="external noreferrer">
              {sources.faster.label}
            </a>
            .
          </p>
        </Card>
        <ul className="card lines text-sm">
          {COLD_START.map(({ who, says, source }) => (
            <li key={who} className="px-5 py-2.5 max-md:px-4">
              <b>{who}</b> <span className="text-ink-2">{says}</span>{" "}
              <a href={source.url} rel="external noreferrer" className="inline-block min-h-6">
                {source.label}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}
