import { COHERENT, FAILING, SILENT, SLOW } from "./targets.ts";
import { check, expect, finished, freshSelector, makeReport, rows, startReport, test } from "./test.ts";

test("the link shows somebody else the same report, with and without scripts", async ({ page, browser, baseURL }) => {
  await check(page, FAILING);
  await finished(page);
  await page.reload();
  const said = (of: typeof page) =>
    of.locator("#answer, #plan, #problems, #receivers, [data-folded], .chain-list").allTextContents();
  const own = await said(page);
  expect(own.join().length).toBeGreaterThan(1000);
  for (const javaScriptEnabled of [true, false]) {
    const elsewhere = await browser.newContext({ javaScriptEnabled, ...(baseURL && { baseURL }) });
    const theirs = await elsewhere.newPage();
    await theirs.goto(page.url());
    expect(await said(theirs)).toEqual(own);
    await elsewhere.close();
  }
});

test("check again makes another report; the first stays as it was", async ({ page, request }) => {
  const path = await makeReport(request, { target: COHERENT, selectors: [freshSelector()] });
  await page.goto(path);
  const seen = () => page.locator(".report-head time").getAttribute("datetime");
  const before = await seen();
  await page.getByRole("button", { name: "Check again" }).click();
  await page.waitForURL((url) => url.pathname !== path);
  await finished(page);
  expect(await seen()).not.toBe(before);
  // What the reader told us is asked again, too.
  await expect(page.locator(".report-head")).toContainText("DKIM selector");
  await page.goto(path);
  expect(await seen()).toBe(before);
});

test("the browser that made a report can delete it; then its link says so", async ({ page, manners }) => {
  manners.forgive(/status of 410/);
  await check(page, COHERENT);
  await finished(page);
  const url = page.url();
  await page.getByRole("link", { name: "Delete this report" }).click();
  await page.getByRole("button", { name: "Delete this report for good" }).click();
  const gone = await page.goto(url);
  expect(gone?.status()).toBe(410);
  await expect(page.getByText("This report is no longer kept.")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("deleting asks once, and can be undone", async ({ page, manners }) => {
    manners.forgive(/status of 410/);
    await check(page, COHERENT);
    await finished(page);
    const url = page.url();
    await page.getByRole("link", { name: "Delete this report" }).click();
    await page.getByRole("button", { name: "Delete this report for good" }).click();
    await expect(page.getByText("This report is no longer kept.")).toBeVisible();
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await expect(page).toHaveURL(url);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(COHERENT);
  });
});

test("copy buttons and the share menu", async ({ page, context, request, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const path = await makeReport(request, { target: FAILING });
  await page.goto(path);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByText("Share", { exact: true }).click();

  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Copied" })).toBeAttached();
  expect(await copied()).toBe(`${baseURL}${path}`);

  await page.getByRole("button", { name: "Copy as text for a ticket" }).click();
  await expect.poll(copied).toContain(FAILING);
  expect(await copied()).toContain(`${baseURL}${path}`);
  await page.getByRole("button", { name: "Copy as Markdown" }).click();
  await expect.poll(copied).toMatch(/^#+ /m);

  const block = page.locator("#plan .copyable").first();
  await block.getByRole("button").click();
  await expect.poll(copied).toBe(await block.locator("pre").textContent());
  await page.getByText("Share", { exact: true }).click();

  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Copy link" })).toBeHidden();
  await expect(page.locator("[data-menu] > summary", { hasText: "Share" })).toBeFocused();
  await page.keyboard.press("Enter");

  for (const [name, type] of [
    ["Plain text", "text/plain"],
    ["Markdown", "text/markdown"],
    ["JSON", "application/json"],
    ["Image", "image/png"],
  ] as const) {
    const link = page.getByRole("link", { name, exact: true });
    const answer = await request.get((await link.getAttribute("href")) ?? "");
    expect([answer.status(), answer.headers()["content-type"]?.split(";")[0]]).toEqual([200, type]);
  }
});

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("the form works, the running page refreshes itself, the finished one is complete", async ({ page }) => {
    await page.goto("/");
    await page.locator("#target").fill(SLOW);
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await expect(page).toHaveURL(/\/r\/[\w-]{22}$/);
    const url = page.url();
    await expect(page.locator("[data-status=pending]").first()).toBeVisible();
    await finished(page);
    expect(page.url()).toBe(url);
    await expect(page.locator("[data-status=pending]")).toHaveCount(0);
    for (const one of await rows(page).all()) expect((await one.textContent())?.length).toBeGreaterThan(15);
    // What is folded is in the full report, which a link beside it leads to.
    await page.locator("#all-pass > summary").click();
    await page.locator("#all-pass").getByRole("link", { name: "The full report has all of it" }).click();
    await expect(page.locator("#starttls")).toContainText("TLS");
    await expect(page.locator("meta[http-equiv=refresh]")).toHaveCount(0);
    // A button that needs a script is not shown where there is none.
    await expect(page.locator(".copy").filter({ visible: true })).toHaveCount(0);
  });

  test("the options of a report are a form as any other, and lead to what differs", async ({ page, request }) => {
    await page.goto(await makeReport(request, { target: COHERENT, selectors: [freshSelector()] }));
    await page.locator("[data-options] > summary").click();
    await expect(page.getByLabel("Sending domain")).toHaveValue("example.com");
    await expect(page.getByLabel("EHLO name it sends")).toHaveValue("mail.example.com");
    await page.getByLabel("EHLO name it sends").fill("other.example.com");
    await page.getByRole("button", { name: "Check with these" }).click();
    await expect(page).toHaveURL(/\/r\/[\w-]{22}\?since=[\w-]{22}$/);
    await finished(page);
    await expect(page.locator("[data-options]")).toContainText("saying EHLO other.example.com");
    await page.getByRole("link", { name: /What has changed since/ }).click();
    await expect(page).toHaveURL(/\/compare\//);
  });

  test("a refused target has its sentence beside the field", async ({ page }) => {
    await check(page, "192.168.1.1");
    await expect(page.locator("#target-problem")).toBeVisible();
    await expect(page.locator("#target")).toHaveValue("192.168.1.1");
  });

  test("a check can be stopped", async ({ page, request }) => {
    await page.goto(await startReport(request, { target: SILENT, selectors: [freshSelector()] }));
    await page.getByRole("button", { name: "Stop the check" }).click();
    await expect(page.getByText("This check was stopped.")).toBeVisible();
  });
});
