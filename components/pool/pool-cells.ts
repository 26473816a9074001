import type { PoolRowStatus } from "./pool-line.ts";

/** One cell of the grid, as small as it gets: a page may have four thousand. */
export interface PoolCellMark {
  readonly target: string;
  readonly status: PoolRowStatus;
  readonly odd: boolean;
}

/** Cells of one network, under its name where there are several. */
export interface CellGroup {
  /** `203.0.113.`, `2001:db8:1::`: what the labels below it leave out; empty where they are whole addresses. */
  readonly network: string;
  readonly labels: readonly string[];
  /** The place of its first cell among all. */
  readonly from: number;
}

/** The letter in a cell, and the word a screen reader says. */
export const LETTERS: Readonly<Record<PoolRowStatus, readonly [letter: string, word: string]>> = {
  pass: ["P", "passed"],
  warn: ["W", "warning"],
  fail: ["F", "failed"],
  unknown: ["?", "not checked"],
  pending: ["…", "waiting"],
};

/** From so many cells on they are small, and show their letter alone. */
export const SMALL_FROM = 257;
/** With fewer addresses in each network than this on average, cells show whole addresses and stand in one group. */
const FEW = 3;

/** Cells by network, in their order; the addresses of one network stand side by side already. */
export function cellGroups(targets: readonly string[]): CellGroup[] {
  const groups: { network: string; labels: string[]; from: number }[] = [];
  for (const [place, target] of targets.entries()) {
    const [network, label] = splitAddress(target);
    const last = groups.at(-1);
    if (last?.network === network) last.labels.push(label);
    else groups.push({ network, labels: [label], from: place });
  }
  if (groups.length === 1 || targets.length >= groups.length * FEW) return groups;
  return [{ network: "", labels: targets, from: 0 }];
}

/** The last part of an address, and what stands before it. */
function splitAddress(target: string): [network: string, label: string] {
  const at = Math.max(target.lastIndexOf("."), target.lastIndexOf(":"));
  return [target.slice(0, at + 1), target.slice(at)];
}

/** What a screen reader says of a cell: what is seen in it (WCAG 2.5.3), and what that means. */
export function cellLabel({ target, status, odd }: PoolCellMark): string {
  const [letter, word] = LETTERS[status];
  return `${target} ${letter}, ${word}${odd ? ", odd" : ""}`;
}

const STATUS_LETTERS: Readonly<Record<PoolRowStatus, string>> = {
  pass: "p",
  warn: "w",
  fail: "f",
  unknown: "u",
  pending: "o",
};
const STATUS_OF = new Map(Object.entries(STATUS_LETTERS).map(([status, letter]) => [letter, status as PoolRowStatus]));

/** The marks of all cells in one string: a letter each, a capital where it is odd. */
export const writeMarks = (cells: readonly Omit<PoolCellMark, "target">[]): string =>
  cells.map(({ status, odd }) => (odd ? STATUS_LETTERS[status].toUpperCase() : STATUS_LETTERS[status])).join("");

export const readMark = (letter = "o"): Omit<PoolCellMark, "target"> => ({
  status: STATUS_OF.get(letter.toLowerCase()) ?? "pending",
  odd: letter !== letter.toLowerCase(),
});
