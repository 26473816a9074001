import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { reportJson } from "../../lib/checks/present/export/json.ts";
import { present } from "../../lib/checks/present/present.ts";
import { receiversFor } from "../../lib/checks/receivers/index.ts";
import { type Report, reportSchema } from "../../lib/checks/report/report.ts";
import { ip } from "../../lib/checks/testing/facts.ts";
import { fixtureReport, runningReport, twoAddresses } from "../../lib/checks/testing/fixture-report.ts";
import { points } from "./action-badge.tsx";
import { Receivers } from "./receivers.tsx";

const presented = (report: Report) => present(report, { id: "abc", url: "https://np.example/r/abc" });
const section = (report: Report): string =>
  renderToStaticMarkup(createElement(Receivers, { report: presented(report) }));
const cards = (html: string): string[] => html.split('<details class="outlook').slice(1);

describe("the section of receivers", () => {
  const html = section(fixtureReport);

  test("has a card for each receiver of the address's family, providers first", () => {
    expect(cards(html)).toHaveLength(receiversFor(ip("203.0.113.10")).length);
    expect(
      cards(html)
        .slice(0, 4)
        .map((card) => /<b>([^<]+)/.exec(card)?.[1]),
    ).toEqual(["Gmail", "Microsoft, over IPv4", "Yahoo and AOL", "Apple iCloud Mail"]);
    expect(html.indexOf("Fastmail")).toBeLessThan(html.indexOf("Postfix, strict"));
  });

  test("says what each does with an icon and a word, the reply, and where the rule was read", () => {
    const [gmail = ""] = cards(html);
    expect(gmail).toMatch(/<span class="badge fail"><svg.*<\/svg>Refuses<\/span>/);
    expect(gmail).toContain("550 5.7.25");
    expect(gmail).toContain("Email sender guidelines");
    expect(gmail).toContain('href="/receivers/gmail"');
  });

  test("opens nothing by itself", () => {
    expect(html).not.toContain(" open=");
  });

  test("has all its cards from the start while the check runs", () => {
    const running = section(runningReport(0));
    expect(cards(running)).toHaveLength(cards(html).length);
    expect(running.match(/looking…/g)).toHaveLength(cards(html).length);
  });

  test("keeps two servers apart", () => {
    const two = section(twoAddresses());
    expect(two.match(/<h3 class="subject">/g)).toHaveLength(2);
    expect(two).toContain("over IPv6");
  });

  test("is not there in a report from before receivers were judged", () => {
    const { receivers: _, ...old } = fixtureReport;
    const read = reportSchema.parse(JSON.parse(JSON.stringify(old)));
    expect(read.receivers).toEqual([]);
    expect(section(read)).toBe("");
  });

  test("a receiver or rule that is gone still has its line", () => {
    const [first] = fixtureReport.receivers;
    if (!first) throw new Error("no outlook");
    const receivers = [
      { ...first, receiver: "gone" },
      { ...first, rule: "gone" },
    ];
    expect(cards(section({ ...fixtureReport, receivers }))).toHaveLength(2);
  });
});

test("programs get the same, in plain text", () => {
  const [gmail, ...others] = reportJson(presented(fixtureReport)).receivers;
  expect(gmail).toMatchObject({
    receiver: "gmail",
    kind: "provider",
    action: "reject",
    rule: "unconfirmed",
    says: expect.any(String),
    reply: expect.stringMatching(/^550/),
    score: null,
    confidence: "documentation",
    source: { read: "2026-11-22" },
  });
  expect(others.find(({ receiver }) => receiver === "spamassassin")?.score).toMatchObject({
    least: expect.any(Number),
    most: expect.any(Number),
  });
});

test.each([
  [{ least: 2.5, most: 2.5 }, "+2.5 points"],
  [{ least: 1, most: 1 }, "+1 point"],
  [{ least: 0.793, most: 2.399 }, "+0.8 to 2.4 points"],
  [{ least: 0, most: 3 }, "up to +3 points"],
])("points as words", (score, words) => {
  expect(points(score)).toBe(words);
});
