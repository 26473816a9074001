import type { APIRequestContext, Page } from "@playwright/test";
import { expectAccessible, LOOKS, WIDE_LOOKS } from "./accessible.ts";
import { KINDS, type PageKind, pathOf, STATES } from "./kinds.ts";
import { SILENT } from "./targets.ts";
import { expect, row, startReport, test } from "./test.ts";

/** With all there is to unfold unfolded; of several servers side by side, one is looked at in depth. */
const unfold = () => {
  const [, ...others] = document.querySelectorAll("section.scorecard");
  for (const details of document.querySelectorAll("details"))
    details.open = !others.some((other) => other.contains(details));
};

async function open(page: Page, kind: PageKind, request: APIRequestContext): Promise<void> {
  await page.goto(await pathOf(kind, request));
  await expect(page.getByRole("button", { name: "Stop the check" })).toHaveCount(0);
  if (!kind.bare) await expect(page.getByRole("complementary", { name: "Demo" })).toBeVisible();
  await page.evaluate(unfold);
}

for (const kind of KINDS)
  test(`${kind.what}: accessible in light, in dark, on a phone and at 200 %, and says that this is a demo`, async ({
    page,
    request,
    manners,
  }) => {
    if (kind.missing) manners.forgive(/status of 4(04|10)/);
    await open(page, kind, request);
    await expectAccessible(page, LOOKS);
  });

// What a narrow screen changes is the same for all reports and forms; what a state shows is seen on a wide one.
for (const state of STATES)
  test(`${state.what}: accessible in light and in dark, and says that this is a demo`, async ({ page, request }) => {
    await open(page, state, request);
    await expectAccessible(page, WIDE_LOOKS);
  });

test("a running report: accessible in light and in dark, and says that this is a demo", async ({ page, request }) => {
  await page.goto(await startReport(request, { target: SILENT, from: "running.example.com" }));
  await expect(row(page, "fcrdns").locator(".badge")).toHaveText("Pass");
  await expect(page.getByRole("button", { name: "Stop the check" })).toBeVisible();
  await expect(page.getByRole("complementary", { name: "Demo" })).toBeVisible();
  await expectAccessible(page, WIDE_LOOKS);
});
