import { AxeBuilder } from "@axe-core/playwright";
import { KINDS, pathOf } from "./kinds.ts";
import { expect, test } from "./test.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDE = { width: 1240, height: 900 };
const PHONE = { width: 390, height: 844 };
/** The wide one at a zoom of 200 %. */
const ZOOMED = { width: 620, height: 450 };

const NARROW = [
  ["200 %", "light", ZOOMED, undefined],
  ["phone", "light", PHONE, undefined],
] as const;
const ALL = [["light", "light", WIDE, undefined], ["dark", "dark", WIDE, ["color-contrast"]], ...NARROW] as const;

// With all there is to unfold unfolded. What needs no report is seen on wide screens by looks.spec.ts.
for (const kind of KINDS)
  test(`${kind.what}: accessible, on a phone and at 200 %, too`, async ({ page, request, manners }) => {
    test.slow();
    if (kind.missing) manners.forgive(/status of 4(04|10)/);
    await page.goto(await pathOf(kind, request));
    await expect(page.getByRole("button", { name: "Stop the check" })).toHaveCount(0);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    for (const [look, colorScheme, viewport, rules] of typeof kind.path === "string" ? NARROW : ALL) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      const axe = new AxeBuilder({ page });
      // What is not about colours is the same in the dark.
      const { violations } = await (rules ? axe.withRules([...rules]) : axe.withTags(TAGS)).analyze();
      const found = violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))]);
      expect([look, ...found]).toEqual([look]);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect([look, Math.max(over, 0)]).toEqual([look, 0]);
    }
  });
