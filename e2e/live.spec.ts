import type { Page } from "@playwright/test";
import { NO_PTR } from "./kinds.ts";
import { COHERENT, DOMAIN, FAILING, HOST, LISTED, SILENT, SLOW } from "./targets.ts";
import { check, expect, field, finished, freshSelector, isOpen, row, rows, startReport, test } from "./test.ts";

/** Adds up what moved without the reader having touched anything, as browsers count it for CLS. */
const countShifts = () => {
  const shifts: { value: number; at: string }[] = [];
  Object.assign(globalThis, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
      sources: { node: Node | null }[];
    })[])
      if (!entry.hadRecentInput)
        shifts.push({
          value: entry.value,
          at: entry.sources.map(({ node }) => (node as Element | null)?.outerHTML?.slice(0, 120)).join(" | "),
        });
  }).observe({ type: "layout-shift", buffered: true });
};
const shifts = () => (globalThis as unknown as { shifts: { value: number; at: string }[] }).shifts;

/** CLS is 0 to two decimals; where it is not, says what moved. */
async function expectStill(page: Page): Promise<void> {
  const moved = await page.evaluate(shifts);
  expect(moved.reduce((sum, { value }) => sum + value, 0) < 0.005 ? [] : moved).toEqual([]);
}

test("every row is there at once as looking…, each fills by itself, and nothing jumps", async ({ page }) => {
  await page.addInitScript(countShifts);
  await page.goto("/");
  await field(page).fill(SLOW);
  await field(page).press("Enter");
  await page.waitForURL(/\/r\//);
  const total = await rows(page).count();
  expect(total).toBeGreaterThan(20);

  // What waits for the greeting is still open when what rests on DNS alone is judged.
  await expect(row(page, "fcrdns").locator(".badge")).toHaveText("Pass");
  await expect(row(page, "greeting-name").locator(".badge")).toHaveText("looking…");
  expect(await rows(page).count()).toBe(total);
  const judged = Number(await page.locator("progress").getAttribute("value"));
  expect(judged).toBeGreaterThan(0);
  await expect(page.locator(".progress")).toContainText(`of ${total} judged`);

  await finished(page);
  await expect(page.locator("[data-status=pending]")).toHaveCount(0);
  await expect(row(page, "greeting-name")).toHaveAttribute("data-status", "pass");
  expect(await rows(page).count()).toBe(total);
  await expect(page.locator("progress")).toHaveCount(0);
  await expectStill(page);
});

const SAMPLES = [COHERENT, FAILING, NO_PTR, LISTED, HOST, DOMAIN];
for (const [where, device] of [
  ["at a desk", { viewport: { width: 1240, height: 900 } }],
  ["on a phone", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
] as const)
  test.describe(`a report that was watched is the one that a reload gives, ${where}`, () => {
    test.use(device);
    for (const target of SAMPLES)
      test(target, async ({ page }) => {
        await page.clock.setFixedTime(new Date());
        await page.addInitScript(countShifts);
        await page.goto("/");
        await field(page).fill(target);
        await field(page).press("Enter");
        await page.waitForURL(/\/r\//);
        await finished(page);
        await page.waitForLoadState("networkidle");
        await expectStill(page);
        const picture = () => page.screenshot({ fullPage: true, animations: "disabled", caret: "hide" });
        const watched = await picture();
        await page.reload();
        await page.waitForLoadState("networkidle");
        expect(watched.equals(await picture())).toBe(true);
      });
  });

test("what a reader has opened stays open when the report takes the list's place", async ({ page, request }) => {
  const path = await startReport(request, { target: SILENT, selectors: [freshSelector()] });
  await page.goto(path);
  await expect(row(page, "fcrdns")).toHaveAttribute("data-status", "pass");
  const options = page.locator("[data-options]");
  await options.locator("summary").click();
  await page.getByLabel("Sending domain").fill("typed.example.com");
  // Stopped by somebody else: this page goes on to the end.
  await request.post(`/api/v1/reports/${path.slice(3)}/cancel`);
  await finished(page);
  expect(await isOpen(options)).toBe(true);
  await expect(page.getByLabel("Sending domain")).toHaveValue("typed.example.com");
});

test("two tabs show the same running check, and end the same", async ({ page, context, request }) => {
  const path = await startReport(request, { target: SLOW, selectors: [freshSelector()] });
  const other = await context.newPage();
  await Promise.all([page.goto(path), other.goto(path)]);
  await Promise.all([finished(page), finished(other)]);
  const report = (of: typeof page) => of.locator("main").allInnerTexts();
  expect(await report(other)).toEqual(await report(page));
});

test("asking for what is being checked already joins that check", async ({ page, context }) => {
  const other = await context.newPage();
  await check(page, `${SILENT}`);
  await check(other, `${SILENT}`);
  expect(other.url()).toBe(page.url());
});

test("stopping: what was judged stays, what was open is unknown, and the link stays good", async ({
  page,
  request,
}) => {
  const path = await startReport(request, { target: SILENT, selectors: [freshSelector()] });
  await page.goto(path);
  await expect(row(page, "fcrdns")).toHaveAttribute("data-status", "pass");
  await page.getByRole("button", { name: "Stop the check" }).click();
  await finished(page);
  expect(new URL(page.url()).pathname).toBe(path);
  await expect(page.getByText("This check was stopped.")).toBeVisible();
  await expect(row(page, "fcrdns")).toHaveAttribute("data-status", "pass");
  await expect(row(page, "starttls")).toHaveAttribute("data-status", "unknown");
  await expect(page.getByText("Nothing can be said yet")).toBeVisible();
  await expect(page.getByText("Nothing to fix")).toHaveCount(0);
});
