import { expect, test } from "vitest";
import { managedPage } from "./manage-watch.ts";

const PAGE = { href: "/watch/some-id", text: "Back to the watch" };

test.each([
  ["own", 429, "3600", "Try again in 3600 seconds."],
  ["full", 503, "3600", "Try again in 3600 seconds."],
  ["over", 409, null, "This watch was stopped by its maker"],
  ["forbidden", 403, null, "stops or renews a watch."],
  ["gone", 410, null, "no longer kept."],
  ["unknown", 404, null, "There is nothing here."],
] as const)("%s: why a watch could not be renewed, and when to come back", async (managed, status, retry, says) => {
  const page = managedPage(managed, PAGE);
  expect([page.status, page.headers.get("retry-after")]).toEqual([status, retry]);
  const html = await page.text();
  expect(html).toContain(says);
  expect(html.includes("Try again in")).toBe(retry !== null);
  expect(html).toContain('<a href="/watch/some-id">Back to the watch</a>');
});
