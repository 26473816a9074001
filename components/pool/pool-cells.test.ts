import { expect, test } from "vitest";
import { cellGroups, cellLabel, readMark, writeMarks } from "./pool-cells.ts";

test("addresses of one network leave out what they share", () => {
  expect(cellGroups(["203.0.113.1", "203.0.113.2"])).toEqual([
    { network: "203.0.113.", labels: [".1", ".2"], from: 0 },
  ]);
  expect(cellGroups(["2001:db8:1::10", "2001:db8:1::1f"])[0]).toMatchObject({ labels: [":10", ":1f"] });
});

test("those of several networks stand under the name of each", () => {
  const targets = [1, 2, 3, 4].flatMap((n) => `203.0.113.${n}`).concat([5, 6, 7].map((n) => `198.51.100.${n}`));
  expect(cellGroups(targets)).toEqual([
    { network: "203.0.113.", labels: [".1", ".2", ".3", ".4"], from: 0 },
    { network: "198.51.100.", labels: [".5", ".6", ".7"], from: 4 },
  ]);
});

test("where hardly two share a network, cells show whole addresses", () => {
  const targets = ["203.0.113.1", "198.51.100.2", "2001:db8::3"];
  expect(cellGroups(targets)).toEqual([{ network: "", labels: targets, from: 0 }]);
});

test("marks are read as they were written", () => {
  const cells = (["pass", "warn", "fail", "unknown", "pending"] as const).flatMap((status) => [
    { status, odd: false },
    { status, odd: true },
  ]);
  const marks = writeMarks(cells);
  expect(marks).toHaveLength(cells.length);
  expect([...marks].map(readMark)).toEqual(cells);
});

test("a cell is spoken with its address, its status, and whether it is odd", () => {
  expect(cellLabel({ target: "203.0.113.9", status: "fail", odd: true })).toBe("203.0.113.9 F, failed, odd");
  expect(cellLabel({ target: "203.0.113.1", status: "pass", odd: false })).toBe("203.0.113.1 P, passed");
});
