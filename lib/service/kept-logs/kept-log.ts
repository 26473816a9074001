import { z } from "zod";
import { isCause } from "../../inbound/bounce/causes.ts";
import type { LogText } from "../../inbound/log/reading.ts";
import type { Meant } from "../../inbound/log/table.ts";
import { packJson, unpackJson } from "../store/packed-json.ts";

/** Above any table of 20,000 lines; what a form sends cannot make us unpack more. In octets. */
const MAX_BYTES = 16 * 1024 * 1024;

/** As many rows as a table has that is kept. A line of JSON may hold many outcomes: 20,000 lines may have more rows than that. */
export const MOST_READINGS = 20_000;

const text = z.string().max(300);
const count = z.int().min(0).max(20_000_000);
const reading = z.object({
  receiver: text.nullable(),
  address: text.nullable(),
  helo: text.nullable(),
  from: text.nullable(),
  cause: text.refine((cause) => cause === "accepted" || isCause(cause)),
  codes: z.object({ reply: text.optional(), status: text.optional(), own: z.array(text).max(10) }),
  permanence: z.enum(["permanent", "temporary", "unknown", "accepted"]),
  count,
  first: text.nullable(),
  last: text.nullable(),
});
const table = z.object({
  readings: z.array(reading).max(MOST_READINGS),
  unread: count,
  lines: count,
  programs: z.array(text).max(50),
  meant: z.object({
    addresses: z.array(text).max(1_000),
    names: z.array(text).max(1_000),
    unresolved: z.array(text).max(1_000).optional(),
  }),
});

/** What is kept of a log: its table, and what the reader said to send from. No message ids. */
export interface LogTable extends Pick<LogText, "readings" | "unread" | "lines" | "programs"> {
  readonly meant: Meant;
}

/** What is kept of what was read. */
export const tableOfLog = ({ readings, unread, lines, programs }: LogText, meant: Meant): LogTable => ({
  ...{ readings, unread, lines, programs, meant },
});

/** A table as bytes. Validated, so that nothing gets in that would not come out again. */
export const packTable = async (one: LogTable): Promise<Uint8Array> => packJson(table.parse(one));

/** The same back. Rejects where the bytes are no table. */
export async function unpackTable(bytes: Uint8Array): Promise<LogTable> {
  // Names and addresses were canonical when they were packed; what somebody else has packed is shown as text all the same.
  return table.parse(await unpackJson(bytes, MAX_BYTES)) as unknown as LogTable;
}
