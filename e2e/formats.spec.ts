import type { Page } from "@playwright/test";
import { databaseBeside } from "../lib/testing/service-database.ts";
import { NO_PTR } from "./kinds.ts";
import { COHERENT, DOMAIN, LISTED as ON_LISTS } from "./targets.ts";
import { expect, field, finished, freshSelector, isOpen, makeReport, test } from "./test.ts";

/** Two steps, the second of them folded. */
const TWO_STEPS = "203.0.113.34";
/** Each test has a target of its own: the latest report of one must not be another test's. */
const [COMPARED, LISTED, BADGED, PICTURED, DELETED, EXPIRED] = [23, 24, 25, 26, 28, 29].map(
  (last) => `203.0.113.${last}`,
) as [string, string, string, string, string, string];

test("check again says that nothing has changed where nothing has; the comparison says so, too", async ({
  page,
  request,
}) => {
  const before = await makeReport(request, { target: COMPARED });
  await page.goto(before);
  await page.getByRole("button", { name: "Check again" }).click();
  await page.waitForURL((url) => url.pathname !== before);
  await finished(page);
  const after = new URL(page.url()).pathname;
  await expect(page.getByText(/Nothing has changed since/)).toBeVisible();
  await page.goto(`/compare${before.slice(2)}${after.slice(2)}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`What changed at ${COMPARED}`);
  await expect(page.getByRole("heading", { name: "No verdict changed" })).toBeVisible();
  await expect(page.locator("article section").first().getByRole("link")).toHaveAttribute("href", before);
  const steady = page.locator("details", { hasText: /^Stayed the same/ });
  await steady.locator("summary").click();
  await expect(steady.getByRole("listitem").first()).toBeVisible();
});

test("the reports of a target, those that say the same in one line, and none that carries options", async ({
  page,
  request,
}) => {
  const [older, newer] = [await makeReport(request, { target: LISTED }), await makeReport(request, { target: LISTED })];
  const unlisted = await makeReport(request, { target: LISTED, selectors: [freshSelector()] });
  await page.goto(`/check/${LISTED}#history`);
  const lines = page.locator("ol.timeline > li");
  await expect(lines).toHaveCount(1);
  await expect(lines.first().getByRole("link").first()).toHaveAttribute("href", newer);
  await expect(page.locator(`a[href="${unlisted}"]`)).toHaveCount(0);
  await page.getByText(/^1 earlier report says the same/).click();
  const earlier = lines.getByRole("listitem").getByRole("link");
  await expect(earlier).toHaveAttribute("href", older);
  await earlier.click();
  await expect(page).toHaveURL(older);
});

test("the badge is a picture that links to the live page", async ({ page, request }) => {
  const answer = await request.get(`/badge/${BADGED}.svg`);
  expect(answer.headers()["content-type"]).toBe("image/svg+xml; charset=utf-8");
  expect(await answer.text()).toContain("not checked");
  await page.goto(await makeReport(request, { target: BADGED }));
  await page.getByText("Share", { exact: true }).click();
  const badge = page.getByRole("img", { name: "Live badge of this target" });
  await expect.poll(() => badge.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(80);
  await expect(page.getByRole("link", { name: "Live badge of this target" })).toHaveAttribute(
    "href",
    `/check/${BADGED}`,
  );
  expect(await (await request.get(`/badge/${BADGED}.svg`)).text()).toMatch(/<title>[^<]*(failed|warning|in order)/);
});

test("the card of a link is a PNG of the size that previews ask for", async ({ page, request, baseURL }) => {
  const path = await makeReport(request, { target: PICTURED });
  await page.goto(path);
  const named = await page.locator('meta[property="og:image"]').getAttribute("content");
  expect(named).toBe(`${baseURL}${path}.png`);
  const answer = await request.get(`${path}.png`);
  expect(answer.headers()["content-type"]).toBe("image/png");
  const bytes = await answer.body();
  expect([...bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
  // A browser can draw it, too: its checksums hold.
  const drawn = await page.evaluate(async (src) => {
    const image = Object.assign(new Image(), { src });
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
  }, `${path}.png`);
  expect(drawn).toEqual([1200, 630]);
});

for (const [ending, type, looks] of [
  [".json", "application/json", /^\{.*"verdicts"/s],
  [".md", "text/markdown; charset=utf-8", /^#+ /m],
  [".txt", "text/plain; charset=utf-8", /203\.0\.113\.20/],
] as const)
  test(`the report as ${ending}`, async ({ request }) => {
    const answer = await request.get(`${await makeReport(request, { target: NO_PTR })}${ending}`);
    expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, type]);
    expect(await answer.text()).toMatch(looks);
  });

test("in print: the answer, the plan and what is wrong come first, on two pages, without the service around it", async ({
  page,
  request,
}) => {
  await page.goto(await makeReport(request, { target: TWO_STEPS }));
  const around = ["header:has(nav)", 'footer:has(a[href="/providers"])', "[data-menu]", "button.copy"].map((what) =>
    page.locator(what).filter({ visible: true }),
  );
  for (const each of around) await expect(each.first()).toBeVisible();
  await page.emulateMedia({ media: "print" });
  for (const part of ["#answer", "#fix-1", "#fix-2", "#fix-2 .texts pre", "#reverse-dns"])
    await expect(page.locator(part).first()).toBeVisible();
  expect(await isOpen(page.locator("#all-pass"))).toBe(false);
  for (const each of around) await expect(each).toHaveCount(0);
  expect(await pages(page)).toBeLessThanOrEqual(2);
  for (const target of [ON_LISTS, COHERENT, DOMAIN]) {
    await page.goto(await makeReport(request, { target }));
    expect([target, Math.max(2, await pages(page))]).toEqual([target, 2]);
  }
});

/** How many sheets of A4 it takes. */
async function pages(page: Page): Promise<number> {
  const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
  return pdf.match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
}

test("whoever has the delete link can delete; then the link offers a fresh check", async ({
  page,
  browser,
  baseURL,
  manners,
}) => {
  manners.forgive(/status of 410/);
  await page.goto("/");
  await field(page).fill(DELETED);
  await field(page).press("Enter");
  await finished(page);
  const url = page.url();
  await page.getByRole("link", { name: "Delete this report" }).click();
  const link = /https?:\S+\/delete\?token=[\w-]{22}/.exec((await page.locator("body").textContent()) ?? "")?.[0] ?? "";

  const elsewhere = await browser.newContext(baseURL ? { baseURL } : {});
  const theirs = await elsewhere.newPage();
  await theirs.goto(link);
  await theirs.getByRole("button", { name: "Delete this report for good" }).click();
  await expect(theirs.getByRole("heading", { name: "This report is no longer kept." })).toBeVisible();
  await elsewhere.close();

  expect((await page.goto(url))?.status()).toBe(410);
  await expect(page.locator("main")).toContainText("Its maker has deleted it");
  await expect(page.locator("main")).not.toContainText(DELETED);
  await field(page).fill(DELETED);
  await field(page).press("Enter");
  await finished(page);
  expect(page.url()).not.toBe(url);
});

test("an expired report says so, at all of its addresses", async ({ page, request, manners }) => {
  manners.forgive(/status of 410/);
  const path = await makeReport(request, { target: EXPIRED });
  expire(path.slice(3));
  for (const ending of [".json", ".md", ".txt", ".png"])
    expect([ending, (await request.get(path + ending)).status()]).toEqual([ending, 410]);
  expect((await page.goto(path))?.status()).toBe(410);
  await expect(page.locator("main")).toContainText("for as long as this service keeps reports");
  await expect(field(page)).toBeVisible();
});

/** Does to a report what the service does to one whose days are over. */
function expire(id: string): void {
  const database = databaseBeside(process.env.NAMEPLATE_E2E_DATA ?? "");
  const emptied = "path = '', plain = 0, body = null, size = 0, delete_hash = '', state = 'expired'";
  database.prepare(`update reports set ${emptied} where id = ?`).run(id);
  database.close();
}

test("crawlers find the pages about nobody's server, and no report", async ({ request, baseURL }) => {
  expect(await (await request.get("/robots.txt")).text()).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
  const listed = await (await request.get("/sitemap.xml")).text();
  const paths = [...listed.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = ""]) => new URL(url).pathname);
  for (const path of ["/", "/bounce", "/signals/fcrdns", "/receivers/gmail", "/providers/hetzner", "/api"])
    expect(paths).toContain(path);
  for (const path of paths) expect([path, (await request.get(path)).status()]).toEqual([path, 200]);
});
