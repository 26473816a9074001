import { COHERENT } from "./targets.ts";
import { check, expect, finished, test } from "./test.ts";

const NO_PTR = "203.0.113.20";
const bounce = (address: string) =>
  `host gmail-smtp-in.l.google.com[142.250.1.27] said: 550-5.7.25 [${address}] The IP address sending this message does not have a PTR record setup. 550 5.7.25 Please see https://support.google.com/mail/answer/81126 (in reply to end of DATA command)`;

test.describe("from a bounce to a ticket", () => {
  test("three clicks, and what they said stands beside what is so now", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("link", { name: /Mail came back/ }).click();
    await page.getByLabel("The bounce, log line or headers").fill(bounce(NO_PTR));
    await page.getByRole("button", { name: "Read it and check" }).click();
    await expect(page).toHaveURL(/\/r\/[\w-]{22}$/);
    await finished(page);
    const card = page.locator("section.context");
    await expect(card.getByRole("heading", { level: 2 })).toContainText("Gmail said with 550 5.7.25 that");
    await expect(card).toContainText("That is still so.");
    await card.getByRole("link", { name: "Reverse DNS", exact: true }).click();
    await expect(page.locator("#reverse-dns")).toBeInViewport();
  });

  test("a name that is there by now contradicts it", async ({ page }) => {
    await check(page, bounce(COHERENT));
    await finished(page);
    await expect(page.locator("section.context")).toContainText("That is no longer so.");
  });

  test("without scripts, too", async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
    const page = await context.newPage();
    await page.goto("/bounce");
    await page.getByRole("textbox").fill("450 4.7.1 Client host rejected: cannot find your reverse hostname");
    await page.getByRole("button", { name: "Read it and check" }).click();
    await expect(page.getByRole("heading", { level: 2 })).toContainText("the address has no PTR record");
    await page.getByLabel(/Enter the address/).fill(COHERENT);
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await expect(page).toHaveURL(/\/r\/[\w-]{22}$/);
    await expect(page.locator("section.context")).toContainText("450 4.7.1");
    await context.close();
  });
});

test("headers show what the receiver recorded, and how it is now", async ({ page }) => {
  await page.goto("/bounce");
  await page
    .getByRole("textbox")
    .fill(
      `Received: from mail.example.com (unknown [${COHERENT}]) by mx.example.org (Postfix) with ESMTPS id 4A\nAuthentication-Results: mx.example.org; spf=softfail smtp.mailfrom=zaphod@example.com\nFrom: zaphod@example.com`,
    );
  await page.getByRole("button", { name: "Read it and check" }).click();
  await finished(page);
  const recorded = page.getByRole("region", { name: /What the receiver recorded/ });
  await expect(recorded.getByRole("row", { name: /PTR name found none/ })).toContainText("Reverse DNS");
  await expect(recorded.getByRole("row", { name: /SPF softfail/ })).toBeVisible();
  await expect(page.getByText("zaphod")).toHaveCount(0);
});

test("the reader's own address comes with the doubt that belongs to it", async ({ page }) => {
  await page.goto("/ip");
  await expect(page).toHaveURL(/\/your-address$/);
  await expect(page.getByRole("heading", { name: /may not be the one your mail leaves from/ })).toBeVisible();
});
