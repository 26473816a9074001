import type { Page } from "@playwright/test";
import { connectClient } from "../lib/listener/testing/client.ts";
import { COHERENT } from "./targets.ts";
import { expect, test } from "./test.ts";

/** The address on the page, and the port at which the demo listens for it. */
async function placeOn(page: Page): Promise<{ address: string; port: number }> {
  const text = (await page.locator("main").textContent()) ?? "";
  const [, address = ""] = /([a-z2-7]{26}@probe\.example)/.exec(text) ?? [];
  const [, port = ""] = /127\.0\.0\.1:(\d+)/.exec(text) ?? [];
  return { address, port: Number(port) };
}

async function send({ address, port }: { address: string; port: number }, from = "127.0.0.1"): Promise<string> {
  const client = connectClient(port, from);
  await client.reply();
  await client.say("EHLO localhost.localdomain");
  await client.say("MAIL FROM:<jane@example.com>");
  const reply = await client.say(`RCPT TO:<${address}>`);
  await client.say("QUIT");
  return reply;
}

test("an address is made, the page shows who sends to it as it happens, and then the report", async ({ page }) => {
  await page.goto("/listen");
  await page.getByLabel(/Address you think/).fill(COHERENT);
  await page.getByLabel(/EHLO name you think/).fill("mail.example.com");
  await page.getByRole("button", { name: "Make an address to send to" }).click();
  await expect(page).toHaveURL(/\/listen\/[a-z2-7]{26}$/);
  await expect(page.getByText("Waiting for your server")).toBeVisible();
  const place = await placeOn(page);
  expect(await send(place)).toContain(page.url());
  await expect(page.getByText("Your server was here")).toBeVisible();
  await expect(page.locator("[data-thought]")).toHaveText(
    `You thought ${COHERENT}, as mail.example.com; it came from 127.0.0.1, as localhost.localdomain.`,
  );
  await expect(page.locator("section[data-status]")).toHaveAttribute("data-status", "fail");
  const table = page.getByRole("table", { name: "Receiving and sending" });
  await expect(table.getByRole("row", { name: /^Address/ })).toContainText("another address");

  await send(place, "127.0.0.2");
  await expect(page.getByRole("table", { name: "Connections to this address" }).getByRole("row")).toHaveCount(3);
  await expect(page.getByRole("button", { name: "Check them as a pool" })).toBeVisible();
  await page.getByRole("link", { name: "Whole report" }).click();
  await expect(page).toHaveURL(/\/r\/[\w-]{22}$/);
});

test("without scripts the page asks for itself", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto("/listen");
  await page.getByLabel(/Address you think/).fill("my server");
  await page.getByRole("button", { name: "Make an address to send to" }).click();
  await expect(page.getByText("is no IP address")).toBeVisible();
  await page.getByLabel(/Address you think/).fill("");
  await page.getByRole("button", { name: "Make an address to send to" }).click();
  await send(await placeOn(page));
  // The refresh of the page itself brings it.
  await expect(page.getByText("Your server was here")).toBeVisible();
  await context.close();
});
