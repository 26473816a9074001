import type { PresentedReport } from "../../lib/checks/view.ts";

/** The name of a receiver's fold: with a number behind for all but the first server that it is predicted for. */
export function receiverAnchor(
  { receivers }: Pick<PresentedReport, "receivers">,
  row: { readonly subject: string; readonly receiver: string },
): string {
  const servers = [...new Set(receivers.map(({ subject }) => subject))];
  const place = servers.indexOf(row.subject);
  return place > 0 ? `receiver-${row.receiver}-${place + 1}` : `receiver-${row.receiver}`;
}
