import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import type { run } from "axe-core";
import { expect } from "./test.ts";

const AXE = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDE = { width: 1240, height: 900 };
const PHONE = { width: 390, height: 844 };
/** The wide one at a zoom of 200 %. */
const ZOOMED = { width: 620, height: 450 };

/** The ways a page is looked at. What is not about colours is the same in the dark. */
const LOOKS = [
  { look: "light", colorScheme: "light", viewport: WIDE, only: { type: "tag", values: TAGS } },
  { look: "dark", colorScheme: "dark", viewport: WIDE, only: { type: "rule", values: ["color-contrast"] } },
  { look: "200 %", colorScheme: "light", viewport: ZOOMED, only: { type: "tag", values: TAGS } },
  { look: "phone", colorScheme: "light", viewport: PHONE, only: { type: "tag", values: TAGS } },
] as const;

/** Holds the page, as it is unfolded now, to WCAG 2.2 AA and axe's best practices in every look; nothing sticks out. */
export async function expectAccessible(page: Page): Promise<void> {
  // Once for all looks: a browser takes longer to read axe than axe takes for a page. There are no iframes to look into.
  await page.evaluate(AXE);
  for (const { look, colorScheme, viewport, only } of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    const violations = await page.evaluate(violationsOf, { type: only.type, values: [...only.values] });
    expect([look, ...violations]).toEqual([look]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect([look, Math.max(over, 0)]).toEqual([look, 0]);
  }
}

/** In the browser. Only violations are asked for: to describe all that is right takes longer than to find what is wrong. */
async function violationsOf(runOnly: { type: "tag" | "rule"; values: string[] }) {
  const { axe } = globalThis as unknown as { axe: { run: typeof run } };
  const { violations } = await axe.run(document, { runOnly, resultTypes: ["violations"] });
  return violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))]);
}
