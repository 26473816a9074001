"use client";

import { PoolBadge } from "./pool-badge.tsx";
import { PoolViewFrame } from "./pool-controls.tsx";
import type { PoolLine, PoolReason } from "./pool-line.ts";
import type { PoolPage, PoolQuery, Show, SortKey } from "./pool-query.ts";
import { usePoolView } from "./use-pool-view.ts";
import { WhyOdd } from "./why-odd.tsx";

/** What a row says while the pool is looked at. */
export interface RunningLine extends Pick<PoolLine, "target" | "status" | "odd"> {
  readonly why: readonly PoolReason[];
}

const ROWS = [
  "card lines text-sm [&>li]:grid [&>li]:h-9 [&>li]:grid-cols-[minmax(0,240px)_120px_minmax(0,1fr)] [&>li]:content-center",
  "[&>li]:items-center [&>li]:gap-x-2.5 [&>li]:px-5 max-md:[&>li]:h-15 max-md:[&>li]:grid-cols-[minmax(0,1fr)_auto]",
  "max-md:[&>li]:px-4 [&_.why]:truncate max-md:[&_.why]:col-span-full",
].join(" ");

const SORTS: readonly (readonly [SortKey, string])[] = [
  ["verdict", "Odd first"],
  ["address", "Address"],
  ["ptr", "PTR record"],
  ["ehlo", "EHLO name"],
  ["spf", "SPF"],
  ["listed", "Blocklists"],
];

/** The rows while the pool runs, sorted and filtered as the address says. */
export function RunningTable(props: {
  readonly path: string;
  readonly query: PoolQuery;
  readonly counts: Readonly<Record<Show, number>>;
  /** Those of one page. */
  readonly lines: readonly RunningLine[];
  readonly found: Omit<PoolPage, "lines">;
}) {
  const { path, counts, lines, found } = props;
  const view = usePoolView(path, props.query, false);
  const { query, linkTo } = view;
  return (
    <PoolViewFrame path={path} filter={props.query.filter} counts={counts} view={view} page={{ ...found, lines }}>
      <nav aria-label="Sort" className="mb-2 flex flex-wrap gap-x-3.5 text-sm print:hidden">
        {SORTS.map(([sort, label]) => {
          const chosen = query.sort === sort;
          return (
            <a
              key={sort}
              data-view=""
              href={linkTo({ sort, down: chosen && !query.down })}
              aria-current={chosen ? "true" : undefined}
              className="inline-flex min-h-6 items-center gap-1 aria-[current]:font-semibold"
            >
              {label}
              {chosen && (query.down ? " ↑" : " ↓")}
            </a>
          );
        })}
      </nav>
      <RunningRows lines={lines} />
      {lines.length === 0 && <p className="mt-2 text-sm text-ink-2">No address fits.</p>}
    </PoolViewFrame>
  );
}

/**
 * The rows of a running pool, in the order that was chosen, each of one height. A place stays where it is: as one more address turns
 * out odd, what is said at the places is drawn anew, and nothing moves.
 */
function RunningRows({ lines }: { readonly lines: readonly RunningLine[] }) {
  return (
    <ul className={ROWS} data-rows="">
      {lines.map(({ target, status, odd, why }, place) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={place}
          data-target={target}
          data-status={status}
          data-odd={odd.length > 0 ? odd.join(" ") : undefined}
        >
          <bdi className="truncate font-mono">{target}</bdi>
          <PoolBadge key={status} status={status} waiting="looking…" />
          <span key={`${target} ${odd}`} className="why text-ink-2">
            <WhyOdd why={why} />
          </span>
        </li>
      ))}
    </ul>
  );
}
