import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { IpAddress, PoolLook } from "../../checks/index.ts";
import { temporaryFolder } from "../../testing/started.ts";
import { hasPostgres, type PostgresServer, startPostgres } from "../testing/postgres.ts";
import { copyPools, copyReports } from "./copy.ts";
import { fixtureReport } from "./fixture.ts";
import { newId } from "./ids.ts";
import { createKyselyStore } from "./kysely-store.ts";
import { createPoolStore, type NewPool, type PoolStore } from "./pools.ts";
import { openPostgres } from "./postgres.ts";
import { openSqlite } from "./sqlite.ts";
import type { Store } from "./store.ts";
import type { Database } from "./tables.ts";

const folder = temporaryFolder("copy");
const openFile = () => openSqlite(join(folder, `${newId()}.sqlite`));

async function finished(store: Store) {
  const row = { id: newId(), report: fixtureReport(), plain: true, deadline: 5, deleteToken: newId(), key: newId() };
  await store.create(row);
  await store.finish(row.id, { ...row.report, state: "done", ended: "complete", durationMs: 7 });
  return row;
}

const LOOK: PoolLook = {
  ...{ ptr: ["a.example.com"], ptrCount: 1, confirmed: [], isConfirmed: null, listed: [], unasked: [] },
  ...{ verdicts: [], questions: 1 },
};

async function begin(store: PoolStore): Promise<NewPool> {
  const pool: NewPool = {
    ...{ id: newId(), createdAt: 1_000, deadline: Date.now() + 60_000, deleteToken: newId(), network: newId() },
    plan: {
      ...{ title: "300 addresses", options: { selectors: [] }, input: { text: "…" }, rejected: [], rejectedCount: 0 },
      ...{ sampled: [], duplicates: 0 },
    },
    entries: Array.from({ length: 300 }, (_, i) => ({ address: `2001:db8::${i + 1}` as IpAddress })),
  };
  expect(await store.create(pool, { perNetwork: 1, all: 10 })).toBe("created");
  return pool;
}

function describeCopy(name: string, openTo: () => Promise<Database>) {
  describe(name, () => {
    test("all reports arrive whole; a second run copies what has changed since, and nothing else", async () => {
      const [from, to] = [await openFile(), await openTo()];
      const [old, now] = [createKyselyStore(from), createKyselyStore(to)];
      const rows = [];
      for (let i = 0; i < 450; i++) rows.push(await finished(old));
      const [first, second] = rows;
      if (!first || !second) throw new Error("nothing was made");
      await old.create({ id: newId(), report: fixtureReport(), plain: true, deadline: 5, deleteToken: newId() });

      const seen: number[] = [];
      expect(await copyReports(from, to, (copied) => seen.push(copied))).toEqual({
        copied: 450,
        from: { done: 450 },
        to: { done: 450 },
      });
      expect(seen).toEqual([200, 400, 450]);
      for (const { id } of rows.slice(0, 20)) expect(await now.get(id)).toEqual(await old.get(id));
      expect(await now.remove(second.id, second.deleteToken)).toBe("removed");

      expect(await old.remove(first.id, first.deleteToken)).toBe("removed");
      await finished(old);
      const again = await copyReports(from, to);
      expect(again).toMatchObject({ from: { deleted: 1, done: 450 } });
      expect(await now.get(first.id)).toEqual({ id: first.id, state: "deleted" });
      // What was deleted at the new place stays so.
      expect(await now.stateOf(second.id)).toBe("deleted");
      await from.close();
      await to.close();
    });

    test("pools that are over arrive with their rows, once; those that run stay", async () => {
      const [from, to] = [await openFile(), await openTo()];
      const [old, now] = [createPoolStore(from), createPoolStore(to)];
      const all: NewPool[] = [];
      for (let i = 0; i < 3; i++) all.push(await begin(old));
      const [done, cancelled, running] = all as [NewPool, NewPool, NewPool];
      await old.write(done.id, [{ place: 1, stage: 1, look: LOOK }]);
      await old.finish(done.id);
      await old.cancel(cancelled.id, cancelled.deleteToken);
      expect(await copyPools(from, to)).toBe(2);
      expect(await copyPools(from, to)).toBe(0);
      for (const { id } of [done, cancelled]) {
        expect(await now.head(id)).toEqual(await old.head(id));
        expect(await now.rows(id)).toEqual(await old.rows(id));
      }
      expect(await now.head(running.id)).toBeUndefined();
      expect(await old.remove(done.id, done.deleteToken)).toBe("removed");
      expect(await copyPools(from, to)).toBe(1);
      expect(await now.head(done.id)).toEqual({ state: "deleted" });
      expect(await now.rows(done.id)).toEqual([]);
      await from.close();
      await to.close();
    });
  });
}

describeCopy("from SQLite to SQLite", openFile);

describe.skipIf(!hasPostgres())("on a real server", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  describeCopy("from SQLite to PostgreSQL", async () => openPostgres(await server.newDatabase()));
});
