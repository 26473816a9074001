import type { Locator, Page } from "@playwright/test";
import { expectAccessible, WIDE_LOOKS } from "./accessible.ts";
import { NO_PTR } from "./kinds.ts";
import { FITS, makePool, ODD, POOL, startPool } from "./pools.ts";
import { COHERENT, SILENT, SLOW } from "./targets.ts";
import { check, expect, field, finished, freshSelector, test } from "./test.ts";

const over = (page: Page) => expect(page.getByRole("button", { name: "Check again" })).toBeVisible();
const row = (page: Page, target: string): Locator => page.locator(`#rows tr[data-target="${target}"]`);
const targets = (page: Page) =>
  page.locator("#rows tr[data-target]").evaluateAll((rows) => rows.map((each) => (each as HTMLElement).dataset.target));

test("three addresses behind one NAT, one of them odd: from the form to its own report", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: /Several addresses/ }).click();
  await page.getByLabel("Addresses, ranges, host names").fill(`${POOL.join("\n")}\n10.1.2.3`);
  await page.getByLabel("Sending domain").fill("example.com");
  await page.getByRole("button", { name: "Check the pool" }).click();
  await expect(page).toHaveURL(/\/pool\/[\w-]{22}$/);
  const url = page.url();
  await over(page);
  expect(page.url()).toBe(url);

  // One sentence, then the odd one and why.
  await expect(page.locator("#answer")).toContainText("1 of 3");
  const odd = page.locator("#odd li");
  await expect(odd).toHaveCount(1);
  await expect(odd).toHaveAttribute("data-target", ODD);
  await expect(odd).toHaveAttribute("data-odd", /\bgeneric\b/);
  await expect(odd).toContainText("static.142.113.0.203.clients.hosting.example.net");
  // The line that was not used, by its number.
  await expect(page.locator("#rejected [data-line='4']")).toContainText("private");
  expect(await targets(page)).toHaveLength(POOL.length);
  expect((await targets(page))[0]).toBe(ODD);
  await expect(row(page, FITS)).toContainText("out1.example.com");

  // By the keyboard through the cells to the odd one's report.
  const cells = page.locator("#map .cell");
  await expect(cells).toHaveCount(POOL.length);
  await cells.first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(cells.nth(1)).toBeFocused();
  await expect(cells.first()).toHaveAttribute("tabindex", "-1");
  await page.keyboard.press("n");
  await expect(page.getByRole("link", { name: new RegExp(`^${ODD} .*odd$`) })).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("n");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/(r|check)\//);
  await page.waitForURL(/\/r\//);
  await finished(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(ODD);
  await expect(page.locator(".report-head")).toContainText("Checked as sender of example.com");
});

test("the table is sorted and filtered at once, and its address says how", async ({ page, request }) => {
  await page.goto(await makePool(request, POOL), { waitUntil: "networkidle" });
  await page.getByRole("link", { name: "Address", exact: true }).click();
  await expect.poll(() => targets(page)).toEqual([...POOL].sort());
  await expect(page).toHaveURL(/\?sort=address$/);
  await page.getByRole("link", { name: "Address", exact: true }).click();
  await expect(page.getByRole("columnheader", { name: "Address" })).toHaveAttribute("aria-sort", "descending");
  await expect.poll(() => targets(page)).toEqual([...POOL].sort().reverse());
  await page.getByLabel("Filter by address or name").fill("out1.example");
  await expect.poll(() => targets(page)).toEqual([FITS]);
  await expect(page).toHaveURL(/filter=out1\.example/);
  await page.reload({ waitUntil: "networkidle" });
  await expect.poll(() => targets(page)).toEqual([FITS]);
  await page.getByRole("link", { name: /^Odd/ }).click();
  await expect(page.getByText("No address fits.")).toBeVisible();
});

/** Adds up what moved without the reader having touched anything, as browsers count it for CLS. */
const countShifts = () => {
  Object.assign(globalThis, { moved: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) (globalThis as unknown as { moved: number }).moved += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
};

for (const [where, viewport] of [
  ["at a desk", { width: 1240, height: 900 }],
  ["on a phone", { width: 390, height: 844 }],
] as const)
  test(`rows stream in, and nothing jumps, ${where}`, async ({ page, request }) => {
    await page.setViewportSize(viewport);
    await page.addInitScript(countShifts);
    await page.goto(await startPool(request, [...POOL, SILENT, "203.0.113.64-203.0.113.75"]));
    await expect(page.locator("[data-done]")).toHaveAttribute("data-total", "16");
    await expect(page.locator("#map .cell")).toHaveCount(16);
    await expect(page.locator("[data-rows] li")).toHaveCount(16);
    await over(page);
    await expect(page.locator("[data-done]")).toHaveCount(0);
    await expect(page.locator("[data-status=pending]")).toHaveCount(0);
    expect(await page.evaluate(() => (globalThis as unknown as { moved: number }).moved)).toBeLessThan(0.005);
  });

test("stopping: what was seen stays, and the link stays good; only its maker can", async ({ page, request }) => {
  await putIn(page, `${COHERENT}\n${SILENT}`);
  const { pathname } = new URL(page.url());
  await expect(page.locator(`#map .cell[href^="/check/${COHERENT}"]`)).not.toHaveClass(/pending/);
  // Somebody else, who has the link and no cookie.
  const refused = await request.post(`${pathname}/cancel`);
  expect([refused.status(), await refused.text()]).toEqual([
    403,
    expect.stringContaining("the browser that started it"),
  ]);

  await page.getByRole("button", { name: "Stop" }).click();
  await over(page);
  expect(new URL(page.url()).pathname).toBe(pathname);
  await expect(page.getByText("This pool was stopped.")).toBeVisible();
});

test("a pool that is being looked at is accessible in light and in dark", async ({ page, request }) => {
  await page.goto(await startPool(request, [COHERENT, SILENT]));
  await expect(page.locator("[data-rows] li").or(page.locator("#rows"))).not.toHaveCount(0);
  await expectAccessible(page, WIDE_LOOKS);
});

test("looked at again, it leads to what has changed; a pool is deleted after asking once", async ({
  page,
  manners,
}) => {
  manners.forgive(/status of 410/);
  await putIn(page, POOL.join("\n"));
  await over(page);
  const first = page.url();
  await page.getByRole("button", { name: "Check again" }).click();
  await page.waitForURL(/\?since=/);
  await over(page);
  await expect(page.getByText(/Nothing has changed since/)).toBeVisible();
  await page.locator("summary", { hasText: "Compare" }).click();
  await page.getByLabel("Link of the other pool").fill(first);
  await page.locator("form[action$='/compare'] button").click();
  await expect(page).toHaveURL(/\/pool\/[\w-]{22}\/compare\/[\w-]{22}$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What changed");
  await expect(page.getByText("3 addresses stayed the same.")).toBeVisible();

  await page.goto(first);
  await page.getByRole("link", { name: "Delete this pool" }).click();
  await page.getByRole("button", { name: "Delete this pool for good" }).click();
  await expect(page.getByText("This pool is no longer kept.")).toBeVisible();
  expect((await page.request.get(first)).status()).toBe(410);
});

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("form, page that waits, result; sorted by links, filtered by a form", async ({ page }) => {
    await putIn(page, [...POOL, SLOW].join("\n"));
    await expect(page.locator("meta[http-equiv=refresh]")).toHaveCount(1);
    await over(page);
    await expect(page.locator("meta[http-equiv=refresh]")).toHaveCount(0);
    await expect(page.locator(`#odd [data-target="${ODD}"]`)).toHaveCount(1);
    await page.getByRole("link", { name: "Address", exact: true }).click();
    await expect(page).toHaveURL(/sort=address$/);
    await expect.poll(() => targets(page)).toEqual([SLOW, ...POOL]);
    await page.getByLabel("Filter by address or name").fill("out1.example");
    await page.getByRole("button", { name: "Filter" }).click();
    await expect(page).toHaveURL(/sort=address/);
    await expect.poll(() => targets(page)).toEqual([FITS]);
    await row(page, FITS).getByRole("link").click();
    await expect(page.getByRole("button", { name: /Check (now|again)/ })).toBeVisible();
  });

  test("a list of which nothing can be used stays in the form, each line with its reason", async ({ page }) => {
    await putIn(page, "10.1.2.3\nnot an address");
    await expect(page).toHaveURL(/\/pool\?text=/);
    await expect(page.locator("#text")).toHaveValue("10.1.2.3\nnot an address");
    await expect(page.locator("#text")).toHaveAccessibleDescription(/No line/);
    for (const line of [1, 2]) await expect(page.locator(`[data-line='${line}']`)).toContainText(/./);
  });

  test("a file is read like what is pasted", async ({ page }) => {
    await page.goto("/pool");
    await page.getByLabel("Or a file").setInputFiles({
      name: "addresses.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(`address,name\r\n${COHERENT},one\r\n${NO_PTR},two\r\n`),
    });
    await page.getByRole("button", { name: "Check the pool" }).click();
    await over(page);
    await expect.poll(async () => (await targets(page)).sort()).toEqual([COHERENT, NO_PTR]);
    await expect(page.locator("#rejected")).toHaveCount(0);
  });
});

test.describe("from the field on the home page", () => {
  test("several targets are offered as a pool, with the options", async ({ page }) => {
    await page.goto(`/?q=${COHERENT}+${NO_PTR}&from=example.com`);
    await page.getByRole("button", { name: "Check all 2 as a pool" }).click();
    await over(page);
    await expect.poll(async () => (await targets(page)).sort()).toEqual([COHERENT, NO_PTR]);
    await expect(page.locator(".report-head")).toContainText("Checked as senders of example.com");
  });

  test("so is a range", async ({ page }) => {
    await check(page, "203.0.113.8/30");
    await expect(field(page)).toHaveAccessibleDescription(/range/i);
    await page.getByRole("button", { name: "Check all as a pool" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("203.0.113.8/30");
    await over(page);
    expect(await targets(page)).toHaveLength(4);
  });

  test("so is a list too long to go back into the field", async ({ page }) => {
    const list = Array.from({ length: 60 }, (_, n) => `203.0.113.${n + 100}`);
    await check(page, list.join(" "));
    await expect(page).toHaveURL(/\/pool\?text=/);
    await expect(page.locator("#text")).toHaveValue(list.join("\n"));
  });
});

test("64 addresses weigh less than 150 KB, and no search engine lists them", async ({ request }) => {
  const answer = await request.get(await makePool(request, ["203.0.113.64/26"]));
  expect((await answer.body()).length).toBeLessThan(150_000);
  expect(answer.headers()["x-robots-tag"]).toContain("noindex");
  expect(await answer.text()).toContain('<meta name="robots" content="noindex, nofollow"/>');
});

async function putIn(page: Page, text: string): Promise<void> {
  await page.goto("/pool");
  await page.locator("#text").fill(text);
  // What nobody asked before: no pool is that of another test.
  await page.getByLabel("DKIM selectors").fill(freshSelector());
  await page.getByRole("button", { name: "Check the pool" }).click();
}
