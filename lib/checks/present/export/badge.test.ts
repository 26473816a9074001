import { describe, expect, test } from "vitest";
import type { Status } from "../../define/signal.ts";
import { payloads } from "../../testing/payloads.ts";
import { BADGE_FRESH_MS, badgeOf, badgeSvg } from "./badge.ts";

const NOW = Date.parse("2026-11-22T12:00:00Z");
const DAY = 86_400_000;

const source = (status: Status, counts: Partial<Record<Status, number>> = {}, age = 60_000, ended = "complete") => ({
  seenAt: NOW - age,
  ended: ended as "complete",
  headline: { status },
  counts: { pass: 9, info: 1, skipped: 1, unknown: 0, warn: 0, fail: 0, ...counts },
});

describe("a badge", () => {
  test.each([
    ["no report", undefined, "grey", "not checked"],
    ["everything in order", source("pass"), "pass", "in order"],
    ["one warning", source("warn", { warn: 1 }), "warn", "1 warning"],
    ["several warnings", source("warn", { warn: 3 }), "warn", "3 warnings"],
    ["a failure", source("fail", { fail: 2, warn: 1 }), "fail", "2 failed"],
    ["a failure under a milder sentence", source("warn", { fail: 1, warn: 1 }), "fail", "1 failed"],
    ["an unknown proof", source("unknown", { unknown: 3 }), "grey", "could not be checked"],
    ["a skipped proof", source("skipped", { skipped: 3 }), "grey", "could not be checked"],
    ["a check that was stopped", source("pass", {}, 0, "cancelled"), "grey", "could not be checked"],
    ["a check that was cut off", source("warn", { warn: 1 }, 0, "interrupted"), "grey", "could not be checked"],
    ["a failure found before the cut", source("fail", { fail: 1 }, 0, "interrupted"), "fail", "1 failed"],
    ["a pass of just under a day ago", source("pass", {}, BADGE_FRESH_MS), "pass", "in order"],
    ["a pass of over a day ago", source("pass", {}, BADGE_FRESH_MS + 1), "grey", "checked 1 day ago"],
    ["a failure of long ago", source("fail", { fail: 1 }, 40 * DAY), "grey", "checked 40 days ago"],
  ] as const)("of %s", (_, latest, tone, says) => {
    expect(badgeOf(latest, NOW)).toEqual({ tone, says });
  });

  test("says the same to those who do not see it", () => {
    const svg = badgeSvg({ tone: "fail", says: "2 failed" }, "mail.example.com");
    expect(svg).toContain("<title>mail.example.com: mail identity 2 failed</title>");
    expect(svg).toMatch(/role="img" aria-label="mail.example.com: mail identity 2 failed"/);
  });

  test("of a hostile name is the same markup with other text", () => {
    const shape = (svg: string) => svg.replaceAll(/aria-label="[^"]*"/g, "").replaceAll(/<title>[^<]*<\/title>/g, "");
    const plain = shape(badgeSvg({ tone: "pass", says: "in order" }, "x"));
    for (const payload of payloads) expect(shape(badgeSvg({ tone: "pass", says: "in order" }, payload))).toBe(plain);
  });
});
