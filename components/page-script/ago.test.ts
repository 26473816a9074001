import { expect, test } from "vitest";
import { ago } from "./ago.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test.each([
  [-5, "just now"],
  [0, "just now"],
  [59.9, "just now"],
  [MINUTE, "1 minute ago"],
  [2 * MINUTE - 1, "1 minute ago"],
  [2 * MINUTE, "2 minutes ago"],
  [59 * MINUTE + 59, "59 minutes ago"],
  [HOUR, "1 hour ago"],
  [23.99 * HOUR, "23 hours ago"],
  [DAY, "1 day ago"],
  [29 * DAY, "29 days ago"],
  [30 * DAY, "1 month ago"],
  [364 * DAY, "12 months ago"],
  [365 * DAY, "1 year ago"],
  [1000 * DAY, "2 years ago"],
])("%d seconds: %s, as the browser would say it", (seconds, words) => {
  expect(ago(seconds)).toBe(words);
  const [count = "", unit = ""] = words.split(" ");
  if (Number(count))
    expect(words).toBe(
      new Intl.RelativeTimeFormat("en").format(-Number(count), unit.replace(/s$/, "") as Intl.RelativeTimeFormatUnit),
    );
});
