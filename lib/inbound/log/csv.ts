import type { LogReading, MessageRow } from "./reading.ts";

/** A field that no spreadsheet takes for a formula, quoted where it has to be (RFC 4180). */
function field(value: string | number | null): string {
  const text = String(value ?? "");
  const safe = /^[=+\-@\t\r|%]/.test(text) && typeof value !== "number" ? `'${text}` : text;
  return /[",\r\n]|^'/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const csv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((row) => `${row.map(field).join(",")}\r\n`).join("");

/** The table as comma-separated values: no message ids are in it. */
export const readingsCsv = (readings: readonly LogReading[]): string =>
  csv([
    [
      "receiver",
      "address",
      "helo",
      "from",
      "cause",
      "permanence",
      "reply",
      "status",
      "own codes",
      "count",
      "first",
      "last",
    ],
    ...readings.map(({ receiver, address, helo, from, cause, permanence, codes, count, first, last }) => [
      receiver,
      address,
      helo,
      from,
      cause,
      permanence,
      codes.reply ?? "",
      codes.status ?? "",
      codes.own.join(" "),
      count,
      first,
      last,
    ]),
  ]);

/** Message ids, where they went and from which address, as comma-separated values. */
export const messagesCsv = (messages: readonly MessageRow[]): string =>
  csv([
    ["message id", "recipient domain", "sending address", "outcome", "time"],
    ...messages.map(({ messageId, domain, address, outcome, at }) => [messageId, domain, address, outcome, at]),
  ]);
