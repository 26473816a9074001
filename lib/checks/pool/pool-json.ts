import { plain } from "../net/safe-text.ts";
import type { Json } from "../report/public-parts.ts";
import type { PoolComparison, PresentedPool, PresentedPoolRow } from "./presented-pool.ts";
import type { poolRowField, publicPool, publicPoolComparison } from "./public-pool.ts";

/** Said in place of an EHLO name where the server was not asked. */
export const NOT_ASKED = "not asked";

/** A row for programs, field by field. `origin` is where full reports are read. */
export function poolRowJson(row: PresentedPoolRow, origin: string): Json<typeof poolRowField> {
  const { ptr, ehlo, odd } = row;
  return {
    target: row.address,
    ...(row.name ? { name: row.name } : {}),
    status: row.status,
    ptr: ptr?.[0] ?? null,
    ...(ptr && ptr.length > 1 ? { names: ptr } : {}),
    confirmed: row.confirmed,
    ehlo: ehlo.kind === "name" ? ehlo.name : ehlo.kind === "not-asked" ? NOT_ASKED : null,
    listed: row.listed,
    spf: row.spf,
    odd: odd.map(({ code }) => code),
    ...(row.status === "pending" ? {} : { open: row.open }),
    ...(odd.length > 0 ? { reasons: odd.map(({ says }) => plain(says)) } : {}),
    ...(row.report ? { report: `${origin}/r/${row.report}` } : {}),
  };
}

/** The pool without its rows: what streams say beside a row. */
export function poolSummaryJson(pool: PresentedPool) {
  const { verdict } = pool;
  return {
    state: pool.state,
    total: pool.progress.total,
    done: pool.progress.done,
    counts: { ...pool.counts },
    verdict: {
      status: verdict.status,
      outcome: verdict.outcome,
      says: plain(verdict.says),
      because: plain(verdict.because),
    },
  };
}

/** A pool for programs. */
export function poolJson(pool: PresentedPool, origin: string): Json<typeof publicPool> {
  const { options, notes } = pool;
  return {
    id: pool.id,
    url: pool.url,
    title: pool.title,
    createdAt: pool.createdAt,
    finishedAt: pool.finishedAt,
    from: options.from ?? null,
    helo: options.helo ?? null,
    selectors: options.selectors,
    ...poolSummaryJson(pool),
    naming: pool.naming,
    notes: notes.map(({ code, says }) => ({ code, says: plain(says) })),
    rejected: pool.rejected.map(({ line, text, why }) => ({ line, text, why })),
    rows: pool.rows.map((row) => poolRowJson(row, origin)),
  };
}

/** A comparison for programs. */
export function poolComparisonJson(comparison: PoolComparison, origin: string): Json<typeof publicPoolComparison> {
  const row = (one: PresentedPoolRow) => poolRowJson(one, origin);
  const head = ({ id, url, createdAt }: PresentedPool) => ({ id, url, createdAt });
  return {
    before: head(comparison.before),
    after: head(comparison.after),
    says: plain(comparison.says),
    changed: comparison.changed.map(({ address, turn, before, after, changes }) => ({
      target: address,
      turn,
      before: row(before),
      after: row(after),
      changes: changes.map(({ field, says }) => ({ field, says: plain(says) })),
    })),
    added: comparison.added.map(row),
    removed: comparison.removed.map(row),
    unchanged: comparison.unchanged,
    notKnown: comparison.notKnown,
  };
}
