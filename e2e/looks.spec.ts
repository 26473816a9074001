import { COHERENT, FAILING, HOST, SILENT } from "./targets.ts";
import { expect, makeReport, row, startReport, test } from "./test.ts";

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
