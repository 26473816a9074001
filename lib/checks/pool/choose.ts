import { judgePool } from "./coherence.ts";
import { MAX_ASKED, type PoolRow } from "./pool.ts";

/** Of those that are asked, as many as odd ones may be: the others show what is usual. */
const ODD_SHARE = 0.5;

/**
 * The servers of a pool that are asked over SMTP, at most 16: the first, the last, odd ones, and the others spread
 * evenly. Of a small pool all. The same whoever asks.
 */
export function chooseForSmtp(rows: readonly PoolRow[], from?: string): readonly PoolRow[] {
  if (rows.length <= MAX_ASKED) return rows;
  const chosen = new Set<number>([0, rows.length - 1]);
  const odd = judgePool(rows, true, from)
    .rows.map(({ odd }, place) => ({ place, odd }))
    .filter(({ odd: codes, place }) => codes.length > 0 && !chosen.has(place));
  const most = Math.floor(MAX_ASKED * ODD_SHARE);
  for (let i = 0; i < Math.min(most, odd.length); i++) {
    const one = odd[Math.floor((i * odd.length) / Math.min(most, odd.length))];
    if (one) chosen.add(one.place);
  }
  // Spread over what is left, from the middle of each part.
  const parts = MAX_ASKED - chosen.size;
  const rest = rows.map((_, place) => place).filter((place) => !chosen.has(place));
  for (let i = 0; i < parts; i++) {
    const place = rest[Math.floor(((2 * i + 1) * rest.length) / (2 * parts))];
    if (place !== undefined) chosen.add(place);
  }
  return [...chosen].toSorted((a, b) => a - b).flatMap((place) => rows[place] ?? []);
}
