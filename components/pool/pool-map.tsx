import type { PresentedPool } from "../../lib/checks/view.ts";
import { Section } from "../ui/section.tsx";
import { LETTERS, writeMarks } from "./pool-cells.ts";
import { PoolGrid } from "./pool-grid.tsx";

const COUNTED = ["pass", "warn", "fail", "unknown", "pending"] as const;

/** The grid with what its letters mean, and its keys. */
export function PoolMap({ pool, reportQuery }: { readonly pool: PresentedPool; readonly reportQuery: string }) {
  const { rows, counts, id, state } = pool;
  if (rows.length === 0) return null;
  return (
    <Section title="Addresses" id="map">
      <div className="card">
        <PoolGrid
          pool={id}
          targets={rows.map(({ target }) => target)}
          marks={writeMarks(rows.map(({ status, odd }) => ({ status, odd: odd.length > 0 })))}
          query={reportQuery}
        />
        <div
          key={Object.values(counts).join(" ")}
          className="flex flex-wrap gap-x-4.5 gap-y-1 border-t border-line px-4 py-2 text-xs text-ink-2"
        >
          {COUNTED.filter((status) => state === "running" || counts[status] > 0).map((status) => (
            <span key={status} className={status}>
              <b className="font-mono text-(--tone)">{LETTERS[status][0]}</b>{" "}
              <span className="inline-block min-w-[2ch] text-right tabular-nums">{counts[status]}</span>{" "}
              {LETTERS[status][1]}
            </span>
          ))}
          <span className="needs-script ml-auto max-md:hidden print:hidden [&_kbd]:rounded-sm [&_kbd]:border [&_kbd]:border-line-2 [&_kbd]:px-1 [&_kbd]:font-mono [&_kbd]:font-semibold">
            <kbd>←</kbd> <kbd>→</kbd> <kbd>↑</kbd> <kbd>↓</kbd> move · <kbd>Enter</kbd> full report · <kbd>n</kbd> next
            odd one
          </span>
        </div>
      </div>
    </Section>
  );
}
