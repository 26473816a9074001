import { COHERENT, FAILING } from "./targets.ts";
import { expect, makeReport, test } from "./test.ts";

const NO_PTR = "203.0.113.20";

test("a report leads to a watch; its page shows what is seen, and the browser that started it stops it", async ({
  page,
  request,
}) => {
  await page.goto(await makeReport(request, { target: NO_PTR }));
  await page.getByRole("link", { name: "Tell me when…" }).click();
  await page.getByLabel("the PTR name resolves back to the address").check();
  await page.getByRole("button", { name: "Start watching" }).click();
  await page.waitForURL(/\/watch\/[\w-]{22}$/);
  await expect(page.locator("#answer")).toHaveText("203.0.113.20 has no PTR record.");
  await expect(page.getByText("Waiting until the PTR name resolves back to the address.")).toBeVisible();
  await expect(page.locator("#resolvers")).toContainText("Cloudflare");
  await expect(page.locator('link[type="application/atom+xml"]')).toHaveAttribute("href", /\/watch\/[\w-]{22}\.atom$/);

  const url = page.url();
  await page.getByRole("link", { name: "Stop this watch" }).click();
  await page.getByRole("button", { name: "Stop this watch" }).click();
  await page.waitForURL(url);
  await expect(page.getByText("This watch was stopped.")).toBeVisible();
  await expect(page.getByText("No further checks will be made.")).toBeVisible();
});

test("it works without scripts, and what holds already is said with its report", async ({
  browser,
  baseURL,
  request,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto(await makeReport(request, { target: COHERENT }));
  await page.getByRole("link", { name: "Tell me when…" }).click();
  await page.getByLabel("all public resolvers have the PTR record").check();
  await page.getByRole("button", { name: "Start watching" }).click();
  await page.waitForURL(/\/watch\//);
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("What was waited for")).toBeVisible({ timeout: 500 });
    await expect(page.getByRole("link", { name: /^report/ }).first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await page
    .getByRole("link", { name: /^report/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/r\//);
  await context.close();
});

test("a webhook that cannot be used is refused in a sentence; the way leads to the report", async ({
  page,
  request,
  manners,
}) => {
  manners.forgive(/status of 422/);
  const report = await makeReport(request, { target: FAILING });
  await page.goto(report);
  await page.getByRole("link", { name: "Tell me when…" }).click();
  await page.getByLabel("Webhook, if you have one").fill("https://10.1.2.3/hook");
  await page.getByRole("button", { name: "Start watching" }).click();
  await expect(page.getByRole("heading")).toContainText("is not a public address");
  await page.getByRole("link", { name: "Back to the report" }).click();
  await expect(page).toHaveURL(new RegExp(`${report}$`));
});

test("a watch that is not there is not found", async ({ page, manners }) => {
  manners.forgive(/status of 404/);
  expect((await page.goto(`/watch/${"A".repeat(22)}`))?.status()).toBe(404);
});
