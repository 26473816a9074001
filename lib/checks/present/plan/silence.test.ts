import { expect, test } from "vitest";
import { pick } from "../../derive/index.ts";
import type { KnownName } from "../../findings/findings.ts";
import { remedyOf } from "../../run/remedy.ts";
import { nothingAnswered } from "../../testing/nothing-answered.ts";
import { SEEN } from "../../testing/remedies.ts";
import { fixPlan } from "./fix-plan.ts";

test("where nobody answers nobody owns anything, no name is wanted, and nothing is to be done", async () => {
  const remedy = await remedyOf(
    "203.0.113.10",
    async <K extends KnownName>(name: K) => pick(nothingAnswered, [name])[name],
  );
  expect(remedy.owners.ptr.outcome).toBe("unknown");
  expect(remedy.owners.forward.outcome).toBe("no-name");
  expect(pick(nothingAnswered, ["intendedHostname"]).intendedHostname).toBeUndefined();
  expect(fixPlan([], [remedy], SEEN)).toEqual([]);
});
