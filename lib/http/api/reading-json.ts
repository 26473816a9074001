import { type Json, plain } from "../../checks/index.ts";
import type { BounceReading } from "../../inbound/bounce/read-bounce.ts";
import { causeWords, meaningsOf } from "../../inbound/explain.ts";
import type { HeaderReading } from "../../inbound/headers/read-headers.ts";
import type { LogReading } from "../../inbound/log/reading.ts";
import { type Meant, seenAddresses, tableOf } from "../../inbound/log/table.ts";
import type { Pasted } from "../../inbound/read-pasted.ts";
import type { bounceReading, headersReading, logReading, pastedReading } from "./schemas.ts";

/** What a pasted text says, as programs read it: what `schemas.ts` declares. */
export function readingJson(
  { kind, reading, log, context, outcomes, chosen }: Pasted,
  meant?: Meant,
): Json<typeof pastedReading> {
  if (kind === "headers") return { kind, reading: headersJson(reading as HeaderReading) };
  const { said, means, who, next, link } = causeWords(context);
  return {
    kind,
    reading: bounceJson(reading as BounceReading),
    readings: readingsJson(log?.readings ?? []),
    unread: log?.unread ?? 0,
    ...(meant ? { meant: meantJson(meant, log?.readings ?? []) } : {}),
    explanation: {
      said: plain(said),
      means: plain(means),
      who: who ?? "",
      ...(next ? { next: plain(next) } : {}),
      ...(link ? { link: { title: link.title, url: link.url } } : {}),
      codes: meaningsOf(context).map((one) => ({ code: one.code, means: one.means })),
    },
    // Several outcomes in one text: `reading` and `explanation` are about the one that `chosen` counts from 0.
    ...(outcomes && chosen !== undefined ? { outcomes: outcomes.map(bounceJson), chosen } : {}),
  };
}

/** The rows of a log's table. */
export const readingsJson = (readings: readonly LogReading[]): Json<typeof logReading>[] =>
  readings.map((row) => ({ ...row, codes: { ...row.codes } }));

/** What was meant, beside what receivers saw. */
export const meantJson = (meant: Meant, readings: readonly LogReading[]) => ({
  addresses: [...meant.addresses],
  unresolved: [...(meant.unresolved ?? [])],
  ...(meant.unanswered?.length ? { unanswered: [...meant.unanswered] } : {}),
  seen: seenAddresses(tableOf(readings), meant).map(({ meant: is, ...seen }) => ({ ...seen, meant: is ?? false })),
});

const bounceJson = ({ codes, ...reading }: BounceReading): Json<typeof bounceReading> => ({
  ...reading,
  codes: { ...codes },
});

const headersJson = ({ saw, ...reading }: HeaderReading): Json<typeof headersReading> => ({
  ...reading,
  saw: { ...saw },
});

// A field that is read and not declared does not compile.
type Undeclared<Read, Schema extends { shape: object }> = Exclude<keyof Read, keyof Schema["shape"]>;
type Nothing<T extends never> = T;
type _Declared = Nothing<
  | Undeclared<BounceReading, typeof bounceReading>
  | Undeclared<HeaderReading, typeof headersReading>
  | Undeclared<LogReading, typeof logReading>
>;
