"use client";

import { PoolBadge } from "./pool-badge.tsx";
import type { PoolLine } from "./pool-line.ts";
import { WhyOdd } from "./why-odd.tsx";

/** What a row says while the pool is looked at. */
export type RunningLine = Pick<PoolLine, "target" | "status" | "odd" | "why">;

/**
 * The rows of a running pool, odd ones first, each of one height. A place stays where it is: as one more address turns
 * out odd, what is said at the places changes, and nothing moves.
 */
export function RunningRows({ lines }: { readonly lines: readonly RunningLine[] }) {
  return (
    <ul className="card pool-rows">
      {lines.map(({ target, status, odd, why }, place) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={place}
          data-target={target}
          data-status={status}
          data-odd={odd.length > 0 ? odd.join(" ") : undefined}
        >
          <bdi className="font-mono">{target}</bdi>
          <PoolBadge status={status} waiting="looking…" />
          <span className="why text-ink-2">
            <WhyOdd why={why} />
          </span>
        </li>
      ))}
    </ul>
  );
}
