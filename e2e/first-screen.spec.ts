import type { Locator } from "@playwright/test";
import { AT_PROVIDER, NO_PTR } from "./kinds.ts";
import { COHERENT, DOMAIN, FAILING, HOST, LISTED, UNKNOWN } from "./targets.ts";
import { expect, makeReport, test } from "./test.ts";

/** Twelve reports, and what somebody without any knowledge of DNS has to find on the first screen. */
const REPORTS = [
  ["no PTR record", { target: NO_PTR }],
  ["no PTR record, at a provider that we know", { target: AT_PROVIDER }],
  ["a PTR record that names another server", { target: FAILING }],
  ["a generic PTR name", { target: "203.0.113.27" }],
  ["an EHLO name that is none", { target: "203.0.113.71" }],
  ["a listed address", { target: LISTED }],
  ["a shared sender", { target: "203.0.113.36", from: "hosted-mail.example.org" }],
  ["everything in order", { target: COHERENT }],
  ["a closed port 25", { target: "203.0.113.80" }],
  ["resolvers without an answer", { target: UNKNOWN }],
  ["a host", { target: HOST }],
  ["a domain", { target: DOMAIN }],
] as const;

/** What there is to take along first. Where resolvers did not answer nothing is sent: the step says what to ask. */
const toSend = (step: Locator): Locator => step.locator(".copyable, summary").first();

for (const [what, asked] of REPORTS)
  test(`${what}: what is wrong, who acts and what to send stand on the first screen`, async ({ page, request }) => {
    const path = await makeReport(request, asked);
    for (const viewport of [
      { width: 1280, height: 900 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(viewport);
      await page.goto(path);
      const step = page.locator("#plan li").first();
      // The fact and its consequence; then who acts, and the text to send or the record; or that there is nothing to do.
      const parts =
        (await step.count()) > 0
          ? [step.locator("h3"), step.locator("h3 + p"), ...(asked.target === UNKNOWN ? [] : [toSend(step)])]
          : [page.locator("#plan p").first()];
      // What a fault leads to is said where it leads to something.
      const consequence = page.locator("#answer + p:not(:empty)");
      // What its words mean: of two, a phone says one.
      const terms = page.locator("[data-terms] dfn:visible");
      const meant = await terms.count();
      expect([1, 2]).toContain(meant);
      if (viewport.width < 768) expect(meant).toBe(1);
      for (const part of [
        page.locator("#answer"),
        ...((await consequence.count()) > 0 ? [consequence] : []),
        terms.last(),
        ...parts,
      ]) {
        await expect(part).toBeVisible();
        // Of several lines to take along the first two.
        const end = await part.evaluate((element) => {
          const { top, height } = element.getBoundingClientRect();
          return top + Math.min(height, element.matches(".copyable") ? 44 : height);
        });
        expect([await part.textContent(), Math.max(end, viewport.height)]).toEqual([
          await part.textContent(),
          viewport.height,
        ]);
      }
    }
  });

test("on a phone a name to copy is not broken at its hyphens, and all of it is what is copied", async ({
  page,
  request,
}) => {
  const path = await makeReport(request, { target: NO_PTR });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(path);
  const record = page.locator("#plan .texts pre").first();
  expect(await record.textContent()).toMatch(/^20\.113\.0\.203\.in-addr\.arpa\. 3600 IN PTR no-ptr\.example\.com\.$/);
  const names = record.locator("span", { hasText: /^\S+\.\S+$/ });
  const lines = await names.evaluateAll((all) =>
    all.map((name) => [
      name.textContent,
      new Set([...name.getClientRects()].map(({ top }) => top)).size,
      name.clientHeight,
    ]),
  );
  const lineHeight = await record.evaluate((element) => Number.parseFloat(getComputedStyle(element).lineHeight));
  expect(lines.length).toBeGreaterThanOrEqual(2);
  for (const [name, boxes, height] of lines)
    expect([name, boxes, Number(height) < 1.5 * lineHeight]).toEqual([name, 1, true]);
  // Nothing of it is cut off.
  expect(await record.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
});

test("on a phone the options stand below the line before them, also where they take two", async ({ page, request }) => {
  const path = await makeReport(request, { target: "203.0.113.36", from: "hosted-mail.example.org" });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(path);
  const facts = await page.locator(".report-head ul").boundingBox();
  const options = await page.locator("[data-options] summary > span").first().boundingBox();
  expect(options?.y).toBeGreaterThanOrEqual((facts?.y ?? 0) + (facts?.height ?? 0) - 1);
});
