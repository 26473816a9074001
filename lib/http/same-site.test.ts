import { expect, test } from "vitest";
import { isFromHere } from "./same-site.ts";

test.each([
  [{ "sec-fetch-site": "same-origin" }, true],
  [{ "sec-fetch-site": "none" }, true],
  [{ "sec-fetch-site": "same-site" }, false],
  [{ "sec-fetch-site": "cross-site", origin: "https://example.com" }, false],
  [{ origin: "https://example.com" }, true],
  [{ origin: "http://example.com" }, false],
  [{ origin: "null" }, false],
  [{}, true],
])("a form with %o is ours: %s", (headers, ours) => {
  expect(isFromHere(new Headers(headers as Record<string, string>), "https://example.com")).toBe(ours);
});
