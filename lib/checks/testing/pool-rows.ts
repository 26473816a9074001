import type { OddCode, Pool, PoolLook, PoolRow } from "../pool/pool.ts";
import type { ReportedVerdict } from "../report/report.ts";
import { ip, name } from "./facts.ts";

/** An address of a pool in short: its name, and what is the matter with it. */
export interface ShortRow {
  readonly ptr?: string | null;
  readonly confirmed?: boolean | null;
  /** Verdicts by signal: `status outcome`. */
  readonly verdicts?: Readonly<Record<string, string>>;
  readonly more?: Partial<PoolLook>;
}

/** Rows for tests of what is concluded from them: 203.0.113.1 and so on, or addresses of their own. */
export function poolRows(
  rows: readonly (ShortRow | string | undefined)[],
  addresses: readonly string[] = [],
): PoolRow[] {
  return rows.map((row, index) => {
    const address = ip(addresses[index] ?? `203.0.113.${index + 1}`);
    if (row === undefined) return { index, address };
    const { ptr, confirmed = true, verdicts = {}, more } = typeof row === "string" ? { ptr: row } : row;
    const look: PoolLook = {
      ...(ptr === null ? {} : { ptr: ptr === undefined ? [] : [ptr] }),
      ...{ ptrCount: ptr ? 1 : 0, confirmed: ptr && confirmed ? [ptr] : [] },
      isConfirmed: ptr === null ? null : ptr ? confirmed : false,
      ...{ listed: [], unasked: [], questions: 1 },
      verdicts: Object.entries({ ...usual(ptr, confirmed), ...verdicts }).map(([signal, said]) =>
        verdict(signal, said),
      ),
      ...more,
    };
    return { index, address, look };
  });
}

const usual = (ptr: string | null | undefined, confirmed: boolean | null) => ({
  "reverse-dns": ptr === null ? "unknown temperror" : ptr === undefined ? "fail none" : "pass named",
  fcrdns: !ptr
    ? "skipped none"
    : confirmed === null
      ? "unknown temperror"
      : confirmed
        ? "pass pass"
        : "fail fail-elsewhere",
  dnsbl: "pass clean",
});

function verdict(signal: string, said: string): ReportedVerdict {
  const [status = "", outcome = ""] = said.split(" ");
  return { subject: "x", signal, group: "reverse", status: status as ReportedVerdict["status"], outcome, evidence: {} };
}

/** A pool of such rows. */
export const poolOf = (rows: readonly PoolRow[], more: Partial<Pool> = {}): Pool => ({
  ...{ title: "a pool", options: { selectors: [], from: name("example.com") }, input: { text: "…" }, rejected: [] },
  ...{ rejectedCount: 0, sampled: [], duplicates: 0, state: "done", createdAt: 0, finishedAt: 1_000, rows, ...more },
});

/** The odd codes of rows, joined: what most tests are about. */
export const codesOf = (rows: readonly { readonly odd: readonly OddCode[] }[]): string[] =>
  rows.map(({ odd }) => odd.join(" "));
