import { visible } from "../net/safe-text.ts";

type Cell = string | number | null;

/**
 * Rows as comma-separated values (RFC 4180). Foreign text is made visible, and no cell begins with what a spreadsheet takes
 * for a formula.
 */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");

/** Spreadsheets run a cell that begins with one of these. An address or a number never does. */
const FORMULA = /^[\s]*[=+\-@\t\r|%＝＋－＠]/;

function cell(value: Cell): string {
  if (typeof value === "number") return String(value);
  const text = value ?? "";
  const shown = visible(text, 4000);
  // Of an IPv6 address the colon is no danger; a quote in front makes the rest text for every spreadsheet.
  const safe = FORMULA.test(text) || FORMULA.test(shown) ? `'${shown}` : shown;
  return /[",\r\n'\s]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
