import { expect, test } from "vitest";
import type { FactName } from "../facts.ts";
import { nothingAnswered } from "../testing/nothing-answered.ts";
import { SEEN } from "../testing/remedies.ts";
import { chooseName } from "./choose-name.ts";
import { fixPlan } from "./fix-plan.ts";
import { remedyOf } from "./remedy.ts";

test("where nobody answers nobody owns anything, no name is wanted, and nothing is to be done", async () => {
  const remedy = await remedyOf("203.0.113.10", async <K extends FactName>(name: K) => nothingAnswered[name]);
  expect(remedy.owners.ptr.outcome).toBe("unknown");
  expect(remedy.owners.forward.outcome).toBe("no-name");
  expect(chooseName(nothingAnswered)).toBeUndefined();
  expect(fixPlan([], [remedy], SEEN)).toEqual([]);
});
