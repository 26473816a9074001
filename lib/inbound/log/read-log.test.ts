import { describe, expect, test } from "vitest";
import { readLog } from "./read-log.ts";
import type { LogText } from "./reading.ts";
import { LOTS, lotOf } from "./testing/lot.ts";

const NOW = new Date("2026-11-26T12:00:00Z");

/** What was read, in the form of the lots. */
const rowsOf = ({ readings }: LogText): string[] =>
  readings
    .flatMap(({ receiver, address, cause, permanence, codes, from, count }) =>
      Array.from({ length: count }, () =>
        [receiver, address, cause, permanence, codes.reply, codes.status, from].map((one) => one ?? "-").join(" "),
      ),
    )
    .toSorted();

describe("every outcome is read right or counted as unread", () => {
  test.each(Object.entries(LOTS))("%s", (_, written) => {
    const { text, rows, unread } = lotOf(written);
    const read = readLog(text, NOW);
    expect(rowsOf(read)).toEqual(rows);
    expect(read.unread).toBe(unread);
  });

  test("there are more than 200 lines, in eight formats and more", () => {
    const lines = Object.values(LOTS).flatMap((written) => lotOf(written).text.split("\n").filter(Boolean));
    expect(lines.length).toBeGreaterThan(200);
    expect(Object.keys(LOTS).length).toBeGreaterThan(8);
  });

  test("all of them in one text, in any order of programs", () => {
    const lots = Object.values(LOTS).map(lotOf);
    for (const order of [lots, lots.toReversed()]) {
      const read = readLog(order.map(({ text }) => text).join("\n"), NOW);
      expect(rowsOf(read)).toEqual(lots.flatMap(({ rows }) => rows).toSorted());
      expect(read.unread).toBe(lots.reduce((sum, { unread }) => sum + unread, 0));
    }
  });

  test("lines of five programs in turn, none mixed", () => {
    const lots = ["Postfix", "Exim", "Sendmail", "qmail", "OpenSMTPD"].map((name) => lotOf(LOTS[name] ?? ""));
    const queues = lots.map(({ text }) => text.split("\n"));
    const mixed: string[] = [];
    while (queues.some((queue) => queue.length > 0)) for (const queue of queues) mixed.push(...queue.splice(0, 1));
    const read = readLog(mixed.join("\n"), NOW);
    expect(rowsOf(read)).toEqual(lots.flatMap(({ rows }) => rows).toSorted());
  });
});
