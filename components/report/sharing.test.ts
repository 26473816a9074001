import { createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { compareReports } from "../../lib/checks/present/compare/compare.ts";
import { present } from "../../lib/checks/present/present.ts";
import type { Report } from "../../lib/checks/report/report.ts";
import { fixtureReport, twoAddresses } from "../../lib/checks/testing/fixture-report.ts";
import { payloads } from "../../lib/checks/testing/payloads.ts";
import { ComparisonView } from "../compare/comparison-view.tsx";
import { GoneNotice } from "./gone-notice.tsx";
import { ReportFooter } from "./report-footer.tsx";
import { ShareMenu } from "./share-menu.tsx";
import { SinceNotice } from "./since-notice.tsx";
import { Timeline } from "./timeline.tsx";

const html = <P extends object>(component: FunctionComponent<P>, props: P): string =>
  renderToStaticMarkup(createElement(component, props));
const presented = (report: Report, id = "abc") => present(report, { id, url: `https://np.example/r/${id}` });
const compare = (one: Report, other: Report): string => {
  const [before, after] = [presented(one, "old"), presented(other, "new")];
  return html(ComparisonView, { before, after, comparison: compareReports(before, after) });
};
const fixed: Report = {
  ...fixtureReport,
  seenAt: "2026-11-23T08:00:00.000Z",
  verdicts: fixtureReport.verdicts.map((v) => (v.signal === "fcrdns" ? { ...v, status: "pass", outcome: "pass" } : v)),
  lookups: fixtureReport.lookups.map((l) =>
    l.records[0] === "203.0.113.99" ? { ...l, records: ["203.0.113.10"] } : l,
  ),
};

describe("a comparison", () => {
  test("has changed verdicts first, then changed answers, and what stayed folded at the end", () => {
    const page = compare(fixtureReport, fixed);
    const [verdict, answer, same] = ["1 changed verdict", "1 changed answer", "Stayed the same"].map((p) =>
      page.indexOf(p),
    );
    expect(verdict).toBeGreaterThan(0);
    expect(answer).toBeGreaterThan(verdict ?? 0);
    expect(same).toBeGreaterThan(answer ?? 0);
    expect(page).toMatch(/class="change better [^"]*".*Better.*badge fail.*Fail.*badge pass.*Pass/s);
    expect(page).not.toMatch(/<details[^>]* open/);
    for (const id of ["old", "new"]) expect(page).toContain(`href="/r/${id}"`);
  });

  test("says when nothing changed", () => {
    const page = compare(fixtureReport, fixtureReport);
    expect(page).toContain("No verdict changed");
    expect(page).toContain("No answer changed");
    expect(page).not.toContain("different options");
  });

  test("of different targets, options or rules says that a difference need not be a change", () => {
    expect(compare(fixtureReport, twoAddresses())).toContain("different targets");
    const optioned = { ...fixtureReport.target, claims: { helo: "x.example.com", selectors: [] } };
    expect(compare(fixtureReport, { ...fixtureReport, target: optioned })).toContain("different targets or options");
    expect(compare(fixtureReport, { ...fixtureReport, rulesVersion: "2027-01-01" })).toContain("2027-01-01");
  });

  test("shows foreign text isolated, with what is invisible spelled out, and no markup of its own", () => {
    // As many answers, with as many records each, as one page shows.
    const [lookup] = fixtureReport.lookups;
    const saying = (records: readonly string[], i: number) => ({ ...lookup, name: `q${i}.example.com`, records });
    const questions = Array.from({ length: Math.ceil(payloads.length / 12) }, (_, i) =>
      payloads.slice(i * 12, i * 12 + 12),
    );
    expect(questions.length).toBeLessThanOrEqual(60);
    const [before, after] = [questions.map((_, i) => saying([], i)), questions.map(saying)];
    const reports = [before, after].map((lookups) => ({ ...fixtureReport, lookups }) as Report);
    const page = compare(reports[0] as Report, reports[1] as Report);
    expect(page.match(/class="change fact /g)).toHaveLength(questions.length);
    expect(page).not.toMatch(/\p{Cc}|\p{Cf}|<script|<img| on[a-z]+="/u);
  });
});

describe("a timeline", () => {
  const entry = (id: string, seenAt: number, report: Report = fixtureReport) => ({
    id,
    seenAt,
    headline: presented(report).headline,
  });
  const page = html(Timeline, { entries: [entry("c", 3e12, fixed), entry("b", 2e12), entry("a", 1e12, fixed)] });

  test("leads to each report, and from each earlier one to what changed since", () => {
    for (const id of ["a", "b", "c"]) expect(page).toContain(`href="/r/${id}"`);
    expect(page).toContain('href="/compare/a/c"');
    expect(page).toContain('href="/compare/b/c"');
    expect(page).not.toContain("/compare/c/");
  });

  test("says each status with an icon and a word", () => {
    expect(
      page.match(/<span class="badge \w+"><svg[^>]* data-icon="\w+"[^>]*><path[^>]*><\/path><\/svg>\w+/g),
    ).toHaveLength(3);
  });

  test("has reports that say the same one after the other in one line", () => {
    const same = html(Timeline, {
      entries: [entry("d", 4e12, fixed), entry("c", 3e12), entry("b", 2e12), entry("a", 1e12)],
    });
    expect(same.match(/class="badge/g)).toHaveLength(2);
    expect(same).toContain("2 earlier reports say the same");
    for (const id of ["a", "b", "c", "d"]) expect(same).toContain(`href="/r/${id}"`);
    expect(same).not.toContain("/compare/b/");
  });

  test("of nothing is nothing", () => {
    expect(html(Timeline, { entries: [] })).toBe("");
  });
});

describe("the share menu", () => {
  test("has the report in every form", () => {
    const page = html(ShareMenu, { report: presented(fixtureReport) });
    for (const path of ["/r/abc.txt", "/r/abc.md", "/r/abc.json", "/r/abc.png"])
      expect(page).toContain(`href="${path}"`);
  });

  test("has a badge for a plain target only", () => {
    expect(html(ShareMenu, { report: presented(fixtureReport) })).not.toContain("/badge/");
    const plain = { ...fixtureReport, target: { ...fixtureReport.target, claims: { selectors: [] } } };
    const page = html(ShareMenu, { report: presented(plain) });
    expect(page).toContain(
      "[![Mail identity](https://np.example/badge/203.0.113.10.svg)](https://np.example/check/203.0.113.10)",
    );
  });
});

test("a page says until when its report is kept, or that it stays", () => {
  const report = presented(fixtureReport);
  expect(html(ReportFooter, { report, keptUntil: "2026-12-22T14:02:11.000Z" })).toMatch(
    /Kept until <time dateTime="2026-12-22T14:02:11.000Z">22 Dec 2026<\/time>/,
  );
  expect(html(ReportFooter, { report, keptUntil: undefined })).toContain("Kept for as long as this service runs.");
});

test("a repeated check leads to what has changed, once it is over and only where something did", () => {
  const before = { id: "old", seenAt: fixtureReport.seenAt, differs: true, unknown: false };
  expect(html(SinceNotice, { before, after: { id: "new", running: true } })).not.toContain("/compare/");
  expect(html(SinceNotice, { before, after: { id: "new", running: false } })).toContain('href="/compare/old/new"');
  const over = (more: object) =>
    html(SinceNotice, { before: { ...before, ...more }, after: { id: "new", running: false } });
  const same = over({ differs: false });
  expect(same).toContain("Nothing has changed");
  expect(same).not.toContain("/compare/");
  const open = over({ differs: false, unknown: true });
  expect(open).toContain("Nothing is known to have changed");
  expect(open).toContain('href="/compare/old/new"');
});

test("where a report was, a fresh check can be started", () => {
  for (const why of ["deleted", "expired"] as const)
    expect(html(GoneNotice, { why })).toMatch(/<form[^>]*action="\/check"/);
});
