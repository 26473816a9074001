import { expect, test } from "vitest";
import { say } from "../define/signal.ts";
import { plain } from "../net/safe-text.ts";
import { concludes } from "../testing/judging.ts";
import { sending, sentMessage } from "../testing/sendings.ts";
import { date } from "./date.ts";

test.each([
  ["now", ["Sun, 22 Nov 2026 14:02:10 +0000"], "valid"],
  ["now, elsewhere", ["Sun, 22 Nov 2026 15:02:10 +0100 (CET)"], "valid"],
  ["without a day", ["22 Nov 2026 14:02 GMT"], "valid"],
  ["two hours ahead", ["Sun, 22 Nov 2026 16:02:10 +0000"], "valid"],
  ["two hours and a minute ahead, where Rspamd begins", ["Sun, 22 Nov 2026 16:03:12 +0000"], "ahead"],
  ["four hours ahead", ["Sun, 22 Nov 2026 18:02:12 +0000"], "ahead"],
  ["four days in a queue", ["Wed, 18 Nov 2026 14:02:10 +0000"], "valid"],
  ["a year ago", ["Sat, 22 Nov 2025 14:02:10 +0000"], "behind"],
  ["none", [], "none"],
  ["two", ["Sun, 22 Nov 2026 14:02:10 +0000", "Sun, 22 Nov 2026 14:02:10 +0000"], "several"],
  ["ISO 8601", ["2026-11-22T14:02:10Z"], "malformed"],
  ["words", ["yesterday"], "malformed"],
  ["no such day", ["Sun, 99 Nov 2026 14:02:10 +0000"], "malformed"],
])("%s", (_, dates, outcome) => {
  expect(concludes(date, { sending: sending({ message: sentMessage({ dates }) }) }).outcome).toBe(outcome);
});

test("a date of more than a day ago is told with what it costs", () => {
  const dates = ["Wed, 18 Nov 2026 14:02:10 +0000"];
  const { outcome, evidence = {} } = concludes(date, { sending: sending({ message: sentMessage({ dates }) }) });
  expect(outcome).toBe("valid");
  expect(plain(say(date.outcomes.valid.says, evidence))).toContain("96 hours in the past");
});
