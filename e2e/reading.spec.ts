import type { Page } from "@playwright/test";
import { BIDI_NAME, COHERENT, DOMAIN, FAILING, HOST, HTML_NAME, LISTED, MANY_NAMES, SILENT } from "./targets.ts";
import { check, expect, field, finished, isOpen, makeReport, row, startReport, test } from "./test.ts";

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  /** Nothing is wider than the screen, but for what scrolls by itself and lines cut short that are whole once they are unfolded. */
  const fits = async (page: Page) =>
    expect(
      await page.evaluate(() => {
        const within = (element: Element, is: (style: CSSStyleDeclaration, at: Element) => boolean) => {
          for (let at: Element | null = element; at; at = at.parentElement)
            if (is(getComputedStyle(at), at)) return true;
          return false;
        };
        const unfolds = (line: Element) => line.closest("summary")?.closest("details:not([open])");
        const wide = [...document.querySelectorAll("main *, header *, footer *")]
          .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
          .filter((element) => !element.closest("svg, .sr-only"))
          .filter(
            (element) => !within(element.parentElement ?? element, ({ overflowX }) => /auto|scroll/.test(overflowX)),
          )
          .filter(
            (element) => !within(element, (style, at) => style.textOverflow === "ellipsis" && Boolean(unfolds(at))),
          );
        const over = document.documentElement.scrollWidth - innerWidth;
        return [over, ...wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 160))];
      }),
    ).toEqual([0]);

  for (const path of [
    "/",
    "/?q=10.1.2.3",
    "/?q=203.0.113.10+2001:db8:1:0:1:2:3:10",
    "/signals",
    "/signals/fcrdns",
    "/receivers",
    "/providers",
    "/bounce",
    "/questions",
    "/your-address",
    "/api",
    "/nowhere",
  ])
    test(`${path} fits`, async ({ page, manners }) => {
      manners.forgive(/status of 404/);
      await page.goto(path);
      await fits(page);
    });

  for (const target of [COHERENT, FAILING, MANY_NAMES, HTML_NAME, LISTED, HOST, DOMAIN, "2001:db8:1::10"])
    test(`the report of ${target} fits, with every row open`, async ({ page, request }) => {
      await page.goto(await makeReport(request, { target }));
      await fits(page);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      await fits(page);
    });

  test("a running report fits", async ({ page, request }) => {
    await page.goto(await startReport(request, { target: SILENT, from: "phone.example.com" }));
    await expect(row(page, "fcrdns")).toHaveAttribute("data-status", "pass");
    await fits(page);
  });

  test("the identity chain is a list", async ({ page }) => {
    await check(page, COHERENT);
    await finished(page);
    await expect(page.locator(".chain-list").first()).toBeVisible();
    await expect(page.locator(".chain svg.drawing").first()).toBeHidden();
  });
});

test("the identity chain is a drawing on wide screens, with the list for those who hear it", async ({ page }) => {
  await check(page, COHERENT);
  await finished(page);
  await expect(page.locator(".chain svg.drawing")).toBeVisible();
  await expect(page.getByRole("list").filter({ hasText: "PTR" }).first()).toBeAttached();
});

test.describe("by keyboard alone", () => {
  test("the form", async ({ page }) => {
    await page.goto("/");
    await expect(field(page)).toBeFocused();
    await page.keyboard.type(COHERENT);
    await page.keyboard.press("Enter");
    await finished(page);
  });

  test("the skip link comes first and leads to the content", async ({ page, request }) => {
    await page.goto(await makeReport(request, { target: COHERENT }));
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to the content" });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(page.locator("main")).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(page.locator("[data-menu] > summary").first()).toBeFocused();
  });

  test("everything is reached in the order it is read, and the focus is always seen", async ({ page, request }) => {
    await page.goto(await makeReport(request, { target: FAILING }));
    let above = -1;
    let stops = 0;
    for (; stops < 400; stops++) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused || focused === document.body) return undefined;
        const style = getComputedStyle(focused);
        const ring = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 1;
        const place = [...document.querySelectorAll("*")].indexOf(focused);
        return { ring, place, what: focused.outerHTML.slice(0, 120) };
      });
      if (!stop) break;
      expect([stop.what, stop.ring]).toEqual([stop.what, true]);
      expect([stop.what, stop.place > above]).toEqual([stop.what, true]);
      above = stop.place;
    }
    expect(stops).toBeGreaterThan(25);
  });

  test("a row opens with Enter and closes with it", async ({ page, request }) => {
    await page.goto(await makeReport(request, { target: COHERENT }));
    await page.locator("#all-pass > summary").focus();
    await page.keyboard.press("Enter");
    const details = row(page, "fcrdns");
    await details.locator("summary").focus();
    await page.keyboard.press("Enter");
    expect(await isOpen(details)).toBe(true);
    await expect(details.getByRole("link", { name: "About this signal" })).toBeVisible();
    await page.keyboard.press("Enter");
    expect(await isOpen(details)).toBe(false);
  });
});

test.describe("names that strangers choose", () => {
  for (const [what, target] of [
    ["markup", HTML_NAME],
    ["writing direction", BIDI_NAME],
    ["dots inside a label", "203.0.113.49"],
  ] as const)
    test(`${what} is shown and does nothing`, async ({ page, request }) => {
      page.on("dialog", () => expect("a dialog").toBe("none"));
      await page.goto(await makeReport(request, { target }));
      const text = (await page.locator("main").textContent()) ?? "";
      expect(text).toMatch(/[\\⟨«\\<]|\\\d{3}/);
      expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      await expect(page.locator("main").locator("script, iframe, [onerror], img[src=x]")).toHaveCount(0);
      expect(await page.title()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    });
});
