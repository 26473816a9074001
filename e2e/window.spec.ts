import { expect, test } from "./test.ts";

/*
 * The tests of a worker have one window after the other (`reuseContext`), so what one of them leaves must be gone for the
 * next, and what it complains of must be its own. In this order, in one worker.
 */
test.describe.configure({ mode: "serial" });

const PHONE = { width: 390, height: 844 };
const LONG_AGO = new Date("2001-02-03T04:05:06Z");

const found = () => ({
  cookies: document.cookie,
  stored: [localStorage.length, sessionStorage.length],
  marked: "mark" in globalThis,
  year: new Date().getFullYear(),
  dark: matchMedia("(prefers-color-scheme: dark)").matches,
  width: innerWidth,
});

test("a test leaves cookies, storage, a clock, a permission and more", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read"]);
  await page.clock.setFixedTime(LONG_AGO);
  await page.addInitScript(() => Object.assign(globalThis, { mark: true }));
  await page.setViewportSize(PHONE);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.route("/", (route) => route.fulfill({ contentType: "text/html", body: "<title>another</title>" }));
  await page.goto("/");
  await page.evaluate(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: what a page would do.
    document.cookie = "left=behind";
    localStorage.setItem("left", "behind");
    sessionStorage.setItem("left", "behind");
  });
  await (await context.newPage()).goto("/signals");
  expect(await page.evaluate(found)).toEqual({
    ...{ cookies: "left=behind", stored: [1, 1], marked: true, year: 2001, dark: true, width: PHONE.width },
  });
});

test("the next one finds nothing of it", async ({ page, context }) => {
  expect(context.pages()).toEqual([page]);
  await page.goto("/");
  await expect(page.locator("#target")).toBeVisible();
  const year = new Date().getFullYear();
  expect(await page.evaluate(found)).toEqual({
    ...{ cookies: "", stored: [0, 0], marked: false, year, dark: false, width: 1240 },
  });
  const { state } = await page.evaluate(() =>
    navigator.permissions.query({ name: "clipboard-read" as PermissionName }),
  );
  expect(state).not.toBe("granted");
});

for (const [what, doing] of [
  ["an error in the console", () => console.error("not in order")],
  ["an error that nobody catches", () => void setTimeout(() => Promise.reject(new Error("not in order")))],
  ["a request to another origin", () => void fetch("http://elsewhere.example/").catch(() => undefined)],
] as const)
  test(`${what} makes a test fail`, async ({ page, context }) => {
    test.fail();
    await page.goto("/");
    const told = new Promise((resolve) => context.once("console", resolve).once("weberror", resolve));
    await page.evaluate(doing);
    await told;
  });

test("the complaints of one test are not those of the next", async ({ page }) => {
  await page.goto("/");
});
