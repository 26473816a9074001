import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { COHERENT, DOMAIN, FAILING, HOST, LISTED, SILENT, UNKNOWN } from "./targets.ts";
import { expect, makeReport, row, startReport, test } from "./test.ts";

const PAGES: readonly (readonly [string, string])[] = [
  ["the form", "/"],
  ["the form with a problem", "/?q=10.1.2.3&from=not+a+domain"],
  ["the form with a choice", "/?q=203.0.113.10+203.0.113.20"],
  ["the list of signals", "/signals"],
  ["a signal", "/signals/fcrdns"],
  ["the list of receivers", "/receivers"],
  ["a receiver", "/receivers/gmail"],
  ["the list of providers", "/providers"],
  ["a provider", "/providers/hetzner"],
  ["a pasted bounce", "/bounce"],
  ["the reader's own address", "/your-address"],
  ["the API", "/api"],
  ["not found", "/nowhere"],
];
/** What a report can look like; those that show every colour are looked at in the dark, too. */
const REPORTS = [
  { what: "in order", target: COHERENT, schemes: ["light"] },
  { what: "failing", target: FAILING, schemes: ["light", "dark"] },
  { what: "with unknowns", target: UNKNOWN, schemes: ["light", "dark"] },
  { what: "of a listed server", target: LISTED, schemes: ["light"] },
  { what: "of a host", target: HOST, schemes: ["light"] },
  { what: "of a domain", target: DOMAIN, schemes: ["light"] },
];

for (const colorScheme of ["light", "dark"] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    for (const [what, path] of PAGES)
      test(`${what} is accessible and says that this is a demo`, async ({ page, manners }) => {
        manners.forgive(/status of 404/);
        await page.goto(path);
        await holds(page, colorScheme);
      });

    for (const { what, target } of REPORTS.filter(({ schemes }) => schemes.includes(colorScheme)))
      test(`a report ${what} is accessible with every row open, and says that this is a demo`, async ({
        page,
        request,
      }) => {
        await page.goto(await makeReport(request, { target }));
        // Of several servers side by side one is looked at in depth.
        await page.evaluate(() => {
          const [first] = document.querySelectorAll("section.scorecard");
          for (const details of first?.querySelectorAll("details") ?? []) details.open = true;
        });
        await holds(page, colorScheme);
      });

    test("a running report is accessible and says that this is a demo", async ({ page, request }) => {
      await page.goto(await startReport(request, { target: SILENT, from: `${colorScheme}.example.com` }));
      await expect(row(page, "fcrdns").locator(".badge")).toHaveText("Pass");
      await holds(page, colorScheme);
    });
  });

async function holds(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await expect(page.getByRole("complementary", { name: "Demo" })).toBeVisible();
  const axe = new AxeBuilder({ page });
  // What is not about colours is the same in the dark.
  const { violations } = await (colorScheme === "dark"
    ? axe.withRules(["color-contrast"])
    : axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
  ).analyze();
  expect(violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))])).toEqual(
    [],
  );
}

test("dark is dark, by the reader's preference alone", async ({ page }) => {
  const brightness = () =>
    page.evaluate(() => {
      const [r = 0, g = 0, b = 0] =
        getComputedStyle(document.body)
          .backgroundColor.match(/[\d.]+/g)
          ?.map(Number) ?? [];
      return (r + g + b) / 3;
    });
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  expect(await brightness()).toBeGreaterThan(200);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await brightness()).toBeLessThan(60);
});

for (const [look, width, colorScheme] of [
  ["light", 1240, "light"],
  ["dark", 1240, "dark"],
  ["phone", 390, "light"],
] as const)
  test(`pictures are kept: ${look}`, async ({ page, request }) => {
    await page.setViewportSize({ width, height: look === "phone" ? 844 : 1500 });
    await page.emulateMedia({ colorScheme });
    const picture = (name: string, fullPage: boolean) =>
      page.screenshot({ path: `artifacts/screenshots/${name}-${look}.png`, fullPage });
    await page.goto("/");
    await picture("home", false);
    for (const [name, target] of Object.entries({ coherent: COHERENT, failing: FAILING, host: HOST })) {
      await page.goto(await makeReport(request, { target }));
      await picture(name, true);
    }
    await page.goto(await startReport(request, { target: SILENT, from: `${look}.example.com` }));
    await expect(row(page, "fcrdns").locator(".badge")).toHaveText("Pass");
    await picture("running", true);
  });
