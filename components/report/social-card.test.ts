import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, expect, test, vi } from "vitest";
import { present } from "../../lib/checks/present/present.ts";
import type { PresentedReport } from "../../lib/checks/present/presented.ts";
import type { Report } from "../../lib/checks/report/report.ts";
import { fixtureReport, runningReport } from "../../lib/checks/testing/fixture-report.ts";
import { payloads } from "../../lib/checks/testing/payloads.ts";
import { cardImage } from "../../lib/http/card-image.ts";
import { cardWords, SocialCard } from "./social-card.tsx";

let drawn = 0;
const presented = (report: Report) => present(report, { id: `card-${drawn++}`, url: "" });
const shown = (report: PresentedReport): string =>
  renderToStaticMarkup(createElement(SocialCard, { report })).replaceAll(/<[^>]*>/g, " ");
const words = (report: Report): string => shown(presented(report));

/** The failed verdict that the headline quotes says this. */
const saying = (value: string): Report => ({
  ...fixtureReport,
  verdicts: fixtureReport.verdicts.map((v) =>
    v.signal === "fcrdns" ? { ...v, evidence: { ...v.evidence, name: [value], addresses: [value] } } : v,
  ),
});

afterEach(() => vi.restoreAllMocks());

test("a card has the target, the sentence and the counts", () => {
  const text = words(fixtureReport);
  for (const part of [
    "203.0.113.10",
    "which resolves to 203.0.113.99",
    "1 failed",
    "2 warnings",
    "could not be checked",
  ])
    expect(text).toContain(part);
  expect(cardWords(presented(fixtureReport))).toContain("1 failed");
});

test("the card of a running check shows no verdict", () => {
  for (const judged of [0, 5, 11]) {
    const text = words(runningReport(judged));
    expect(text).toContain("203.0.113.10");
    expect(text).not.toMatch(/failed|warning|passed|resolves to/);
    expect(cardWords(presented(runningReport(judged)))).not.toMatch(/failed|passed/);
  }
});

test("whatever servers say, a card has only what its faces can draw, and no more than fits", () => {
  const report = presented(fixtureReport);
  for (const code of payloads) {
    const text = shown({ ...report, headline: { ...report.headline, because: [{ code }] } });
    expect(text).toMatch(/^[\x20-\x7e\xa1-\xff–—‘’“”…]*$/);
    expect(text.length).toBeLessThan(900);
  }
});

test("a name that its face lacks is shown in the form that DNS has of it", () => {
  const host = "xn--80ak6aa92e.com";
  const text = words({ ...fixtureReport, path: host, target: { kind: "host", host, claims: { selectors: [] } } });
  expect(text).toContain(host);
  expect(text).not.toMatch(/\\u\{/);
});

test("drawing asks nobody for anything", async () => {
  const asked = vi.spyOn(globalThis, "fetch");
  for (const value of [
    "😀 中文 مرحبا",
    "</style><script>alert(1)</script>",
    "https://x.example/p.png",
    "mail.example.com",
  ]) {
    const png = await cardImage(presented(saying(value)));
    expect(Buffer.from(png.subarray(1, 4)).toString()).toBe("PNG");
    // Width and height stand in the first chunk (PNG 11.2.2).
    const size = new DataView(png.buffer, png.byteOffset);
    expect([size.getUint32(16), size.getUint32(20)]).toEqual([1200, 630]);
  }
  // Its own WebAssembly may come by a data: URL.
  expect(asked.mock.calls.filter(([url]) => !String(url).startsWith("data:"))).toEqual([]);
});
