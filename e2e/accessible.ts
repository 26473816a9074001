import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import type { RunOptions, run } from "axe-core";
import { expect } from "./test.ts";

const AXE = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

const EVERYTHING: RunOptions = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
};
/** Half of the time of a run is contrast, and colours depend on the scheme and on wide or narrow alone. */
const CONTRAST: RunOptions = { runOnly: { type: "rule", values: ["color-contrast"] } };
const BUT_CONTRAST: RunOptions = { ...EVERYTHING, rules: { "color-contrast": { enabled: false } } };

const WIDE = { width: 1240, height: 900 };
const PHONE = { width: 390, height: 844 };
/** The wide one at a zoom of 200 %. */
const ZOOMED = { width: 620, height: 450 };

/** A wide screen, in light and in dark. What is not about colours is the same in the dark. */
export const WIDE_LOOKS = [
  { look: "light", colorScheme: "light", viewport: WIDE, asked: EVERYTHING },
  { look: "dark", colorScheme: "dark", viewport: WIDE, asked: CONTRAST },
] as const;
/** These, and the narrow ones. */
export const LOOKS = [
  ...WIDE_LOOKS,
  { look: "200 %", colorScheme: "light", viewport: ZOOMED, asked: BUT_CONTRAST },
  { look: "phone", colorScheme: "light", viewport: PHONE, asked: EVERYTHING },
] as const;

/** Holds the page, as it is unfolded now, to WCAG 2.2 AA and axe's best practices in these looks; nothing sticks out. */
export async function expectAccessible(page: Page, looks: typeof LOOKS | typeof WIDE_LOOKS): Promise<void> {
  // Once for all looks: a browser takes longer to read axe than axe takes for a page. There are no iframes to look into.
  await page.evaluate(AXE);
  for (const { look, colorScheme, viewport, asked } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    const violations = await page.evaluate(violationsOf, asked);
    expect([look, ...violations]).toEqual([look]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect([look, Math.max(over, 0)]).toEqual([look, 0]);
  }
}

/**
 * In the browser. Only violations are asked for: to describe all that is right takes longer than to find what is wrong, and
 * so does a selector for each element that was looked at. Style sheets are not fetched again either, which takes half of the
 * time and serves a rule about screens that must be turned.
 */
async function violationsOf(asked: RunOptions) {
  const { axe } = globalThis as unknown as { axe: { run: typeof run } };
  const short: RunOptions = { resultTypes: ["violations"], reporter: "no-passes", selectors: false, preload: false };
  const { violations } = await axe.run(document, { ...asked, ...short });
  return violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))]);
}
