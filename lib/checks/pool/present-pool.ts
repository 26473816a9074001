import { listById } from "../formats/dnsbl/lists.ts";
import { type Coherence, type JudgedRow, judgePool, openCodes } from "./coherence.ts";
import { ODD_CODES, type Pool, type PoolLook, type PoolRow } from "./pool.ts";
import { notesOf, reasonsOf, verdictWords } from "./pool-words.ts";
import type {
  PoolCounts,
  PoolProgress,
  PoolRowStatus,
  PresentedEhlo,
  PresentedPool,
  PresentedPoolRow,
} from "./presented-pool.ts";

interface Reading {
  readonly id: string;
  readonly url: string;
  /** For the progress of a running pool, in epoch milliseconds. */
  readonly now: number;
}

/** A pool with its words. Pure: the same pool at the same time always reads the same. */
export function presentPool(pool: Pool, { id, url, now }: Reading): PresentedPool {
  const isOver = pool.state !== "running";
  const coherence = judgePool(pool.rows, isOver, pool.options.from);
  const rows = coherence.rows.map((judged) => presentRow(judged, coherence, pool));
  return {
    id,
    url,
    state: pool.state,
    title: pool.title,
    createdAt: new Date(pool.createdAt).toISOString(),
    finishedAt: pool.finishedAt === undefined ? null : new Date(pool.finishedAt).toISOString(),
    options: pool.options,
    input: pool.input,
    verdict: verdictWords(coherence, isOver),
    naming: coherence.naming,
    counts: countRows(rows, pool.rows),
    progress: progressOf(pool, now),
    rows,
    odd: oddFirst(rows).filter(({ odd }) => odd.length > 0),
    rejected: pool.rejected,
    rejectedCount: pool.rejectedCount,
    notes: notesOf(pool, coherence),
  };
}

function presentRow(judged: JudgedRow, coherence: Coherence, { options }: Pool): PresentedPoolRow {
  const { row, status } = judged;
  const { look } = row;
  return {
    index: row.index,
    address: row.address,
    ...(row.name ? { name: row.name } : {}),
    status,
    ptr: look?.ptr ? confirmedFirst(look) : null,
    ptrCount: look?.ptrCount ?? 0,
    confirmed: look?.isConfirmed ?? null,
    ehlo: ehloOf(look),
    spf: options.from ? (look?.spf ?? null) : null,
    listed: (look?.listed ?? []).map(titleOf),
    silent: (look?.unasked ?? []).map(({ list }) => titleOf(list)),
    odd: reasonsOf(judged, coherence),
    open: look ? openCodes(look) : ODD_CODES,
    target: row.address,
    ...(row.report ? { report: row.report } : {}),
  };
}

const titleOf = (list: string): string => listById(list)?.title ?? list;

const confirmedFirst = ({ ptr = [], confirmed }: PoolLook): readonly string[] => [...new Set([...confirmed, ...ptr])];

function ehloOf(look: PoolLook | undefined): PresentedEhlo {
  if (!look?.smtp) return { kind: "not-asked" };
  const { ehlo, connection } = look.smtp;
  if (ehlo !== undefined) return { kind: "name", name: ehlo };
  return connection === "open" ? { kind: "none" } : { kind: "no-answer", connection };
}

const GRAVITY: readonly PoolRowStatus[] = ["fail", "warn", "unknown", "pass", "pending"];

/** Heaviest first: by status, then by what makes it odd, then as in the input. */
export function oddFirst(rows: readonly PresentedPoolRow[]): readonly PresentedPoolRow[] {
  const weight = ({ odd: [first], status }: PresentedPoolRow) =>
    (first ? 0 : 1000) + GRAVITY.indexOf(status) * 100 + (first ? ODD_CODES.indexOf(first.code) : 0);
  return rows.toSorted((a, b) => weight(a) - weight(b) || a.index - b.index);
}

function countRows(rows: readonly PresentedPoolRow[], of: readonly PoolRow[]): PoolCounts {
  const counts = { pass: 0, warn: 0, fail: 0, unknown: 0, pending: 0, odd: 0, asked: 0 };
  for (const { status, odd } of rows) {
    counts[status]++;
    if (odd.length > 0) counts.odd++;
  }
  counts.asked = of.filter(({ look }) => look?.smtp).length;
  return counts;
}

/** As long as it takes until a rate can be told, in milliseconds. */
const EARLY_MS = 500;

function progressOf({ rows, state, createdAt, finishedAt }: Pool, now: number): PoolProgress {
  const total = rows.length;
  const done = rows.filter(({ look }) => look).length;
  const left = total - done;
  const ms = Math.max(0, (finishedAt ?? now) - createdAt);
  const rate = done > 0 && ms >= EARLY_MS ? Math.round((60_000 * done) / ms) : null;
  const phase = state !== "running" ? "over" : left > 0 ? "dns" : "smtp";
  const secondsLeft =
    phase !== "dns" ? (phase === "over" ? 0 : null) : done > 0 ? Math.ceil((left * ms) / done / 1000) : null;
  return { done, total, left, phase, rate, secondsLeft };
}
