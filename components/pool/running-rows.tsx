"use client";

import { PoolBadge } from "./pool-badge.tsx";
import type { PoolLine, PoolReason } from "./pool-line.ts";
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

/**
 * The rows of a running pool, odd ones first, each of one height. A place stays where it is: as one more address turns
 * out odd, what is said at the places is drawn anew, and nothing moves.
 */
export function RunningRows({ lines }: { readonly lines: readonly RunningLine[] }) {
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
