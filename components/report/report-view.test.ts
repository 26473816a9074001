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

  test("answers first, then says what to do, and folds what is no problem", () => {
    const places = [
      'id="answer"',
      'id="plan"',
      'id="chain"',
      'id="problems"',
      'id="receivers"',
      "data-folded",
      'id="evidence"',
      "<footer",
    ];
    const found = places.map((part) => html.indexOf(part));
    expect(found).not.toContain(-1);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(count(html, "data-folded")).toBe(1);
  });

  test("has one row for each verdict, marked for programs, and opens none of those that are folded", () => {
    for (const { signal, status } of fixtureReport.verdicts)
      expect(html).toMatch(new RegExp(`<(li|details)[^>]* data-signal="${signal}" data-status="${status}"`));
    expect(html).toMatch(/<li id="fcrdns" data-signal="fcrdns" data-status="fail"/);
    expect(html).not.toContain(' open=""');
  });

  test("marks every element of the chain with the verdict it shows", () => {
    const chain = html.slice(html.indexOf('id="chain"'), html.indexOf('id="problems"'));
    for (const part of chain.match(/<g class="(?:edge|node)[^>]*>/g)?.slice(1) ?? []) {
      if (!part.includes("plain")) expect(part).toMatch(/data-signal="[\w-]+" data-status="\w+"/);
    }
    expect(chain).toMatch(/<li class="fail" data-signal="fcrdns" data-status="fail">/);
  });

  test("says each status with an icon and a word", () => {
    for (const [status, word] of Object.entries({ warn: "Warning", fail: "Fail" }))
      expect(html).toMatch(
        new RegExp(
          `<span class="badge ${status}"><svg[^>]* data-icon="${status}"[^>]*><path[^>]*></path></svg>${word}`,
        ),
      );
    for (const [status, words] of Object.entries({
      pass: "4 passed",
      info: "2 notes",
      skipped: "1 skipped",
      unknown: "1 could not be checked",
    }))
      expect(html).toMatch(new RegExp(`data-icon="${status}"[^>]*><path[^>]*></path></svg></span><b>${words}</b>`));
  });

  test("holds the evidence of no folded row, but where it is to be had, with scripts and without", () => {
    expect(count(html, 'data-evidence="/r/abc/evidence/"')).toBe(1);
    expect(html).toContain('<div id="starttls" data-slot=""></div>');
    expect(html).toContain('href="/r/abc?full#all-pass"');
    expect(html).toContain('href="/r/abc?full#fcrdns"');
    expect(html).not.toContain(">Cipher</dt>");
    const whole = renderToStaticMarkup(
      createElement(ReportView, {
        report: present(fixtureReport, { id: "abc", url: "https://np.example/r/abc" }),
        full: true,
      }),
    );
    expect(whole).not.toContain("data-evidence");
    expect(whole).toContain(">Cipher</dt>");
    expect(whole).toContain("\\u{202e}reason\\u{202c}");
  });

  test("has the row the reader came for unfolded, with its evidence", () => {
    const focused = page({ ...fixtureReport, target: { ...fixtureReport.target, focus: "starttls" } });
    expect(focused).toMatch(/<details[^>]* data-signal="starttls"[^>]* data-wanted=""/);
    expect(focused).toContain(">Cipher</dt>");
  });

  test("shows foreign text with what is invisible spelled out", () => {
    expect(html).not.toContain("\u202e");
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

  test("asks for other options in place, filled in with what was seen", () => {
    const form = html.slice(html.indexOf("data-options"), html.indexOf("</form>", html.indexOf("data-options")));
    expect(form).toContain('name="again" value="abc"');
    for (const [name, value] of [
      ["from", "example.com"],
      ["helo", "relay.example.net"],
    ])
      expect(form).toMatch(new RegExp(`name="${name}"[^>]* value="${value}"|value="${value}"[^>]* name="${name}"`));
    expect(form).toContain('name="selector"');
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
    expect(html).toMatch(/<li id="starttls" data-signal="starttls" data-status="pending".*looking…/);
    for (const signal of fixtureReport.verdicts.map((verdict) => verdict.signal))
      expect(count(html, `data-signal="${signal}"`)).toBe(1);
    for (const { receiver } of fixtureReport.receivers) expect(count(html, `data-receiver="${receiver}"`)).toBe(1);
    expect(html).not.toContain("data-folded");
    expect(html).toContain('action="/r/abc/cancel"');
  });

  test("with nothing judged yet is a page", () => {
    expect(page({ ...runningReport(0), subjects: [] })).toContain("finding its addresses");
  });
});

describe("a report of two addresses", () => {
  const html = page(twoAddresses());

  test("puts them in one table, with what is wrong with each", () => {
    const table = html.slice(html.indexOf('id="servers"'), html.indexOf("</table>"));
    expect(table.match(/<tr data-status/g)).toHaveLength(2);
    expect(table).toMatch(/203\.0\.113\.10.*Fail.*Forward-confirmed.*2001:db8:a::25.*Fail.*Reverse DNS/s);
  });

  test("every link within it leads somewhere", () => {
    for (const [, anchor] of html.matchAll(/href="#([^"]+)"/g))
      if (!anchor?.startsWith("i-")) expect(html).toContain(`id="${anchor}"`);
  });
});

test("how a check ended is said where it is not the whole", () => {
  for (const ended of ["cancelled", "out-of-time", "interrupted"] as const)
    expect(page({ ...fixtureReport, ended })).toMatch(/This check was stopped|Time ran out|interrupted this check/);
  expect(page(fixtureReport)).not.toMatch(/This check was stopped|Time ran out|interrupted this check/);
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

describe("where there is nothing to fix", () => {
  const passed = fixtureReport.verdicts.filter(({ status }) => status === "pass");
  const words = (more: Partial<Report>): string => page({ ...fixtureReport, verdicts: passed, remedies: [], ...more });

  test("that is said only where everything was judged", () => {
    expect(words({})).toContain("Nothing to fix.");
    const [unknown] = fixtureReport.verdicts.filter(({ status }) => status === "unknown");
    const partly = words({ verdicts: [...passed, ...(unknown ? [unknown] : [])] });
    expect(partly).not.toContain("Nothing to fix");
    expect(partly).toContain("One signal could not be checked");
  });

  test("a stopped or silent check says that nothing can be said yet", () => {
    const silent = fixtureReport.verdicts.map((verdict) => ({
      ...verdict,
      status: "unknown" as const,
      outcome: "unanswered",
    }));
    for (const one of [words({ ended: "cancelled" }), words({ ended: "out-of-time" }), words({ verdicts: silent })]) {
      expect(one).toContain("Nothing can be said yet");
      expect(one).not.toContain("Nothing to fix");
    }
  });
});
