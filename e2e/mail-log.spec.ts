import { expectAccessible, LOOKS } from "./accessible.ts";
import { COHERENT } from "./targets.ts";
import { expect, test } from "./test.ts";

const OTHER = "203.0.113.20";
const line = (id: string, domain: string, words: string) =>
  `Nov 25 18:01:12 mx postfix/smtp[811]: ${id}: to=<zaphod@${domain}>, relay=mx.${domain}[192.0.2.9]:25, delay=1, dsn=2.0.0, status=${words}`;
const LOG = [
  line(
    "4TABC1",
    "b.example",
    `bounced (host mx.b.example[192.0.2.9] said: 550 5.7.25 [${OTHER}] has no PTR record (in reply to RCPT TO command))`,
  ),
  line(
    "4TABC2",
    "c.example",
    `bounced (host mx.c.example[192.0.2.9] said: 552 5.2.2 Mailbox full (in reply to RCPT TO command))`,
  ),
  `2026-11-22 08:00:01 1tABCD-000000001-AbCd => a@one.example R=dnslookup T=remote_smtp H=mx.one.example [192.0.2.31] I=[${COHERENT}]:45678 C="250 OK"`,
  "dovecot: imap-login: Login",
].join("\n");

test("from a log to the address that nobody meant, and to its report", async ({ page }) => {
  await page.goto("/bounce");
  await page.getByRole("textbox").fill(LOG);
  await page.getByText("More for logs").click();
  await page.getByLabel("The addresses or names you send from").fill(COHERENT);
  await page.getByRole("button", { name: "Read it and check" }).click();
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(
    "2 of 3 recipients were refused, for 2 causes.",
  );
  await expect(page.locator("#addresses li").first()).toContainText(`${OTHER}You did not name it.`);
  await expect(page.locator("#meant")).toContainText(`smtp_bind_address = ${COHERENT}`);
  await expect(page.locator('[data-cause="ptr_missing"]')).toContainText("mx.b.example");
  await expect(page.getByText("zaphod")).toHaveCount(0);
  await page.getByRole("link", { name: "The address has no PTR record" }).click();
  await expect(page.locator("#cause-ptr_missing")).toBeInViewport();
  await page.getByRole("button", { name: `Check ${OTHER}` }).click();
  await expect(page).toHaveURL(/\/r\/[\w-]{22}$/);
});

test("the table is accessible in light, in dark, on a phone and at 200 %", async ({ page }) => {
  await page.goto("/bounce");
  await page.getByRole("textbox").fill(LOG);
  await page.getByText("More for logs").click();
  await expectAccessible(page, LOOKS);
  await page.getByLabel("The addresses or names you send from").fill(COHERENT);
  await page.getByRole("button", { name: "Read it and check" }).click();
  await expect(page.locator("#rows")).toBeVisible();
  await expectAccessible(page, LOOKS);
});

test("without scripts, too: the table, and its CSV", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto("/bounce");
  await page.getByRole("textbox").fill(LOG);
  await page.getByRole("button", { name: "Read it and check" }).click();
  await expect(page.locator('[data-cause="accepted"]')).toContainText(COHERENT);
  const downloaded = page.waitForEvent("download");
  await page.getByRole("link", { name: "Table as CSV" }).click();
  expect((await downloaded).suggestedFilename()).toBe("deliveries.csv");
  await context.close();
});
