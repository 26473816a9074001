import { expect, test } from "vitest";
import { random16, randomBit, randomOctet } from "./chance.ts";

test("octets, ids and bits are spread over all their values, beyond one lot from the system", () => {
  const octets = new Set(Array.from({ length: 20_000 }, randomOctet));
  expect(octets.size).toBe(256);
  const ids = Array.from({ length: 20_000 }, random16);
  expect(Math.min(...ids)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...ids)).toBeLessThanOrEqual(0xffff);
  // 20,000 draws from 65,536 leave about 17,200 different ones.
  expect(new Set(ids).size).toBeGreaterThan(16_500);
  const ones = Array.from({ length: 40_000 }, randomBit).filter((bit) => bit === 1).length;
  expect(Math.abs(ones - 20_000)).toBeLessThan(1_000);
});
