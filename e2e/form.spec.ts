import { COHERENT, FAILING, HOST } from "./targets.ts";
import { check, expect, field, finished, test } from "./test.ts";

test.describe("what is read", () => {
  for (const [how, text] of [
    ["as it is", COHERENT],
    ["with spaces around it", `  ${COHERENT}\t`],
    ["in brackets", `[${COHERENT}]`],
    ["as other tools write it", `ptr:${COHERENT}`],
    ["with a trailing dot", `${COHERENT}.`],
    ["as a copied URL", `http://${COHERENT}/some/path?x=1`],
    ["with a port", `${COHERENT}:25`],
  ] as const)
    test(`an address ${how}`, async ({ page }) => {
      await check(page, text);
      await expect(page).toHaveURL(/\/r\/[\w-]{22}$/);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(COHERENT);
    });

  test("an IPv6 address in any spelling", async ({ page }) => {
    await check(page, "[2001:0DB8:1:0::10]");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("2001:db8:1::10");
  });

  test("a host name leads to its addresses, side by side", async ({ page }) => {
    await check(page, `${HOST}.`);
    await finished(page);
    const table = page.getByRole("table", { name: "Servers" });
    for (const address of ["203.0.113.11", "2001:db8:1::11"])
      await expect(table.getByRole("rowheader").filter({ hasText: address })).toBeVisible();
  });

  test("the options stand in the report", async ({ page }) => {
    await page.goto("/");
    await page.getByText("Options: sending domain").click();
    await page.getByLabel("Sending domain").fill("spf-include.example.org");
    await page.getByLabel("EHLO name it sends").fill("out.example.org");
    await page.getByLabel(/DKIM selectors/).fill("s1 s2");
    await field(page).fill("203.0.113.192");
    await field(page).press("Enter");
    await finished(page);
    await expect(page.locator(".report-head")).toContainText("Checked as sender of spf-include.example.org");
    await expect(page.locator(".report-head")).toContainText("EHLO out.example.org");
    await expect(page.locator(".report-head")).toContainText("s1, s2");
  });
});

test.describe("what is not", () => {
  for (const [what, text, says] of [
    ["a private address, with its reason", "10.1.2.3", /private/i],
    ["loopback in disguise", "::ffff:127.0.0.1", /loopback/i],
    ["prose", "my mail server", /./],
  ] as const)
    test(`${what}: a sentence beside the field, and what was typed is kept`, async ({ page }) => {
      await check(page, text);
      await expect(page).toHaveURL(/\/\?q=/);
      await expect(field(page)).toHaveValue(text);
      await expect(field(page)).toBeFocused();
      await expect(field(page)).toHaveAccessibleDescription(says);
      const problem = page.locator("#target-problem");
      await expect(problem).toBeVisible();
      const [input, sentence] = [await field(page).boundingBox(), await problem.boundingBox()];
      expect((sentence?.y ?? 0) - (input?.y ?? 0) - (input?.height ?? 0)).toBeLessThan(40);
    });

  test("an option: the fold is open, and the sentence is beside it", async ({ page }) => {
    await page.goto(`/?q=${COHERENT}&from=not+a+domain`);
    await expect(page.getByLabel("Sending domain")).toHaveAccessibleDescription(/./);
    await expect(page.getByLabel("Sending domain")).toBeVisible();
  });

  test("a text that names several: each is one click from its report, with the options kept", async ({ page }) => {
    await page.goto("/");
    await page.getByText("Options: sending domain").click();
    await page.getByLabel("EHLO name it sends").fill("mail.example.com");
    await field(page).fill(`${COHERENT} ${FAILING}`);
    await field(page).press("Enter");
    await expect(page).toHaveURL(/\/\?q=/);
    const found = page.getByRole("list", { name: "Found in this text" });
    await expect(found.getByRole("listitem")).toHaveCount(2);
    await expect(found.getByRole("button")).toHaveCount(2);
    for (const address of [COHERENT, FAILING])
      await expect(found.getByRole("button", { name: `Check ${address}`, exact: true })).toBeVisible();
    await found.getByRole("button", { name: `Check ${FAILING}`, exact: true }).click();
    await expect(page).toHaveURL(/\/r\/[\w-]{22}$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(FAILING);
    await finished(page);
    await expect(page.locator(".report-head")).toContainText("EHLO mail.example.com");
  });

  test("a range is refused, and its first address is not checked instead", async ({ page }) => {
    await check(page, "203.0.113.0/24");
    await expect(page).toHaveURL(/\/\?q=/);
    await expect(field(page)).toHaveAccessibleDescription(/range/i);
    await expect(page.getByRole("list", { name: "Found in this text" })).toHaveCount(0);
  });

  test("a corrected target goes on as if nothing had been", async ({ page }) => {
    await check(page, "10.1.2.3");
    await field(page).fill(COHERENT);
    await field(page).press("Enter");
    await expect(page).toHaveURL(/\/r\/[\w-]{22}$/);
  });
});

test("the answer to the form is 303, and the address bar holds the permanent link from the first moment", async ({
  page,
}) => {
  const posted = page.waitForResponse((response) => response.request().method() === "POST");
  await check(page, COHERENT);
  const response = await posted;
  expect(response.status()).toBe(303);
  expect(page.url()).toBe(new URL(response.headers().location ?? "", page.url()).href);
  await finished(page);
  expect(page.url()).toContain(response.headers().location ?? "nowhere");
});
