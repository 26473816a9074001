import { expect, test } from "vitest";
import type { Report } from "../../report/report.ts";
import { fixtureReport, twoAddresses } from "../../testing/fixture-report.ts";
import { payloads } from "../../testing/payloads.ts";
import { remedy } from "../../testing/remedies.ts";
import { present } from "../present.ts";
import { reportMarkdown, reportText } from "./text.ts";

const at = { id: "abc", url: "https://np.example/r/abc" };

test("both forms have the link, every verdict and the fixes", () => {
  for (const write of [reportText, reportMarkdown]) {
    const written = write(present(twoAddresses(), at));
    expect(written).toContain(at.url);
    expect(written).toContain("Fix first");
    expect(written.match(/^(- \*\*)?(FAIL|WARN|UNKNOWN|PASS|NOTE|SKIPPED)/gm)).toHaveLength(
      twoAddresses().verdicts.length,
    );
  }
});

test("foreign text cannot become Markdown or a line of its own", () => {
  const hostile = "x` [a](http://b)\n# heading";
  const report = {
    ...fixtureReport,
    verdicts: fixtureReport.verdicts.map((v) => ({ ...v, outcome: hostile })),
  };
  const markdown = reportMarkdown(present(report, at));
  expect(markdown).not.toMatch(/^# heading/m);
  expect(markdown).toContain("``x` [a](http://b)\\u{a}# heading``");
});

/** A report in which every server says the same thing. */
const saying = (value: string): Report => ({
  ...fixtureReport,
  verdicts: fixtureReport.verdicts.map((verdict) => ({
    ...verdict,
    outcome: value,
    evidence: Object.fromEntries(Object.keys(verdict.evidence).map((key) => [key, [value]])),
  })),
});
/** The same, but said in outcomes that have words of their own, fixes and things to copy. */
const quoting = (value: string): Report => ({ ...saying(value), verdicts: saying(value).verdicts.map(known) });
const known = (verdict: Report["verdicts"][number], i: number) => ({
  ...verdict,
  outcome: fixtureReport.verdicts[i]?.outcome ?? "",
});

test("whatever servers say, the text has our lines alone and nothing a terminal acts on", () => {
  for (const payload of payloads) {
    const text = reportText(present(saying(payload), at));
    expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
    // What does not fit is continued under an indent: at the margin there is nothing but ours.
    const margin = (written: string) => written.split("\n").filter((line) => /^\S/.test(line)).length;
    expect(margin(text)).toBe(margin(reportText(present(saying("x"), at))));
    expect(reportText(present(quoting(payload), at))).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
  }
});

test("whatever servers say, the Markdown outside of code is ours alone", () => {
  const ours = (markdown: string) =>
    markdown
      .replaceAll(/^ +(`{3,})\n[\s\S]*?\n +\1$/gm, "COPY")
      .replaceAll(/(?<!`)(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g, "VALUE");
  for (const report of [saying, quoting]) {
    // A value that can be a host name is one to set, and the step says so; every other has our other words.
    const plain = ["x", "host.example.com"].map((value) => ours(reportMarkdown(present(report(value), at))));
    for (const payload of payloads.filter((value) => report === saying || !/^\s*$|^[\d.+-]+$/.test(value)))
      expect(plain).toContain(ours(reportMarkdown(present(report(payload), at))));
  }
});

test("no line is longer than 76 characters, whatever servers say", () => {
  for (const payload of [...payloads, "x".repeat(900), `${"word ".repeat(200)}`, `${"label.".repeat(40)}example`])
    for (const report of [saying(payload), quoting(payload), twoAddresses()])
      for (const line of reportText(present(report, at)).split("\n")) expect([...line].length).toBeLessThanOrEqual(76);
});

test("the ticket text is in it, in the language asked for", () => {
  const report = { ...fixtureReport, remedies: [remedy()] };
  const written = (lang?: string) => reportText(present(report, { ...at, ...(lang ? { lang } : {}) }));
  expect(written()).toContain("Please set reverse DNS");
  expect(written("de")).toContain("Bitte Reverse-DNS (PTR) setzen");
  expect(written("xx")).toContain("Please set reverse DNS");
  expect(reportMarkdown(present(report, { ...at, lang: "fr" }))).toContain("```\nDemande de reverse DNS");
});
