import {
  type PoolOptions,
  type PresentedPool,
  type PresentedPoolRow,
  type Text,
  visible,
} from "../../lib/checks/view.ts";
import type { SentencePart } from "../ui/sentence.tsx";
import type { PoolCell, PoolLine, PoolReason } from "./pool-line.ts";
import type { RunningLine } from "./running-rows.tsx";

/** The rows of a pool as they are drawn, in the order of their addresses. */
export const linesOf = ({ rows, options }: Pick<PresentedPool, "rows" | "options">): PoolLine[] =>
  rows.map((row) => lineOf(row, options));

/** One row. */
export function lineOf(row: PresentedPoolRow, options: Pick<PoolOptions, "from">): PoolLine {
  const { target, status, odd, report } = row;
  return {
    target: visible(target),
    status,
    odd: odd.map(({ code }) => code),
    why: odd.map(({ title }) => title),
    ptr: ptrCell(row),
    ehlo: ehloCell(row),
    spf: spfCell(row, options),
    listed: listedCell(row),
    ...(report ? { report } : {}),
  };
}

/** One row while the pool is looked at. */
export const runningLineOf = (row: PresentedPoolRow): RunningLine => ({
  target: visible(row.target),
  status: row.status,
  odd: row.odd.map(({ code }) => code),
  why: reasonsOf(row),
});

/** What makes it odd, as the browser draws it. */
export const reasonsOf = ({ odd }: Pick<PresentedPoolRow, "odd">): PoolReason[] =>
  odd.map(({ title, says }) => ({ title, says: partsOf(says) }));

const partsOf = (says: Text): SentencePart[] =>
  says.map((part) => ("prose" in part ? part.prose : [visible(part.code)]));

const isOdd = ({ odd }: PresentedPoolRow, ...codes: readonly string[]): boolean =>
  odd.some(({ code }) => codes.includes(code));

function ptrCell(row: PresentedPoolRow): PoolCell {
  const { ptr, ptrCount, status } = row;
  if (ptr === null) return status === "pending" ? {} : { tone: "unknown", says: "not known" };
  const [first] = ptr;
  if (first === undefined) return { tone: "fail", says: "none" };
  const tone = isOdd(row, "forward")
    ? ({ tone: "fail" } as const)
    : isOdd(row, "generic", "organisation", "name")
      ? ({ tone: "warn" } as const)
      : {};
  return { ...tone, value: visible(first, 120), ...(ptrCount > 1 ? { says: `and ${ptrCount - 1} more` } : {}) };
}

function ehloCell(row: PresentedPoolRow): PoolCell {
  const { ehlo, status } = row;
  switch (ehlo.kind) {
    case "name":
      return { ...(isOdd(row, "ehlo") ? { tone: "warn" } : {}), value: visible(ehlo.name, 120) };
    case "none":
      return { says: "says none" };
    case "no-answer":
      return { tone: "unknown", says: "no answer" };
    case "not-asked":
      return status === "pending" ? {} : { says: "not asked" };
  }
}

function spfCell(row: PresentedPoolRow, { from }: Pick<PoolOptions, "from">): PoolCell {
  const { spf, status } = row;
  if (spf === null) return status === "pending" ? {} : { says: from ? "not known" : "not asked" };
  return { ...(isOdd(row, "spf") ? { tone: "fail" } : {}), says: visible(spf, 20) };
}

function listedCell({ listed, open, status }: PresentedPoolRow): PoolCell {
  if (status === "pending") return {};
  if (listed.length > 0) return { tone: "fail", says: visible(listed.join(", "), 120) };
  return open.includes("listed") ? { tone: "unknown", says: "not known" } : { says: "none" };
}
