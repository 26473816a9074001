import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { present } from "../../lib/checks/present/present.ts";
import type { Report } from "../../lib/checks/report/report.ts";
import { fixtureReport, runningReport, twoAddresses } from "../../lib/checks/testing/fixture-report.ts";
import { ReportView } from "./report-view.tsx";

const page = (report: Report): string =>
  renderToStaticMarkup(
    createElement(ReportView, { report: present(report, { id: "abc", url: "https://np.example/r/abc" }) }),
  );
const count = (html: string, part: string | RegExp): number => html.split(part).length - 1;

describe("a finished report", () => {
  const html = page(fixtureReport);

  test("has one row for each verdict, failed ones open and the others closed", () => {
    expect(count(html, /class="row (?!step)/)).toBe(fixtureReport.verdicts.length + fixtureReport.sessions.length);
    expect(count(html, /<details[^>]* class="row (?!step)[^>]* open=""/)).toBe(1);
    expect(html).toMatch(/<details id="fcrdns" class="row fail" open=""/);
  });

  test("says each status with an icon and a word", () => {
    for (const [status, word] of Object.entries({
      pass: "Pass",
      warn: "Warning",
      fail: "Fail",
      info: "Note",
      skipped: "Skipped",
      unknown: "Unknown",
    }))
      expect(html).toContain(
        `<span class="badge ${status}"><svg class="icon" aria-hidden="true" focusable="false"><use href="#i-${status}"></use></svg>${word}`,
      );
  });

  test("shows foreign text isolated, with what is invisible spelled out", () => {
    expect(html).not.toContain("\u202e");
    expect(html).toContain("\\u{202e}reason\\u{202c}");
  });

  test("has nothing that a strict content policy would stop", () => {
    expect(html).not.toMatch(/ style=| on[a-z]+=|<script|javascript:/);
  });

  test("draws the chain and says it in a list as well", () => {
    expect(html).toContain("resolves elsewhere");
    expect(html).toMatch(/<ol class="chain-list">.*mail01\.example\.com.*203\.0\.113\.99/);
  });

  test("has no two elements with one id", () => {
    for (const report of [fixtureReport, twoAddresses()]) {
      const ids = [...page(report).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test("can be checked again with the options it was made with", () => {
    expect(html).toContain('<input type="hidden" name="target" value="203.0.113.10"/>');
    expect(html).toContain('<input type="hidden" name="from" value="example.com"/>');
  });
});

describe("a running report", () => {
  test("has every row from the start, the ones to come as looking", () => {
    const html = page(runningReport(5));
    expect(html).toContain("5 of ");
    expect(html).toMatch(/<details id="starttls" class="row pending">.*looking…/);
    expect(html).toContain('action="/r/abc/cancel"');
  });

  test("with nothing judged yet is a page", () => {
    expect(page({ ...runningReport(0), subjects: [] })).toContain("finding its addresses");
  });
});

describe("a report of two addresses", () => {
  const html = page(twoAddresses());

  test("puts them side by side and names the odd one out", () => {
    expect(html).toContain("2 addresses side by side");
    expect(html).toMatch(/2001:db8:a::25<\/bdi>.*<span class="differs">[^<]+: Fail/);
  });

  test("leads from the summary to each one's signals", () => {
    for (const [, anchor] of html.matchAll(/href="#([^"]+)"/g))
      if (!anchor?.startsWith("i-")) expect(html).toContain(`id="${anchor}"`);
  });
});

test("how a check ended is said where it is not the whole", () => {
  for (const ended of ["cancelled", "out-of-time", "interrupted"] as const)
    expect(page({ ...fixtureReport, ended })).toContain('class="notice"');
  expect(page(fixtureReport)).not.toContain('class="notice"');
});

describe("what our limits left out", () => {
  const leftOut = { addresses: 4, sessions: 0, connections: 1, questions: 30, octets: 0 };

  test("is said once, in one sentence", () => {
    const said = "Our limits for one check left out 4 addresses, 1 HTTPS connection and 30 DNS questions.";
    expect(count(page({ ...fixtureReport, leftOut }), said)).toBe(1);
  });

  test("is not spoken of where there is nothing, or an old report does not tell", () => {
    const nothing = { addresses: 0, sessions: 0, connections: 0, questions: 0, octets: 0 };
    for (const report of [fixtureReport, { ...fixtureReport, leftOut: nothing }])
      expect(page(report)).not.toContain("Our limits");
  });
});
