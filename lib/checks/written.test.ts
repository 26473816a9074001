import { expect, test } from "vitest";
import { present } from "./present.ts";
import { fixtureReport, twoAddresses } from "./testing/fixture-report.ts";
import { reportMarkdown, reportText } from "./written.ts";

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
