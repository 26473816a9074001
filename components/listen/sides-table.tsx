import type { Side } from "../../lib/listener/sides.ts";
import { Say } from "../ui/badge.tsx";
import { Value } from "../ui/rich-text.tsx";
import { Section } from "../ui/section.tsx";
import { Table } from "../ui/table.tsx";

const MAX = 300;

/** What was thought, what it shows when it receives, and what it did when it sent, side by side. */
export function SidesTable({ sides }: { readonly sides: readonly Side[] }) {
  const thought = sides.some((side) => side.thought !== undefined);
  const receives = sides.some((side) => side.receives !== undefined);
  const value = (text: string | undefined) => text && <Value max={MAX}>{text}</Value>;
  return (
    <Section title="Receiving and sending" id="sides">
      <div className="card overflow-hidden">
        <Table
          label="Receiving and sending, side by side"
          columns={[
            { key: "subject", label: "Compared" },
            ...(thought ? [{ key: "thought", label: "You thought" }] : []),
            ...(receives ? [{ key: "receives", label: "When it receives" }] : []),
            { key: "sends", label: "When it sends" },
            { key: "same", label: "Same?" },
          ]}
          groups={[
            {
              key: "all",
              rows: sides.map(({ subject, thought: before, receives: there, sends, same }) => ({
                key: subject,
                cells: {
                  subject,
                  thought: value(before),
                  receives: value(there),
                  sends: value(sends),
                  same: same && <Say tone={same.status}>{same.says}</Say>,
                },
              })),
            },
          ]}
        />
      </div>
    </Section>
  );
}
