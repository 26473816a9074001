import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { GENERAL, guideOf } from "../../lib/checks/present/plan/guide.ts";
import { readGuideValues } from "../../lib/checks/present/plan/guide-values.ts";
import { present } from "../../lib/checks/present/present.ts";
import { providers } from "../../lib/checks/providers/index.ts";
import { type Remedy, type Report, reportSchema } from "../../lib/checks/report/report.ts";
import { fixtureReport, runningReport, twoAddresses } from "../../lib/checks/testing/fixture-report.ts";
import { remedy, wanted } from "../../lib/checks/testing/remedies.ts";
import { ProviderGuide } from "../catalogue/provider-guide.tsx";
import { ReportView } from "../report/report-view.tsx";
import { FixPlan } from "./fix-plan.tsx";

const shown = (report: Report) => present(report, { id: "abc", url: "https://np.example/r/abc" });
const html = (node: ReactNode) => renderToStaticMarkup(node);
const plan = (report: Report) => html(createElement(FixPlan, { report: shown(report) }));
const headings = (page: string) => [...page.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));

/** The fixture's server without a PTR record. */
function without(more: Partial<Remedy> = {}): Report {
  const [verdict] = fixtureReport.verdicts;
  return reportSchema.parse({
    ...fixtureReport,
    verdicts: [{ ...verdict, signal: "reverse-dns", status: "fail", outcome: "none" }],
    remedies: [remedy(more)],
  });
}

describe("the fix plan", () => {
  test("has each step open, with what else there is to it folded", () => {
    const page = plan(without({ ehlo: "localhost", wanted: wanted({ leads: "nxdomain" }) }));
    expect(page.match(/<li id="fix-\d"/g)).toHaveLength(3);
    expect(page).not.toContain(' open=""');
    for (const program of ["Postfix", "Exim", "OpenSMTPD", "Exchange"]) expect(page).toContain(`<b>${program}</b>`);
    for (const part of ["Proof", "Fixes:"]) expect(page).toContain(part);
  });

  test("of several steps says who acts one after the other: a phone's first screen ends before the second", () => {
    const page = plan(without({ ehlo: "localhost", wanted: wanted({ leads: "nxdomain" }) }));
    expect(page.replaceAll(/<[^>]+>/g, "")).toMatch(/3 steps: first you, then [^,]+, then you/);
    for (const step of [1, 2, 3]) expect(page).toContain(`<a href="#fix-${step}">`);
    expect(page).toContain("Step 2 works only after this.");
    expect(plan(without())).not.toContain(", then ");
  });

  test("is not there while the check runs, and leads nowhere where nothing is to be fixed", () => {
    const running = html(createElement(ReportView, { report: shown(runningReport(8)) }));
    expect(running).not.toContain('id="fix-');
    expect(plan({ ...fixtureReport, verdicts: [] })).not.toContain('id="fix-');
  });

  test("is led to from what is wrong", () => {
    for (const report of [without(), twoAddresses(), fixtureReport]) {
      const page = html(createElement(ReportView, { report: shown(report) }));
      const targets = [...page.matchAll(/href="#(fix-\d+)"/g)].map(([, anchor]) => anchor);
      expect(targets.length).toBeGreaterThan(0);
      for (const anchor of targets) expect(page).toContain(`id="${anchor}"`);
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test("says what to mend before the ticket is sent, or that it is ready", () => {
    expect(plan(without())).toContain("ready to send");
    const page = plan(without({ wanted: wanted({ alias: "rack.example.com" }) }));
    expect(page).toContain("fix this first, then send");
    expect(page).not.toContain("ready to send");
  });

  test("asks once for a name that nobody has given, by a form that keeps the options", () => {
    const { wanted: _, ...nameless } = remedy();
    const page = plan({ ...without(), remedies: [nameless] });
    expect(page.match(/name="helo"/g)).toHaveLength(1);
    expect(page).toContain('<input type="hidden" name="from" value="example.com"/>');
    expect(plan(without())).not.toContain('name="helo"');
  });

  test("has the provider's guide in it, filled in", () => {
    const owners = { ...remedy().owners, ptr: { outcome: "provider", evidence: { provider: ["hetzner"] } } };
    const page = plan(without({ owners }));
    expect(page).toContain("How to set it at Hetzner");
    expect(page).toContain("<b>Hetzner</b>, whose customer you are: Cloud Console");
    expect(page).toContain("Ticket text for Hetzner");
    expect(page).toContain("hcloud server set-rdns --ip 203.0.113.10 --hostname mail.example.com SERVER");
    expect(page).toContain('href="/providers/hetzner?address=203.0.113.10&amp;name=mail.example.com"');
  });

  test("shows foreign names with what is invisible spelled out", () => {
    const page = plan(without({ ptr: ["a\u202e.example.com"], wanted: wanted({ leads: "elsewhere", addresses: [] }) }));
    expect(page).not.toContain("\u202e");
  });

  test("skips no heading level", () => {
    const levels = headings(html(createElement(ReportView, { report: shown(without()), full: true })));
    expect(levels.every((level, i) => i === 0 || level - (levels[i - 1] ?? 0) <= 1)).toBe(true);
  });
});

describe("a provider's page", () => {
  const page = (id: string, query: Record<string, string> = {}) => {
    const reading = readGuideValues(query);
    const guide = guideOf(id, reading.values);
    if (!guide) throw new Error(`no guide for ${id}`);
    return html(createElement(ProviderGuide, { guide, provider: providers.find((one) => one.id === id), reading }));
  };

  test.each([GENERAL, ...providers.map(({ id }) => id)])("%s: one h1, no level skipped, sources and commands", (id) => {
    const levels = headings(page(id));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, i) => i === 0 || level - (levels[i - 1] ?? 0) <= 1)).toBe(true);
    expect(page(id)).toMatch(/Read in <a href="https:/);
    expect(page(id)).toContain("dig +short");
  });

  test("is filled in with what it is given, in both records and the commands", () => {
    const filled = page("hetzner", { address: "2001:db8::25", name: "mail.example.com" }).replaceAll(/<[^>]*>/g, "");
    expect(filled).toContain("mail.example.com. 3600 IN AAAA 2001:db8::25");
    expect(filled).toContain("8.b.d.0.1.0.0.2.ip6.arpa. 3600 IN PTR mail.example.com.");
  });

  test("says which field it left out, beside the field", () => {
    const wrong = page("aws", { address: "1.2.3", name: "<script>" });
    expect(wrong).not.toContain("<script>");
    expect(wrong.match(/aria-invalid="true"/g)).toHaveLength(2);
    expect(wrong).toContain('aria-describedby="address-problem"');
  });
});
