import { SILENT, SLOW } from "./targets.ts";
import { check, expect, field, finished, freshSelector, isOpen, row, startReport, test } from "./test.ts";

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
const shifts = () => (globalThis as unknown as { shifts: unknown[] }).shifts;

test("every row is there at once as looking…, each fills by itself, and nothing jumps", async ({ page }) => {
  await page.addInitScript(countShifts);
  await page.goto("/");
  await field(page).fill(SLOW);
  await field(page).press("Enter");
  await page.waitForURL(/\/r\//);
  const rows = page.locator(".scorecard details.row");
  const total = await rows.count();
  expect(total).toBeGreaterThan(20);
  const pending = page.locator("details.row.pending");

  // What waits for the greeting is still open when what rests on DNS alone is judged.
  await expect(row(page, "fcrdns").locator(".badge")).toHaveText("Pass");
  await expect(row(page, "greeting-name").locator(".badge")).toHaveText("looking…");
  expect(await rows.count()).toBe(total);
  const judged = Number(await page.locator("progress").getAttribute("value"));
  expect(judged).toBeGreaterThan(0);
  await expect(page.locator(".progress")).toContainText(`of ${total} judged`);

  await finished(page);
  await expect(pending).toHaveCount(0);
  await expect(row(page, "greeting-name").locator(".badge")).toHaveText("Pass");
  expect(await rows.count()).toBe(total);
  await expect(page.locator("progress")).toHaveCount(0);
  expect(await page.evaluate(shifts)).toEqual([]);
});

for (const [where, width] of [
  ["at a desk", 1240],
  ["on a phone", 390],
] as const)
  test(`a failing check fills without a jump, too, and opens nothing by itself, ${where}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.addInitScript(countShifts);
    await page.goto("/");
    await field(page).fill("203.0.113.212");
    await field(page).press("Enter");
    await finished(page);
    expect(await page.evaluate(shifts)).toEqual([]);
    // Whoever opens the link later finds what is wrong unfolded.
    await page.reload();
    await expect(page.locator("details.row.fail").first()).toHaveAttribute("open");
  });

test("what a reader has opened stays open while the rest fills", async ({ page, request }) => {
  const path = await startReport(request, { target: SILENT, selectors: [freshSelector()] });
  await page.goto(path);
  const [early, late] = [row(page, "fcrdns"), row(page, "starttls")];
  await expect(early.locator(".badge")).toHaveText("Pass");
  await early.locator("summary").click();
  await late.locator("summary").click();
  await expect(late).toContainText("This row fills in by itself");
  // Stopped by somebody else: this page goes on being filled.
  await request.post(`/api/v1/reports/${path.slice(3)}/cancel`);
  await finished(page);
  expect([await isOpen(early), await isOpen(late)]).toEqual([true, true]);
  await expect(late).toContainText("About this signal");
  await early.locator("summary").click();
  expect([await isOpen(early), await isOpen(late)]).toEqual([false, true]);
});

test("two tabs show the same running check, and end the same", async ({ page, context, request }) => {
  const path = await startReport(request, { target: SLOW, selectors: [freshSelector()] });
  const other = await context.newPage();
  await Promise.all([page.goto(path), other.goto(path)]);
  await Promise.all([finished(page), finished(other)]);
  const report = (of: typeof page) => of.locator(".scorecard").allInnerTexts();
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
  await expect(row(page, "fcrdns").locator(".badge")).toHaveText("Pass");
  await page.getByRole("button", { name: "Stop the check" }).click();
  await finished(page);
  expect(new URL(page.url()).pathname).toBe(path);
  await expect(page.getByText("This check was stopped.")).toBeVisible();
  await expect(row(page, "fcrdns").locator(".badge")).toHaveText("Pass");
  await expect(row(page, "starttls").locator(".badge")).toHaveText("Unknown");
});
