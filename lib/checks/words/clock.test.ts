import { expect, test } from "vitest";
import { byTheClock } from "./clock.ts";

const at = (iso: string) => Date.parse(iso);

test.each([
  ["the same day", "2026-11-22T14:32:00Z", "14:32 UTC"],
  ["a second past the minute", "2026-11-22T14:31:01Z", "14:32 UTC"],
  ["the next day", "2026-11-23T00:05:00Z", "00:05 UTC on 2026-11-23"],
  ["rounding over midnight", "2026-11-22T23:59:59.5Z", "00:00 UTC on 2026-11-23"],
])("a moment is told by the clock: %s", (_, moment, expected) => {
  expect(byTheClock(at(moment), at("2026-11-22T12:00:00Z"))).toBe(expected);
});
