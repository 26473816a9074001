import { expect, test } from "vitest";
import { isoOf, lineOf } from "./line-head.ts";

const NOW = new Date("2026-01-02T00:00:00Z");

test.each([
  ["Jan  1 08:00:01 mx postfix/smtp[1]: x", { at: "2026-01-01T08:00:01", program: "postfix/smtp", body: "x" }],
  ["Dec 31 23:59:59 mx postfix/smtp[1]: x", { at: "2025-12-31T23:59:59", program: "postfix/smtp", body: "x" }],
  ["Feb 29 08:00:00 mx a: x", { at: "2024-02-29T08:00:00", program: "a", body: "x" }],
  ["mail.log.1:12:Jan  1 08:00:01 mx a[1]: x", { at: "2026-01-01T08:00:01", program: "a", body: "x" }],
  ["> Jan  1 08:00:01 mx mail.info a[1]: x", { at: "2026-01-01T08:00:01", program: "a", body: "x" }],
  ["2026-01-01T08:00:01.5Z Jan  1 09:00:01 mx a[1]: x", { at: "2026-01-01T08:00:01Z", program: "a", body: "x" }],
  ["Thu 2026-01-01 08:00:01 CET mx a[1]: x", { at: "2026-01-01T08:00:01", program: "a", body: "x" }],
  ["<22>Jan  1 08:00:01 mx a[1]: x", { at: "2026-01-01T08:00:01", program: "a", body: "x" }],
  [
    "<22>1 2026-01-01T08:00:01.5+01:00 mx postfix/smtp 826 - - x",
    { at: "2026-01-01T07:00:01Z", program: "postfix/smtp", body: "x" },
  ],
  ["2026-01-01T08:00:01.123456+0100 mx a[1]: x", { at: "2026-01-01T07:00:01Z", program: "a", body: "x" }],
  ["2026-01-01 08:00:01,123 x", { at: "2026-01-01T08:00:01", program: "", body: "x" }],
  ["@400000005e0be10a00000000 status: x", { at: "2020-01-01T00:00:00Z", program: "status", body: "x" }],
  ["mail-1  | Jan  1 08:00:01 mx a[1]: x", { at: "2026-01-01T08:00:01", program: "a", body: "x" }],
  [
    "Jan  1 08:00:01 mx exim[1]: 2026-01-01 08:00:00 1tABCD-000000001-AbCd => x",
    { at: "2026-01-01T08:00:00", program: "exim", body: "1tABCD-000000001-AbCd => x" },
  ],
  ["Jan  1 2024 08:00:01 mx a[1]: x", { at: "2024-01-01T08:00:01", program: "a", body: "x" }],
  ["no head at all", { at: undefined, program: "", body: "no head at all" }],
])("%s", (line, expected) => {
  expect(lineOf(line, NOW)).toEqual({ ...expected, certain: expected.at !== undefined });
});

test.each([
  ["postfix/smtp[12]: 4ABC: x", true],
  ["mx sm-mta[12]: x", true],
  ["NOQUEUE: reject: x", true],
  ["H=(pc) [203.0.113.7] F=<a@b.example> rejected x", true],
  ["error: 550 no", false],
  ["smtp: 550 5.7.1 no", false],
  ["host mx.b.example [192.0.2.9]", false],
])("without a time, %s is a log's for sure: %s", (line, certain) => {
  expect(lineOf(line, NOW).certain).toBe(certain);
});

test.each([Number.NaN, -1, Number.POSITIVE_INFINITY, 1e18])("%d is no time", (ms) => {
  expect(isoOf(ms)).toBeUndefined();
});
