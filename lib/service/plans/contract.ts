import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixtureReport } from "../store/fixture.ts";
import { newId } from "../store/ids.ts";
import { createKyselyStore } from "../store/kysely-store.ts";
import type { Store } from "../store/store.ts";
import type { Database } from "../store/tables.ts";
import type { KeptInput } from "./plan-input.ts";
import { createPlanStore, type PlanStore } from "./plan-store.ts";

const MOVE: KeptInput = {
  ...{ kind: "move", purpose: "fail-over", selectors: [] },
  ...{ before: ["203.0.113.10"], after: ["203.0.113.11", "2001:db8:1::11"] },
};

/** What plans promise, whatever database is under them. */
export function describePlans(name: string, open: () => Promise<Database>): void {
  describe(name, () => {
    let store: Store;
    let plans: PlanStore;
    beforeAll(async () => {
      const database = await open();
      store = createKyselyStore(database);
      plans = createPlanStore(database);
    });
    afterAll(() => store?.close());

    const make = async (input: KeptInput = MOVE) => {
      const plan = { id: newId(), input, deadline: 5, deleteToken: newId() };
      await plans.create(plan);
      return plan;
    };
    const report = async () => {
      const row = { id: newId(), report: fixtureReport(), plain: false, deadline: 1, deleteToken: newId() };
      await store.create(row);
      return row.id;
    };

    test("what was put in comes out, with an address to check in each place", async () => {
      const { id } = await make();
      expect(await plans.get(id)).toMatchObject({
        ...{ state: "kept", id, input: MOVE, round: 1, latest: 1, deadline: 5 },
        checks: [
          { place: 0, side: "before", address: "203.0.113.10" },
          { place: 1, side: "after", address: "203.0.113.11" },
          { place: 2, side: "after", address: "2001:db8:1::11" },
        ],
      });
      expect(await plans.get(newId())).toBeUndefined();
    });

    test("the report of an address is noted, and the round settled", async () => {
      const { id } = await make();
      await plans.note(id, 1, 1, "r1", true);
      await plans.settle(id, 1);
      const kept = await plans.get(id);
      if (kept?.state !== "kept") throw new Error("it is gone");
      expect([kept.deadline, kept.checks.map((check) => check.report)]).toEqual([0, [undefined, "r1", undefined]]);
    });

    test("of two that check again at once, one begins the next round", async () => {
      const { id } = await make();
      const both = await Promise.all([plans.again(id, 1, 7), plans.again(id, 1, 7)]);
      expect(both.toSorted()).toEqual([false, true]);
      expect(await plans.get(id)).toMatchObject({
        round: 2,
        latest: 2,
        deadline: 7,
        rounds: [{ round: 2 }, { round: 1 }],
      });
      expect(await plans.get(id, 1)).toMatchObject({ round: 1, latest: 2 });
      expect(await plans.get(id, 3)).toBeUndefined();
    });

    test("a plan that is checked for years keeps twenty rounds", async () => {
      const { id } = await make();
      for (let round = 1; round <= 22; round++) expect(await plans.again(id, round, 1)).toBe(true);
      const kept = await plans.get(id);
      expect(kept?.state === "kept" && kept.rounds.length).toBe(20);
    });

    test("its maker deletes it, with the reports that were made for it and no others", async () => {
      const { id, deleteToken } = await make();
      const [own, joined] = [await report(), await report()];
      await plans.note(id, 1, 0, own, true);
      await plans.note(id, 1, 1, joined, false);
      expect(await plans.remove(id, newId())).toBe("forbidden");
      expect(await plans.remove(id, deleteToken)).toBe("removed");
      expect(await plans.remove(id, deleteToken)).toBe("gone");
      expect(await plans.get(id)).toEqual({ state: "deleted", id });
      expect([await store.stateOf(own), await store.stateOf(joined)]).toEqual(["deleted", "running"]);
      expect(await plans.remove(newId(), deleteToken)).toBe("unknown");
      expect(await plans.again(id, 1, 1)).toBe(false);
    });

    test("what was last checked before a time is emptied", async () => {
      const { id } = await make();
      await plans.expire(Date.now() - 60_000);
      expect(await plans.stateOf(id)).toBe("kept");
      expect(await plans.expire(Date.now() + 1)).toBeGreaterThan(0);
      expect(await plans.get(id)).toEqual({ state: "expired", id });
    });

    test("what is no plan does not get in", async () => {
      const input = { ...MOVE, before: "203.0.113.10" } as never;
      await expect(plans.create({ id: newId(), input, deadline: 1, deleteToken: newId() })).rejects.toThrow();
    });
  });
}
