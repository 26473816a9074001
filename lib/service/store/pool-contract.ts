import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { IpAddress, PoolLook, PoolPlan } from "../../checks/index.ts";
import { newId } from "./ids.ts";
import { createKyselyStore } from "./kysely-store.ts";
import { createPoolStore, type NewPool, type PoolStore } from "./pools.ts";
import type { Database } from "./tables.ts";

/** What every store of pools promises, whatever database is under it. */
export function describePoolStore(name: string, open: () => Promise<Database>): void {
  describe(name, () => {
    let database: Database;
    let store: PoolStore;
    beforeAll(async () => {
      database = await open();
      store = createPoolStore(database);
    });
    afterAll(() => database?.close());

    const plan: PoolPlan = {
      ...{ title: "two addresses", options: { selectors: [] }, input: { text: "…" } },
      ...{ rejected: [{ line: 3, text: "x", why: "It is no address." }], rejectedCount: 1, sampled: [], duplicates: 0 },
    };
    const look = (questions = 1): PoolLook => ({
      ...{ ptr: ["a.example.com"], ptrCount: 1, confirmed: [], isConfirmed: null, listed: [], unasked: [] },
      ...{ verdicts: [], questions },
    });
    const entries = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ address: `203.0.113.${i}` as IpAddress }));
    const MANY = { perNetwork: 1000, all: 1000 };
    const begin = async (more: Partial<NewPool> = {}) => {
      const pool = {
        ...{ id: newId(), plan, entries: entries(2), createdAt: 1_000, deadline: Date.now() + 60_000 },
        ...{ deleteToken: newId(), network: newId(), ...more },
      };
      expect(await store.create(pool, MANY)).toBe("created");
      return pool;
    };

    test("a pool is there with all its rows as soon as it is acknowledged", async () => {
      const { id } = await begin({ entries: entries(1203) });
      expect(await store.head(id)).toEqual({ state: "running", plan, createdAt: 1_000, seq: 0 });
      const rows = await store.rows(id);
      expect(rows).toHaveLength(1203);
      expect(rows[1202]).toEqual({ place: 1202, address: "203.0.113.1202", stage: 0 });
      expect(await store.rows(id, 64, 66)).toEqual([rows[64], rows[65]]);
      expect(await store.waiting(id)).toBe(1203);
    });

    test("each row is written once at each stage, whoever comes later", async () => {
      const { id } = await begin();
      await Promise.all([1, 2, 3].map((n) => store.write(id, [{ place: 1, stage: 1, look: look(n) }])));
      const [, row] = await store.rows(id);
      await store.write(id, [{ place: 1, stage: 1, look: look(9) }]);
      expect((await store.rows(id))[1]).toEqual(row);
      expect(await store.waiting(id)).toBe(1);
      await store.write(id, [{ place: 1, stage: 2, look: look(7) }]);
      await store.write(id, [{ place: 1, stage: 2, look: look(8) }]);
      expect((await store.rows(id))[1]).toMatchObject({ stage: 2, look: { questions: 7 } });
    });

    test("who follows sees every write, in order, and what was seen before not again", async () => {
      const { id } = await begin({ entries: entries(60) });
      const seen = new Set<number>();
      let seq = 0;
      const writing = Promise.all(
        Array.from({ length: 60 }, (_, place) => store.write(id, [{ place, stage: 1, look: look() }])),
      );
      for (let over = false; !over; ) {
        over = await Promise.race([writing.then(() => true), Promise.resolve(false)]);
        const head = await store.head(id);
        for (const { place } of await store.rowsSince(id, seq)) seen.add(place);
        seq = head && "seq" in head ? head.seq : seq;
      }
      expect(seen.size).toBe(60);
      expect(await store.rowsSince(id, seq)).toEqual([]);
    });

    test("what was cancelled is not written to any more, and what was found stays", async () => {
      const { id, deleteToken } = await begin();
      await store.write(id, [{ place: 0, stage: 1, look: look() }]);
      expect(await store.cancel(id, newId())).toBe("forbidden");
      expect(await store.cancel(id, deleteToken)).toBe("cancelled");
      expect(await store.cancel(id, deleteToken)).toBe("over");
      expect(await store.write(id, [{ place: 1, stage: 1, look: look() }])).toBe(false);
      expect(await store.finish(id)).toBe(false);
      expect(await store.head(id)).toMatchObject({ state: "cancelled" });
      expect((await store.rows(id)).map(({ stage }) => stage)).toEqual([1, 0]);
    });

    test("a pool ends once", async () => {
      const { id } = await begin();
      expect(await store.finish(id)).toBe(true);
      expect(await store.finish(id)).toBe(false);
      expect(await store.head(id)).toMatchObject({ state: "done", finishedAt: expect.any(Number) });
    });

    test("its maker deletes it for good, and nothing is left but that there was one", async () => {
      const { id, deleteToken } = await begin();
      expect(await store.remove(id, newId())).toBe("forbidden");
      expect(await store.remove(id, deleteToken)).toBe("removed");
      expect(await store.remove(id, deleteToken)).toBe("gone");
      expect(await store.head(id)).toEqual({ state: "deleted" });
      expect(await store.rows(id)).toEqual([]);
      expect(await store.remove(newId(), deleteToken)).toBe("unknown");
      expect(await store.cancel(id, deleteToken)).toBe("gone");
    });

    test("old ones expire, also those that run", async () => {
      const { id } = await begin({ createdAt: 10 });
      const young = await begin({ createdAt: 5_000 });
      expect(await store.expire(11)).toBe(1);
      expect(await store.head(id)).toEqual({ state: "expired" });
      expect(await store.rows(id)).toEqual([]);
      expect(await store.head(young.id)).toMatchObject({ state: "running" });
    });

    test("one that nobody works on any more is ended when its time is up", async () => {
      const { id } = await begin({ deadline: Date.now() - 1_000 });
      expect(await store.endOverdue()).toBeGreaterThan(0);
      expect(await store.head(id)).toMatchObject({ state: "cancelled" });
    });

    test("one network has so many at once, also where they begin together", async () => {
      const network = newId();
      const make = () =>
        store.create(
          {
            ...{ id: newId(), plan, entries: entries(1), createdAt: 1, deadline: Date.now() + 60_000 },
            ...{ deleteToken: newId(), network },
          },
          { perNetwork: 2, all: 1000 },
        );
      const said = await Promise.all([make(), make(), make(), make()]);
      expect(said.toSorted()).toEqual(["created", "created", "own", "own"]);
      // A pool counts as one check of its network.
      expect(await createKyselyStore(database).runningOf(network)).toBe(2);
    });
  });
}
