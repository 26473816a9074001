import type { LogText } from "../../inbound/log/reading.ts";
import type { Meant } from "../../inbound/log/table.ts";
import { type LogTable, MOST_READINGS, packTable, tableOfLog } from "../../service/kept-logs/kept-log.ts";
import { keepLog } from "../../service/kept-logs/read-kept-log.ts";
import { clientOf } from "../headers.ts";
import { makerCookie } from "../maker-token.ts";
import { type Link, plainPage } from "../plain-page.ts";
import { problemStatus } from "../problem.ts";
import { takeAllowance } from "../start.ts";
import { tooBusyPage } from "../started-page.ts";

/** As many rows as are packed for a page: more would be packed only to find that they do not fit. */
const MOST_ROWS = 5_000;
/** As much of a packed table as is put into its page, for the button that keeps it, in octets. */
const MOST_PACKED = 40_000;

/** Why a table is not kept that has more rows than that. */
export const TOO_MANY_ROWS = `A table of more than ${MOST_READINGS.toLocaleString("en")} rows cannot be kept. Paste a part of the log.`;

export type Keeping =
  | { readonly ok: true; readonly id: string; readonly deleteToken: string; readonly headers: Headers }
  | { readonly ok: false; readonly code: "too-fast" | "too-large"; readonly headers: Headers };

/** Keeps the table of a log for whoever asks, at the price of one check: the one way in for form and API. */
export async function keepTable(request: Request, table: LogTable): Promise<Keeping> {
  if (table.readings.length > MOST_READINGS) return { ok: false, code: "too-large", headers: new Headers() };
  const { allowed, headers } = await takeAllowance(clientOf(request.headers));
  if (!allowed) return { ok: false, code: "too-fast", headers };
  return { ok: true, ...(await keepLog(table)), headers };
}

/** The same of what was just read. */
export const keepReading = (request: Request, read: LogText, meant: Meant): Promise<Keeping> =>
  keepTable(request, tableOfLog(read, meant));

/**
 * The table of what was read in the form in which `/log/keep` takes it, for its page to bring along; undefined where it is too
 * large for a page.
 */
export async function packedForPage(read: LogText, meant: Meant): Promise<string | undefined> {
  if (read.readings.length > MOST_ROWS) return undefined;
  const packed = await packTable(tableOfLog(read, meant));
  return packed.length <= MOST_PACKED ? Buffer.from(packed).toString("base64url") : undefined;
}

/** Leads the browser that kept a table to its page, and leaves it the means to delete it. */
export function keptPage(request: Request, keeping: Keeping, back: Link): Response {
  if (!keeping.ok) {
    const { code, headers } = keeping;
    if (code === "too-large") return plainPage(TOO_MANY_ROWS, back, { status: problemStatus(code) });
    return tooBusyPage({ code, headers }, back);
  }
  const { id, deleteToken, headers } = keeping;
  headers.set("location", `/log/${id}`);
  headers.set("set-cookie", makerCookie(request, `/log/${id}`, deleteToken));
  return new Response(null, { status: 303, headers });
}
