import { packReport, unpackReport } from "../lib/service/store/report-body.ts";
import { databaseBeside } from "../lib/testing/service-database.ts";
import { expect, finished, makeReport, test } from "./test.ts";

/** Each test has a target of its own, which no other file checks: where a report is kept, no check is started. */
const [UNSEEN, OPENED, BUSY, HIDDEN, RECENT, OLD] = [70, 73, 72, 74, 78, 76].map((last) => `203.0.113.${last}`) as [
  string,
  string,
  string,
  string,
  string,
  string,
];
const NOTHING_YET = "No report of this target is kept yet.";

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("opening /check/<target> starts nothing", async ({ page, request }) => {
    for (const visit of [1, 2, 3]) {
      await request.head(`/check/${UNSEEN}`);
      await page.goto(`/check/${UNSEEN}?visit=${visit}`);
    }
    await page.goto(`/check/${UNSEEN}`);
    await expect(page.getByText(NOTHING_YET)).toBeVisible();
    await page.getByRole("button", { name: "Check now" }).click();
    await expect(page).toHaveURL(/\/r\//);
  });
});

test("a visible page with scripts starts a check where none is kept", async ({ page }) => {
  await page.goto(`/check/${OPENED}`);
  await page.waitForURL(/\/r\//);
  await finished(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(OPENED);
});

test("where there is no room just now, it starts as soon as there is", async ({ page, manners }) => {
  manners.forgive(/status of 429/);
  let refused = 0;
  await page.route("/api/v1/checks", (route) =>
    refused++ < 1 ? route.fulfill({ status: 429, headers: { "retry-after": "1" }, json: {} }) : route.continue(),
  );
  await page.goto(`/check/${BUSY}`);
  await page.waitForURL(/\/r\//);
  expect(refused).toBe(2);
});

test("a page in the background starts none until it is looked at", async ({ page }) => {
  await page.addInitScript(() => {
    let state = "hidden";
    Object.defineProperty(document, "visibilityState", { get: () => state });
    Object.assign(globalThis, {
      look: () => {
        state = "visible";
        document.dispatchEvent(new Event("visibilitychange"));
      },
    });
  });
  await page.goto(`/check/${HIDDEN}`);
  await page.evaluate(() => customElements.whenDefined("fresh-check"));
  await expect(page.getByText(NOTHING_YET)).toBeVisible();
  await page.evaluate(() => (globalThis as unknown as { look: () => void }).look());
  await page.waitForURL(/\/r\//);
});

test("the latest report is shown, and a recent one is not made anew", async ({ page, request }) => {
  const path = await makeReport(request, { target: RECENT });
  await page.goto(`/check/${RECENT}`);
  await expect(page.getByRole("link", { name: path, exact: true })).toBeVisible();
  await expect(page.locator("fresh-check")).toHaveCount(0);
  await expect(page).toHaveURL(`/check/${RECENT}`);
  await expect(page.getByRole("button", { name: "Check again" })).toBeVisible();
});

test("one older than a minute is", async ({ page, request }) => {
  const path = await makeReport(request, { target: OLD });
  await age(path.slice(3), 61_000);
  await page.goto(`/check/${OLD}`);
  await page.waitForURL(/\/r\//);
  expect(new URL(page.url()).pathname).not.toBe(path);
  await finished(page);
});

/** Makes a report as old as it would be after so many milliseconds. */
async function age(id: string, ms: number): Promise<void> {
  const database = databaseBeside(process.env.NAMEPLATE_E2E_DATA ?? "");
  const row = database.prepare("select body, seen_at from reports where id = ?").get(id);
  const report = await unpackReport(row?.body as Uint8Array);
  const seenAt = Number(row?.seen_at) - ms;
  const body = await packReport({ ...report, seenAt: new Date(seenAt).toISOString() });
  database.prepare("update reports set body = ?, seen_at = ? where id = ?").run(body, seenAt, id);
  database.close();
}
