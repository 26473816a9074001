import { csvOf } from "../../checks/view.ts";
import type { LogReading, MessageRow } from "./reading.ts";

/** The table as comma-separated values: no message ids are in it. */
export const readingsCsv = (readings: readonly LogReading[]): string =>
  csvOf([
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
  csvOf([
    ["message id", "recipient domain", "sending address", "outcome", "time"],
    ...messages.map(({ messageId, domain, address, outcome, at }) => [messageId, domain, address, outcome, at]),
  ]);
