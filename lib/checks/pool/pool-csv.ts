import { plain } from "../net/safe-text.ts";
import { csvOf } from "../words/csv.ts";
import { NOT_ASKED } from "./pool-json.ts";
import type { PresentedEhlo, PresentedPool, PresentedPoolRow } from "./presented-pool.ts";

const COLUMNS = [
  "address",
  "name",
  "status",
  "ptr",
  "confirmed",
  "ehlo",
  "spf",
  "blocklists",
  "odd",
  "reasons",
  "open",
];

/** A pool as CSV, in the order of its input. */
export const poolCsv = ({ rows }: PresentedPool): string => csvOf([COLUMNS, ...rows.map(cellsOf)]);

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
  row.open.join(" "),
];

const ehloCell = (ehlo: PresentedEhlo): string =>
  ehlo.kind === "name" ? ehlo.name : ehlo.kind === "not-asked" ? NOT_ASKED : "";
