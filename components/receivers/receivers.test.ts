import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { reportJson } from "../../lib/checks/present/export/json.ts";
import { present } from "../../lib/checks/present/present.ts";
import { receiversFor } from "../../lib/checks/receivers/index.ts";
import { type Report, reportSchema } from "../../lib/checks/report/report.ts";
import { ip } from "../../lib/checks/testing/facts.ts";
import { fixtureReport, twoAddresses } from "../../lib/checks/testing/fixture-report.ts";
import { points } from "./action-badge.tsx";
import { Receivers } from "./receivers.tsx";

const presented = (report: Report) => present(report, { id: "abc", url: "https://np.example/r/abc" });
const section = (report: Report): string =>
  renderToStaticMarkup(createElement(Receivers, { report: presented(report), full: true }));
const cards = (html: string): string[] => html.split("<details data-receiver").slice(1);

describe("the section of receivers", () => {
  const html = section(fixtureReport);

  test("has a line for each receiver of the address's family, providers first, the worst before the others", () => {
    expect(cards(html)).toHaveLength(receiversFor(ip("203.0.113.10")).length);
    const actions = cards(html).map((card) => /data-action="(\w+)"/.exec(card)?.[1]);
    expect(actions[0]).toBe("reject");
    expect(html.indexOf("Gmail")).toBeLessThan(html.indexOf("Yahoo and AOL"));
    expect(html.indexOf("Fastmail")).toBeLessThan(html.indexOf("Postfix, strict"));
  });

  test("counts them in one sentence", () => {
    expect(html).toMatch(/>\d+ of \d+ refuse, (\d+ [a-z ]+, )*\d+ [a-z ]+\. Content and reputation count too\./);
  });

  test("says what each does with an icon and a word, the reply, and where the rule was read", () => {
    const [gmail = ""] = cards(html);
    expect(gmail).toMatch(/<span class="badge fail"><svg.*<\/svg>Refuses<\/span>/);
    expect(gmail).toContain("550 5.7.25");
    expect(gmail).toContain("Email sender guidelines");
    expect(gmail).toContain('href="/receivers/gmail"');
  });

  test("has the rules in it only where all evidence is asked for", () => {
    const short = renderToStaticMarkup(createElement(Receivers, { report: presented(fixtureReport), full: false }));
    expect(short).toContain('<div id="receiver-gmail" data-slot=""></div>');
    expect(short).not.toContain("550 5.7.25 The IP");
  });

  test("opens nothing by itself", () => {
    expect(html).not.toContain(" open=");
  });

  test("keeps two servers apart: the one that is refused more is shown, the other folded", () => {
    const two = section(twoAddresses());
    expect(two.match(/<summary class="button/g)).toHaveLength(1);
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
