import { expect, test } from "vitest";
import type { Action } from "../define/receiver.ts";
import { heaviestFirst, receiverCounts } from "./receiver-counts.ts";

const some = (n: number, action: Action, rule = "by-rule") => Array.from({ length: n }, () => ({ action, rule }));

test.each([
  [
    "all there are, the first with the sum",
    [
      ...some(3, "unknown", "no-rule"),
      ...some(9, "reject"),
      ...some(2, "accept"),
      ...some(2, "penalise"),
      ...some(3, "defer"),
    ],
    "9 of 19 refuse, 3 defer, 2 add spam points, 2 have no objection, 3 publish no rule",
  ],
  ["none but those there are", some(19, "accept"), "19 of 19 have no objection"],
  [
    "one of each in the singular",
    [...some(1, "reject"), ...some(1, "penalise"), ...some(1, "accept", "no-rule-published"), ...some(1, "unknown")],
    "1 of 4 refuses, 1 adds spam points, 1 publishes no rule, 1 is unknown",
  ],
  ["nobody", [], ""],
])("counts %s", (_, receivers, expected) => {
  expect(receiverCounts(receivers)).toBe(expected);
});

test("who refuses comes first, who has no objection last", () => {
  const sorted = [...some(1, "accept"), ...some(1, "unknown", "no-rule"), ...some(1, "reject"), ...some(1, "defer")]
    .toSorted(heaviestFirst)
    .map(({ action }) => action);
  expect(sorted).toEqual(["reject", "defer", "unknown", "accept"]);
});
