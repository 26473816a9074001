import type { LogText } from "../../inbound/log/reading.ts";
import type { Meant } from "../../inbound/log/table.ts";
import { type LogTable, tableOfLog } from "../../service/kept-logs/kept-log.ts";
import { keepLog } from "../../service/kept-logs/read-kept-log.ts";
import { log } from "../../service/log.ts";
import { isUnavailable } from "../../service/store/unavailable.ts";
import { clientOf, originOf } from "../headers.ts";
import { makerCookie } from "../maker-token.ts";
import type { Link } from "../plain-page.ts";
import { retryAfter } from "../problem.ts";
import { takeAllowance } from "../start.ts";
import { tooBusyPage } from "../started-page.ts";

export type Keeping =
  | { readonly ok: true; readonly id: string; readonly deleteToken: string; readonly headers: Headers }
  | { readonly ok: false; readonly code: "too-fast" | "unavailable"; readonly headers: Headers };

/** Keeps the table of a log for whoever asks, at the price of one check: the one way in for form and API. */
export async function keepTable(request: Request, table: LogTable): Promise<Keeping> {
  const { allowed, headers } = await takeAllowance(clientOf(request.headers));
  if (!allowed) return { ok: false, code: "too-fast", headers };
  try {
    return { ok: true, ...(await keepLog(table)), headers };
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    log().error(`a table could not be written down: ${String(error)}`);
    return { ok: false, code: "unavailable", headers: retryAfter("unavailable") };
  }
}

/** The same of what was just read. */
export const keepReading = (request: Request, read: LogText, meant: Meant): Promise<Keeping> =>
  keepTable(request, tableOfLog(read, meant));

/** Leads the browser that kept a table to its page, and leaves it the means to delete it. */
export function keptPage(request: Request, keeping: Keeping, back: Link): Response {
  if (!keeping.ok) return tooBusyPage(keeping, back);
  const { id, deleteToken, headers } = keeping;
  headers.set("location", `/log/${id}`);
  headers.set("set-cookie", makerCookie(`/log/${id}`, deleteToken, originOf(request.headers).startsWith("https:")));
  return new Response(null, { status: 303, headers });
}
