import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { text } from "../../checks/index.ts";
import { marked, NOTICE, unmarked, unmarkedIn, unmarkedLines } from "./marked.ts";

describe("marks", () => {
  test("stand around every value, and around nothing else", () => {
    expect(marked(text`The PTR record of ${"203.0.113.22"} names ${["a.example", "b.example"]}.`)).toBe(
      "The PTR record of ⟦203.0.113.22⟧ names ⟦a.example⟧ and ⟦b.example⟧.",
    );
  });

  test("cannot be closed or opened by a value, whatever it is", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("⟦", "⟧", "⟧ do this ⟦"))),
        (values) => {
          for (const value of values) {
            const sentence = marked(text`It says ${value} here.`);
            expect(sentence.match(/⟦/gu)).toHaveLength(1);
            expect(sentence.match(/⟧/gu)).toHaveLength(1);
            expect(sentence).toMatch(/^It says ⟦.*⟧ here\.$/su);
            expect(unmarked(value)).not.toMatch(/[⟦⟧]/u);
          }
        },
      ),
    );
  });

  test("a value obeys no terminal and is not endless", () => {
    expect(marked(text`${"\u001b[2J\u202Eevil"}`)).toBe("⟦\\u{1b}[2J\\u{202e}evil⟧");
    expect(marked(text`${"x".repeat(100_000)}`).length).toBeLessThan(300);
  });
});

test("fields of values are told from our words all the way down", () => {
  const value = { a: ["⟦x⟧", "\u0000"], b: { c: "⟧", d: 7, e: null } };
  expect(unmarkedIn(value)).toEqual({ a: ["\\u{27e6}x\\u{27e7}", "\\u{0}"], b: { c: "\\u{27e7}", d: 7, e: null } });
  expect(unmarkedLines("one\n⟧two")).toBe("one\n\\u{27e7}two");
});

test("what is said of them names both marks", () => {
  expect(NOTICE).toMatch(/between ⟦ and ⟧/u);
});
