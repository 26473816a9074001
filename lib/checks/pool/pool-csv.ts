import { plain, visible } from "../net/safe-text.ts";
import { NOT_ASKED } from "./pool-json.ts";
import type { PresentedEhlo, PresentedPool, PresentedPoolRow } from "./presented-pool.ts";

const COLUMNS = ["address", "name", "status", "ptr", "confirmed", "ehlo", "spf", "blocklists", "odd", "reasons"];

/**
 * A pool as CSV (RFC 4180), in the order of its input. Foreign names are made visible, and no cell begins with what a
 * spreadsheet takes for a formula.
 */
export function poolCsv({ rows }: PresentedPool): string {
  return [COLUMNS, ...rows.map(cellsOf)].map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
}

const cellsOf = (row: PresentedPoolRow): readonly string[] => [
  row.address,
  row.name ?? "",
  row.status,
  (row.ptr ?? []).join(" "),
  row.confirmed === null ? "" : row.confirmed ? "yes" : "no",
  ehloCell(row.ehlo),
  row.spf ?? "",
  row.listed.join(" "),
  row.odd.map(({ code }) => code).join(" "),
  row.odd.map(({ says }) => plain(says)).join(" "),
];

const ehloCell = (ehlo: PresentedEhlo): string =>
  ehlo.kind === "name" ? ehlo.name : ehlo.kind === "not-asked" ? NOT_ASKED : "";

/** Spreadsheets run a cell that begins with one of these. An address or a number never does. */
const FORMULA = /^[\s]*[=+\-@\t\r|%＝＋－＠]/;

function cell(value: string): string {
  const shown = visible(value, 4000);
  // Of an IPv6 address the colon is no danger; a quote in front makes the rest text for every spreadsheet.
  const safe = FORMULA.test(value) || FORMULA.test(shown) ? `'${shown}` : shown;
  return /[",\r\n'\s]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
