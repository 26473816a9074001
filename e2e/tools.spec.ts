import type { Page } from "@playwright/test";
import { COHERENT } from "./targets.ts";
import { expect, field, finished, test } from "./test.ts";

/** The text of one of the page's boxes to copy. */
const box = async (page: Page, label: string): Promise<string> => {
  const copy = page.getByRole("button", { name: `Copy: ${label}`, exact: true });
  return (await copy.locator("..").locator("pre").textContent()) ?? "";
};

test("the form works from somebody else's page, and starts nothing before the reader does", async ({ page }) => {
  await page.goto("/tools");
  const form = await box(page, "the form");
  // A page of no origin of ours.
  await page.goto("about:blank");
  await page.setContent(`<title>Our support</title><h1>Our support</h1>${form}`);
  await page.getByLabel("Address or name of your mail server").fill(COHERENT);
  const opening = page.waitForEvent("popup");
  await page.getByRole("button", { name: "Check with Nameplate" }).click();
  const ours = await opening;
  await expect(ours).toHaveURL(`/?q=${COHERENT}`);
  await expect(field(ours)).toHaveValue(COHERENT);
  await ours.getByRole("button", { name: "Check", exact: true }).click();
  await finished(ours);
  await expect(ours.getByRole("heading", { level: 1 })).toHaveText(COHERENT);
});

test("the bookmarklet takes what is selected to the form, or else the site's name", async ({ page, context }) => {
  await page.goto("/tools");
  const link = page.getByRole("link", { name: "Check with Nameplate" });
  const code = await box(page, "the bookmarklet");
  // What is dragged is what is shown. Pressed here it does nothing: our policy runs no script of an address.
  await expect(link).toHaveAttribute("href", code);
  await link.click();
  await expect(page).toHaveURL("/tools");

  const press = async () => {
    const opening = context.waitForEvent("page");
    await page.evaluate(code.replace(/^javascript:/, ""));
    return opening;
  };
  await page.goto("/questions");
  const byName = await press();
  await expect(byName).toHaveURL("/?q=localhost");
  await page.evaluate((text) => {
    const note = document.body.appendChild(document.createElement("p"));
    note.textContent = `connect to ${text}: refused`;
    getSelection()?.selectAllChildren(note);
  }, COHERENT);
  const bySelection = await press();
  await expect(field(bySelection)).toHaveValue(`connect to ${COHERENT}: refused`);
  await bySelection.getByRole("button", { name: "Check", exact: true }).click();
  await expect(bySelection.getByRole("heading", { level: 1 })).toHaveText(COHERENT);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("everything to copy is there, and no button that would do nothing", async ({ page }) => {
    await page.goto("/tools");
    await expect(page.getByText("javascript:(()=>", { exact: false })).toBeVisible();
    await expect(page.getByRole("link", { name: "Check with Nameplate" })).toBeHidden();
    await expect(page.getByText(/\/mcp$/)).toBeVisible();
  });
});
