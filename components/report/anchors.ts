import type { PresentedReport, Status } from "../../lib/checks/view.ts";

type Places = Pick<PresentedReport, "subjects" | "target">;

/** The fragment of a signal's row: the signal's id, for all but the first subject judged by it with a number behind. */
export function rowAnchor(report: Places, row: { readonly subject: string; readonly signal: string }): string {
  const judged = report.subjects.filter(({ signals }) => signals.includes(row.signal));
  const place = judged.findIndex(({ id }) => id === row.subject);
  return place > 0 ? `${row.signal}-${place + 1}` : row.signal;
}

/** The fragment of a step of the fix plan, counted from 0. */
export const stepAnchor = (place: number): string => `fix-${place + 1}`;
/** The fragment of its ticket text. */
export const ticketAnchor = (place: number): string => `ticket-${place + 1}`;

/** Where the rows of a status stand: what is wrong is open, everything else folded by status. */
export const placeOf = (status: Status): string =>
  status === "fail" || status === "warn" ? "problems" : `all-${status}`;
