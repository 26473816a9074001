import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import type { RunOptions, run, Spec } from "axe-core";
import { firstOfEachKind, shownNow } from "./look-alikes.ts";
import { expect } from "./test.ts";

const AXE = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

const EVERYTHING: RunOptions = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
};
/** The rules that may say something else of the same elements where all of them are shown as before. */
const LOOKS_ALONE: RunOptions = {
  runOnly: {
    type: "rule",
    values: ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size", "th-has-data-cells"],
  },
};
const ASKED = { EVERYTHING, LOOKS_ALONE };

const WIDE = { width: 1240, height: 900 };
const PHONE = { width: 390, height: 844 };
/** The wide one at a zoom of 200 %. */
const ZOOMED = { width: 620, height: 450 };

/** A wide screen, in light and in dark. */
export const WIDE_LOOKS = [
  { look: "light", colorScheme: "light", viewport: WIDE },
  { look: "dark", colorScheme: "dark", viewport: WIDE },
] as const;
/** These, and the narrow ones. */
export const LOOKS = [
  ...WIDE_LOOKS,
  { look: "200 %", colorScheme: "light", viewport: ZOOMED },
  { look: "phone", colorScheme: "light", viewport: PHONE },
] as const;

/** Holds the page, as it is unfolded now, to WCAG 2.2 AA and axe's best practices in these looks; nothing sticks out. */
export async function expectAccessible(page: Page, looks: typeof LOOKS | typeof WIDE_LOOKS): Promise<void> {
  // Once for all looks: a browser takes longer to read axe than axe takes for a page. There are no iframes to look into.
  const own = `{ shown: new Set(), shownNow: ${shownNow}, firstOfEachKind: ${firstOfEachKind} }`;
  await page.evaluate(`${AXE}; globalThis.looked = ${own}`);
  for (const { look, colorScheme, viewport } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    const violations = await page.evaluate(violationsOf, ASKED);
    expect([look, ...violations]).toEqual([look]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect([look, Math.max(over, 0)]).toEqual([look, 0]);
  }
}

/**
 * In the browser. Only violations are asked for: to describe all that is right takes longer than to find what is wrong, and
 * so does a selector or the HTML of each element that was looked at. Style sheets are not fetched again either, which takes
 * half of the time and serves a rule about screens that must be turned. And what was asked in an earlier look, and can have
 * no other answer in this one, is not asked again (look-alikes.ts).
 */
async function violationsOf({ EVERYTHING, LOOKS_ALONE }: typeof ASKED) {
  const { axe, looked } = globalThis as unknown as {
    axe: { run: typeof run; configure: (spec: Spec & { noHtml: boolean }) => void };
    looked: { shown: Set<string>; shownNow: typeof shownNow; firstOfEachKind: typeof firstOfEachKind };
  };
  const shown = looked.shownNow();
  const asked = looked.shown.has(shown) ? LOOKS_ALONE : EVERYTHING;
  looked.shown.add(shown);
  const first = looked.firstOfEachKind();
  for (const element of first) element.setAttribute("data-first-of-kind", "");
  axe.configure({ noHtml: true, rules: [{ id: "color-contrast", selector: "[data-first-of-kind]" }] });
  const short: RunOptions = { resultTypes: ["violations"], reporter: "no-passes", selectors: false, preload: false };
  const { violations } = await axe.run(document, { ...asked, ...short, elementRef: true });
  for (const element of first) element.removeAttribute("data-first-of-kind");
  return violations.map(({ id, nodes }) => [
    id,
    ...nodes.slice(0, 3).map(({ element }) => element?.outerHTML.slice(0, 160)),
  ]);
}
