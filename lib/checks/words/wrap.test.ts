import { expect, test } from "vitest";
import { LINE, wrapped } from "./wrap.ts";

test.each([
  ["", "", ""],
  ["short", "", "short"],
  ["one two three four", "", "one two\nthree four"],
  ["one two three four", "  ", "one two\n  three\n  four"],
  ["aaaaaaaaaaaaaaaaaaaaaaaaa b", "", "aaaaaaaaaa\naaaaaaaaaa\naaaaa b"],
  ["a bbbbbbbbbbbbbbb", "  ", "a\n  bbbbbbbb\n  bbbbbbb"],
])("%j with %j before its lines", (words, indent, expected) => {
  expect(wrapped(words, indent, 10)).toBe(expected);
});

test("no line is too long, and nothing is lost", () => {
  for (const length of [1, 75, 76, 77, 400]) {
    const words = `${"x".repeat(length)} and ${"y".repeat(length)} (${"word ".repeat(40)})`;
    const lines = wrapped(words, "      ").split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(LINE);
    expect(lines.join("").replaceAll(" ", "")).toBe(words.replaceAll(" ", ""));
  }
});
