import { expect, test } from "vitest";
import { logMarkdown } from "./log-markdown.ts";
import type { LogReading } from "./reading.ts";

const reading: LogReading = {
  ...{ receiver: "mx.example", address: null, helo: null, from: null, cause: "ptr_missing", permanence: "permanent" },
  ...{ codes: { own: [] }, count: 1, first: "2026-11-26T15:00:00.000Z", last: null },
} as LogReading;

/** What a kept table's sender may put wherever a text stands. */
const HOSTILE = "[x](javascript:y)\n# z | www.evil.example `";

test.each(["receiver", "address", "first", "last"] as const)("nothing of %s is markup", (field) => {
  const written = logMarkdown(
    { readings: [{ ...reading, [field]: HOSTILE } as LogReading], unread: 0 },
    "https://np.example/log/a",
  );
  // Code spans are quotations, and what has a backslash in front is no markup.
  const rest = written.replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, "").replace(/\\./g, "");
  expect(rest).not.toMatch(/\[x\]|www\.|\n# z/);
});

test("times are written as they are", () => {
  expect(logMarkdown({ readings: [reading], unread: 0 }, "u")).toContain("| 2026-11-26T15:00:00.000Z |");
});
