import { AT_PROVIDER, NO_PTR } from "./kinds.ts";
import { COHERENT, DOMAIN, FAILING, HOST, LISTED, MANY_NAMES } from "./targets.ts";
import { expect, makeReport, row, test } from "./test.ts";

const WIDE = { width: 1240, height: 900 };
const PHONE = { width: 390, height: 844 };

for (const [where, viewport, screens] of [
  ["at a desk", WIDE, 2.5],
  ["on a phone", PHONE, 5],
] as const)
  for (const target of [COHERENT, FAILING, NO_PTR])
    test(`${target}: what is not folded takes at most ${screens} screens ${where}`, async ({ page, request }) => {
      await page.setViewportSize(viewport);
      await page.goto(await makeReport(request, { target }));
      const folded = page.locator("[data-folded]");
      await expect(folded).toHaveCount(1);
      const top = await folded.evaluate((part) => part.getBoundingClientRect().top + scrollY);
      expect(top / viewport.height).toBeLessThanOrEqual(screens);
    });

for (const target of [COHERENT, FAILING, NO_PTR, LISTED, MANY_NAMES, AT_PROVIDER])
  test(`${target}: the page weighs at most 150 KB`, async ({ request }) => {
    const page = await request.get(await makeReport(request, { target }));
    expect((await page.body()).length).toBeLessThanOrEqual(150_000);
  });

test("the parts stand in the order in which a reader needs them", async ({ page, request }) => {
  await page.goto(await makeReport(request, { target: FAILING }));
  const headings = await page.locator("main h2").allTextContents();
  expect(headings.slice(1)).toEqual([
    "What to do",
    "Identity chain",
    "Problems",
    "What receivers do",
    "Everything else",
    "Evidence",
  ]);
  await expect(page.locator("#receivers")).toContainText(/\d+ of \d+ refuse, \d+ /);
  for (const element of await page.locator(".chain :is(.edge, .node:not(.plain), .chain-list li:not(.plain))").all())
    await expect(element).toHaveAttribute("data-signal", /./);
});

test("a folded row fetches its evidence once it is opened, and a receiver its rule", async ({ page, request }) => {
  const path = await makeReport(request, { target: COHERENT });
  const asked: string[] = [];
  page.on("request", (each) => each.url().includes("/evidence/") && asked.push(new URL(each.url()).pathname));
  await page.goto(path);
  await page.locator("#all-pass > summary").click();
  await row(page, "starttls").locator("summary").click();
  await expect(page.locator("#starttls")).toContainText("Cipher");
  await page.locator("[data-receiver=gmail] > summary").click();
  await expect(page.locator("#receiver-gmail")).toContainText("All its rules");
  await row(page, "starttls").locator("summary").click();
  await row(page, "starttls").locator("summary").click();
  expect(asked).toEqual([`${path}/evidence/starttls`, `${path}/evidence/receiver-gmail`]);
});

test("a link to a signal unfolds it, with its evidence", async ({ page, request }) => {
  await page.goto(`${await makeReport(request, { target: COHERENT })}#starttls`);
  await expect(page.locator("#starttls")).toContainText("Cipher");
  await expect(page.locator("#starttls")).toBeInViewport();
});

test("evidence is a page of its own, too, and what there is none of is not found", async ({ request }) => {
  const path = await makeReport(request, { target: COHERENT });
  const evidence = await request.get(`${path}/evidence/starttls`);
  expect(evidence.status()).toBe(200);
  expect(evidence.headers()["x-robots-tag"]).toContain("noindex");
  expect(await evidence.text()).toContain("Cipher");
  expect((await request.get(`${path}/evidence/nothing`)).status()).toBe(404);
});

for (const target of [HOST, DOMAIN])
  test(`${target}: its addresses stand in one table, and what was not asked is not called absent`, async ({
    page,
    request,
  }) => {
    await page.goto(await makeReport(request, { target }));
    const table = page.getByRole("table", { name: "Servers" });
    await expect(table.getByRole("columnheader")).toHaveText([
      "Address",
      "PTR record",
      "Forward",
      "EHLO name",
      "Certificate",
      "Verdict",
    ]);
    await expect(table).not.toContainText("none");
  });
