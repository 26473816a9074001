import { expect, test } from "vitest";
import type { Report } from "../checks/report/report.ts";
import { fixtureReport, runningReport, twoAddresses } from "../checks/testing/fixture-report.ts";
import { remedy } from "../checks/testing/remedies.ts";
import { unknownCodes } from "../checks/testing/report-codes.ts";
import { fixtureReport as smallReport } from "../service/store/fixture.ts";

test.each<[string, Report]>([
  ["the report by hand", fixtureReport],
  ["the same while it runs", runningReport(5)],
  ["two addresses", twoAddresses()],
  ["a way out", { ...fixtureReport, remedies: [remedy()] }],
  ["the store's", smallReport()],
])("%s uses codes that exist", (_, report) => {
  expect(unknownCodes(report)).toEqual([]);
});

test("the report by hand has every status", () => {
  expect(new Set(fixtureReport.verdicts.map(({ status }) => status)).size).toBe(6);
});

test.each<[string, (report: Report) => Report, string]>([
  ["a signal", (report) => changed(report, { signal: "x" }), "no signal x"],
  ["an outcome", (report) => changed(report, { outcome: "x" }), "reverse-dns has no outcome x"],
  ["a status", (report) => changed(report, { status: "warn" }), "reverse-dns named is pass, not warn"],
  ["a group", (report) => changed(report, { group: "tls" }), "reverse-dns is of the group reverse, not tls"],
  ["a subject", (report) => changed(report, { subject: "x" }), "no subject x"],
  [
    "a rule",
    (report) => ({ ...report, receivers: report.receivers.map((outlook) => ({ ...outlook, rule: "x" })) }),
    `${fixtureReport.receivers[0]?.receiver} has no rule x`,
  ],
  [
    "a fact",
    (report) => ({ ...report, lookups: report.lookups.map((one) => ({ ...one, facts: ["x"] })) }),
    "no fact x",
  ],
])("%s that does not exist is noticed", (_, spoil, trouble) => {
  expect(unknownCodes(spoil(fixtureReport))).toContain(trouble);
});

function changed(report: Report, more: Partial<Report["verdicts"][number]>): Report {
  return { ...report, verdicts: report.verdicts.map((verdict, i) => (i === 0 ? { ...verdict, ...more } : verdict)) };
}
