import { expect, test } from "vitest";
import { count, plain, text, visible } from "./safe-text.ts";

test("values stay apart from prose", () => {
  expect(text`The name ${"mail.example"} has ${2} addresses.`).toEqual([
    { prose: "The name " },
    { code: "mail.example" },
    { prose: " has " },
    { prose: "2" },
    { prose: " addresses." },
  ]);
});
test("a list of values reads as a list", () => {
  expect(plain(text`${["a", "b", "c"]} agree.`)).toBe("a, b and c agree.");
  expect(plain(text`${["a"]} agrees.`)).toBe("a agrees.");
});
test("evidence that an old report lacks leaves no hole in the program", () => {
  expect(plain(text`Name: ${undefined}.`)).toBe("Name: .");
});
test("text nests, and counts speak English", () => {
  expect(plain(text`There are ${count(2, "name")}, ${text`one of them ${"x"}`}.`)).toBe(
    "There are 2 names, one of them x.",
  );
  expect(plain(count(1, "address", "addresses"))).toBe("1 address");
});
test.each([
  ["bidi override", "a\u202eb", "a\\u{202e}b"],
  ["line feed", "a\nb", "a\\u{a}b"],
  ["escape", "\u001b[31m", "\\u{1b}[31m"],
  ["zero width", "a\u200bb", "a\\u{200b}b"],
  ["ordinary foreign letters", "bücher", "bücher"],
])("%s is made visible", (_, value, shown) => {
  expect(visible(value)).toBe(shown);
});
test("long foreign text is capped", () => {
  expect(visible("x".repeat(1000))).toHaveLength(256);
});
