import { expect, test } from "vitest";
import { expectLinear, expectLinearText } from "./growth.ts";

test("linear work passes", () => {
  expectLinearText("ab ", (text) => text.split(" ").map((word) => word.toUpperCase()));
});

test("quadratic work does not", () => {
  const pairs = (list: readonly number[]) => {
    let sum = 0;
    for (const a of list) for (const b of list) sum += a ^ b;
    return sum;
  };
  const make = (length: number) => Array.from({ length }, (_, i) => i);
  expect(() => expectLinear(make, pairs)).toThrow();
});
