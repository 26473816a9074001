import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectLinearText } from "../../checks/testing/growth.ts";
import { readPasted } from "../read-pasted.ts";
import { corpusStrings } from "../testing/strings.ts";
import { messagesCsv, readingsCsv } from "./csv.ts";
import { readLog } from "./read-log.ts";
import { LOTS, lotOf } from "./testing/lot.ts";

const NOW = new Date("2026-11-26T12:00:00Z");
const LINES = Object.values(LOTS).flatMap((written) => lotOf(written).text.split("\n").filter(Boolean));

describe("whatever is pasted", () => {
  const pieces = LINES.flatMap((line) => line.split(/(?<=[ ,:=<>[\](){}"])/)).slice(0, 3_000);
  const naughty = fc.oneof(
    fc.array(fc.constantFrom(...LINES)).map((lines) => lines.join("\n")),
    fc
      .array(fc.constantFrom(...pieces, "\n", "\u0000", "😀", "@", '"', "{", "}"), { maxLength: 200 })
      .map((all) => all.join("")),
    fc.string({ unit: "binary", maxLength: 300 }),
  );

  test("nothing is thrown, recipients and lines are counted, and no local part is left", () => {
    fc.assert(
      fc.property(naughty, (text) => {
        const { log, ...pasted } = readPasted(
          `${text}\n2026-11-22 08:00:00 1tZZZZ-000000001-AbCd ** localpart@one.example R=x T=remote_smtp H=mx.one.example [192.0.2.1]: 550 <localpart@one.example> no`,
        );
        if (pasted.kind === "headers") return;
        const { messages: _, ...shown } = log ?? { messages: [] };
        expect(JSON.stringify({ ...pasted, shown })).not.toContain("localpart");
        expect(log?.unread).toBeLessThanOrEqual(log?.lines ?? 0);
        for (const { count } of log?.readings ?? []) expect(count).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  test("lines in any order: no outcome gets another's host, code or address", () => {
    const told = (text: string) =>
      readLog(text, NOW).readings.map(({ receiver, codes }) => `${receiver} ${codes.reply} ${codes.status}`);
    // A line alone, and with the one before it, which may name the recipient of what is put off here and taken later.
    const right = new Set([
      ...told(LINES.join("\n")),
      ...LINES.flatMap((line, i) => [...told(line), ...told(`${LINES[i - 1] ?? ""}\n${line}`)]),
    ]);
    fc.assert(
      fc.property(fc.shuffledSubarray(LINES, { minLength: 20 }), (lines) => {
        // Lines of notifications, of sessions and of values over many lines mean something else by themselves.
        const apart = lines.filter(
          (line) => /^(?:[A-Z][a-z]{2} \d|\d{4}-|@4|\[)/.test(line) && !/,08D[A-F]\d,/.test(line),
        );
        for (const one of told(apart.join("\n"))) expect(right).toContain(one);
      }),
      { numRuns: 30 },
    );
  });

  test.each(
    [
      ...[5, 12, 30, 60, 90, 120, 150, 180, 205].map((at) => `${LINES[at % LINES.length]}\n`),
      "{\n",
      "[[",
      '{"a":',
      "Nov 25 18:01:10 h postfix/smtp[1]: A: to=<",
      "A1: to=<a@b.example>, relay=none, status=deferred (",
      "2026-11-22 08:00:00 1tABCD-000000001-AbCd ** ",
      "delivery 1: failure: _",
      'mta delivery result="PermFail" stat="',
      "INFO x (delivery.delivered) queueId = 1, ",
      '[INFO] [a] [outbound] delivered a="',
      '2026-11-24T14:00:01Z,"',
      "host mx.b.example said: 550 no\n",
      "Content-Type: multipart/report\n\n",
      "From a Mon Nov 25 \n",
      " H=a [",
      "@4000000069262a7c1a2b3c4d ",
      ", , , ",
    ].map((piece) => [piece] as const),
  )("is read in time that grows as it does: %j", (piece) => {
    expectLinearText(piece, (text) => readLog(text, NOW));
  });

  const strings = corpusStrings();
  test.skipIf(strings.length === 0)("the naughty strings and injection lists", () => {
    for (let at = 0; at < strings.length; at += 200) {
      const text = strings
        .slice(at, at + 200)
        .map((one) => `Nov 25 18:01:12 mx postfix/smtp[1]: A${at}: to=<${one}>, relay=${one}, status=bounced (${one})`)
        .join("\n");
      const { readings, messages } = readLog(text, NOW);
      for (const line of `${readingsCsv(readings)}${messagesCsv(messages)}`.split("\r\n"))
        expect(line).not.toMatch(/(?:^|,)[=+@\t|%-]/);
    }
  });

  test("2 MB of different lines are read within seconds", () => {
    const line = (i: number) =>
      `Nov 25 18:01:12 mx postfix/smtp[1]: 4T${i.toString(16).toUpperCase()}: to=<u${i}@b.example>, relay=mx.b.example[192.0.2.9]:25, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as ${i})`;
    const { readings, unread } = readLog(Array.from({ length: 12_000 }, (_, i) => line(i)).join("\n"), NOW);
    expect(readings).toMatchObject([{ receiver: "mx.b.example", cause: "accepted", count: 12_000 }]);
    expect(unread).toBe(0);
  });
});
