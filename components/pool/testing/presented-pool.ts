import { prose } from "../../../lib/checks/net/safe-text.ts";
import type { PresentedPool, PresentedPoolRow } from "../../../lib/checks/view.ts";

/** A row of a pool that matches the others, but for what is said otherwise. */
export function poolRow(index: number, other: Partial<PresentedPoolRow> = {}): PresentedPoolRow {
  const address = `203.0.113.${index + 1}`;
  const status = other.status ?? "pass";
  return {
    index,
    address,
    status,
    ptr: status === "pending" ? null : [`out${index + 1}.example.com`],
    ptrCount: status === "pending" ? 0 : 1,
    confirmed: status === "pending" ? null : true,
    ehlo: { kind: "not-asked" },
    spf: null,
    listed: [],
    silent: [],
    odd: [],
    open: [],
    target: address,
    ...other,
  };
}

/** A pool of these rows. */
export function presentedPool(rows: readonly PresentedPoolRow[], other: Partial<PresentedPool> = {}): PresentedPool {
  const of = (status: PresentedPoolRow["status"]) => rows.filter((row) => row.status === status).length;
  const odd = rows.filter((row) => row.odd.length > 0);
  const left = of("pending");
  return {
    id: "abcdefghijklmnopqrstuv",
    url: "https://np.example/pool/abcdefghijklmnopqrstuv",
    state: left > 0 ? "running" : "done",
    title: "203.0.113.0/27",
    createdAt: "2026-11-25T18:10:00.000Z",
    finishedAt: left > 0 ? null : "2026-11-25T18:11:00.000Z",
    options: { selectors: [] },
    input: { text: "203.0.113.0/27" },
    verdict: {
      status: odd.length > 0 ? "fail" : "pass",
      outcome: odd.length > 0 ? "odd" : "coherent",
      says: prose("A sentence."),
      because: prose("What it rests on."),
    },
    naming: "own",
    counts: {
      pass: of("pass"),
      warn: of("warn"),
      fail: of("fail"),
      unknown: of("unknown"),
      pending: left,
      odd: odd.length,
      asked: 0,
    },
    progress: {
      done: rows.length - left,
      total: rows.length,
      left,
      phase: left > 0 ? "dns" : "over",
      rate: left > 0 ? 40 : null,
      secondsLeft: left > 0 ? 3 : null,
    },
    rows,
    odd,
    rejected: [],
    rejectedCount: 0,
    notes: [],
    ...other,
  };
}
