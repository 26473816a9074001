import { expect, test } from "vitest";
import { plain } from "../net/safe-text.ts";
import { fixtureReport } from "../testing/fixture-report.ts";
import { remedy } from "../testing/remedies.ts";
import { present } from "./present.ts";

const at = { id: "abc", url: "" };
const [first] = fixtureReport.subjects;
const shared = {
  subject: first?.id ?? "",
  signal: "shared-sender",
  group: "control" as const,
  status: "info" as const,
  outcome: "shared",
  evidence: { address: ["203.0.113.10"], service: ["google"], ptr: ["mail-wr1-f41.google.com"] },
};
const report = {
  ...fixtureReport,
  subjects: fixtureReport.subjects.map((each) => ({ ...each, signals: [...each.signals, "shared-sender"] })),
  verdicts: [...fixtureReport.verdicts, shared],
  remedies: [remedy()],
};

test("the name and greeting of a shared sender are nothing for the reader to fix", () => {
  const own = present({ ...report, verdicts: fixtureReport.verdicts }, at);
  expect(own.plan.some(({ kind }) => kind !== "other")).toBe(true);
  const hosted = present(report, at);
  expect(hosted.plan.filter(({ kind }) => kind !== "other")).toEqual([]);
  expect(hosted.verdicts.filter(({ signal, fix }) => signal === "fcrdns" && fix)).toEqual([]);
  // What is theirs stays.
  expect(hosted.plan.map(({ signal }) => signal)).toEqual(
    own.plan.filter(({ kind }) => kind === "other").map(({ signal }) => signal),
  );
});

test("the headline says whose address it is, and what is the reader's", () => {
  const { says, because } = present(report, at).headline;
  expect(plain(says)).toContain("Google");
  expect(plain(because)).toContain("include:_spf.google.com");
});
