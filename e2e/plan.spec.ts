import type { Page } from "@playwright/test";
import { expect, test } from "./test.ts";

const line = (page: Page, id: string) => page.locator(`#line-${id}, #task-before-new-${id}`);
const ticked = (page: Page, id: string, tick: string) => expect(line(page, id)).toHaveAttribute("data-tick", tick);

/** Waits until every address has been checked. */
const finished = (page: Page) => expect(page.getByRole("button", { name: "Check again" })).toBeVisible();

test.describe("an address that goes into service", () => {
  test("from the form to the checklist, the missing records and the sheet", async ({ page }) => {
    await page.goto("/plan");
    await page.getByLabel("I send as (domain)").fill("shop.example.org");
    await page.getByLabel("from (host name)").fill("mail01.shop.example.org");
    await page.getByLabel(/DKIM selectors/).fill("s1");
    await page.getByLabel("through these addresses").fill("203.0.113.240");
    await page.getByRole("button", { name: "Make the checklist" }).click();
    await expect(page).toHaveURL(/\/plan\/[\w-]{22}$/);
    await finished(page);
    await expect(page.locator("#answer")).toHaveText(/^Not ready yet: the PTR record, SPF and the DKIM key/);
    for (const id of ["forward", "tls", "lists"]) await ticked(page, id, "done");
    for (const id of ["ptr", "spf", "dkim"]) await ticked(page, id, "missing");
    for (const id of ["confirmed", "resolvers", "name-servers", "dmarc"]) await ticked(page, id, "waits");
    const zone = page.locator("#zone");
    await expect(zone).toContainText("ip4:203.0.113.240 -all");
    await expect(zone).toContainText("240.113.0.203.in-addr.arpa. 3600 IN PTR mail01.shop.example.org.");
    await expect(page.locator("#hand-over")).toContainText("can set it");

    const box = page.getByRole("checkbox", { name: "Rate limits for each receiver are set" });
    await box.check();
    await page.reload();
    await expect(box).toBeChecked();

    await page.getByRole("link", { name: "To print" }).click();
    await expect(page.locator("#open")).toContainText("PTR record");
    await expect(page.getByText("Ticket text for the PTR record of 203.0.113.240")).toBeVisible();
    await expect(page.locator(".ticket")).toContainText("mail01.shop.example.org");
  });

  test("one that is ready says so, and can be checked again under the same link", async ({ page }) => {
    await page.goto("/plan");
    await page.getByRole("button", { name: /An address that is ready/ }).click();
    await finished(page);
    await expect(page.locator("#answer")).toHaveText("Ready, as far as can be seen from outside.");
    const { pathname } = new URL(page.url());
    await page.getByRole("button", { name: "Check again" }).click();
    await finished(page);
    expect(new URL(page.url()).pathname).toBe(pathname);
    await expect(page.getByText("Other checks of it:")).toBeVisible();
  });

  test("a line that cannot be read is named, and nothing is lost", async ({ page }) => {
    await page.goto("/plan");
    await page.getByLabel("I send as (domain)").fill("example.com");
    await page.getByLabel("through these addresses").fill("203.0.113.10\nmy-server\n10.0.0.1");
    await page.getByRole("button", { name: "Make the checklist" }).click();
    await expect(page).toHaveURL(/\/plan\?/);
    await expect(page.getByLabel("through these addresses")).toHaveValue("203.0.113.10\nmy-server\n10.0.0.1");
    await expect(page.getByLabel("I send as (domain)")).toHaveValue("example.com");
    await expect(page.getByText(/^Line 2:/)).toBeVisible();
    await expect(page.getByText(/^Line 3:/)).toBeVisible();
  });
});

test.describe("a migration to an address with the provider's default PTR record", () => {
  test("shows what differs, who would refuse, and what has to be done", async ({ page }) => {
    await page.goto("/move");
    await page.getByLabel("Old addresses").fill("203.0.113.241");
    await page.getByLabel("New addresses", { exact: true }).fill("203.0.113.242");
    await page.getByLabel(/Sending domain/).fill("shop.example.org");
    await page.getByLabel(/Name of the new server/).fill("mail.shop.example.org");
    await page.getByRole("button", { name: "Compare them" }).click();
    await expect(page).toHaveURL(/\/move\/[\w-]{22}$/);
    await finished(page);
    await expect(page.locator("#answer")).toContainText("The new address is not ready");
    await expect(page.locator('[data-aspect="ptr-kind"]')).toContainText("a default name of Hetzner");
    await expect(page.locator('[data-aspect="spf"]')).toContainText("SPF fails");
    await ticked(page, "ptr", "improve");
    await ticked(page, "forward", "missing");
    await ticked(page, "spf", "missing");
    await expect(page.locator("#task-before-new-ptr")).toContainText("Hetzner");
    await expect(page.locator("#phase-during")).toContainText("smtp_bind_address");
    await expect(page.locator("#phase-after")).toContainText("The old addresses are out of SPF");
    await expect(page.locator("#warm-up")).toContainText("T-Online");
    await expect(page.getByText("Ticket text for the PTR record of 203.0.113.242")).toBeVisible();
  });
});

test.describe("a fail-over site", () => {
  test("is rehearsed without scripts: form, wait, result", async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
    const page = await context.newPage();
    await page.goto("/move");
    await page.getByLabel(/A fail-over site/).check();
    await page.getByLabel("Old addresses").fill("203.0.113.243");
    await page.getByLabel("New addresses", { exact: true }).fill("203.0.113.244");
    await page.getByLabel(/Sending domain/).fill("shop.example.org");
    await page.getByLabel(/Name of the new server/).fill("out2.shop.example.org");
    await page.getByRole("button", { name: "Compare them" }).click();
    await expect(page).toHaveURL(/\/move\/[\w-]{22}$/);
    await finished(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rehearsal of a fail-over site");
    await expect(page.locator("#answer")).toContainText("The fail-over site is not ready");
    await ticked(page, "ptr", "done");
    await ticked(page, "forward", "missing");
    await ticked(page, "spf", "missing");
    await expect(page.locator("#phase-before")).toContainText("The switch has been rehearsed");
    await expect(page.locator("#phase-after")).toContainText("Both sites stay in SPF");
    await context.close();
  });
});

test("nothing scrolls sideways at 320 pixels, nor is cut off on paper", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  for (const [form, sample] of [
    ["/plan", /A new address of shop/],
    ["/move", /A fail-over site ?203/],
  ] as const) {
    await page.goto(form);
    await page.getByRole("button", { name: sample }).click();
    await finished(page);
    for (const media of ["screen", "print"] as const) {
      await page.emulateMedia({ media });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect([form, media, Math.max(0, over)]).toEqual([form, media, 0]);
    }
    await page.emulateMedia({ media: "screen" });
  }
});
