import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixtureReport } from "./fixture.ts";
import { newId } from "./ids.ts";
import { createInstances, DEAD_MS } from "./instances.ts";
import { createKyselyStore, migrate } from "./kysely-store.ts";
import type { NewReport, Store } from "./store.ts";
import type { Database } from "./tables.ts";

/** What every store promises, whatever database is under it. */
export function describeStore(name: string, open: () => Promise<Database>): void {
  describe(name, () => {
    let database: Database;
    let store: Store;
    beforeAll(async () => {
      database = await open();
      store = createKyselyStore(database);
    });
    afterAll(() => store?.close());

    const begin = async (more: Partial<NewReport> & { path?: string; seenAt?: string } = {}) => {
      const { path = newId(), seenAt = "2026-11-22T08:00:00.000Z", ...rest } = more;
      const row = {
        id: newId(),
        report: fixtureReport({ path, seenAt, state: "running" }),
        plain: true,
        deadline: 1,
        deleteToken: newId(),
        ...rest,
      };
      expect(await store.create(row)).toBe(true);
      return row;
    };
    const end = async (row: NewReport) => {
      const report = { ...row.report, state: "done" as const, ended: "complete" as const, durationMs: 1234 };
      expect(await store.finish(row.id, report)).toBe(true);
      return report;
    };

    test("a check is there as soon as it has begun, and what comes out is what went in", async () => {
      const row = await begin({ deadline: 1_800_000_000_000 });
      const { id, report, plain, deadline } = row;
      expect(await store.get(id)).toEqual({ state: "running", id, report, plain, deadline });
      expect(await store.stateOf(id)).toBe("running");
      const done = await end(row);
      expect(await store.get(id)).toEqual({ state: "done", id, report: done, plain, deadline });
    });

    test("an older version starts beside a newer one, and goes on with what it knows", async () => {
      const { db, dialect } = database;
      await sql`insert into kysely_migration (name, timestamp) values ('9999-newer', ${"2030-01-01T00:00:00.000Z"})`.execute(
        db,
      );
      await sql`alter table reports add column newer text`.execute(db);
      await migrate(db, dialect);
      const row = await begin();
      await sql`update reports set newer = 'what a newer version keeps' where id = ${row.id}`.execute(db);
      const done = await end(row);
      expect(await store.get(row.id)).toMatchObject({ state: "done", report: done });
      const { rows } = await sql<{ newer: string }>`select newer from reports where id = ${row.id}`.execute(db);
      expect(rows[0]?.newer).toBe("what a newer version keeps");
    });

    test("a finished report never changes", async () => {
      const row = await begin();
      const done = await end(row);
      expect(await store.finish(row.id, { ...done, durationMs: 99 })).toBe(false);
      expect(await store.get(row.id)).toMatchObject({ state: "done", report: { durationMs: 1234 } });
      await expect(store.create(row)).rejects.toThrow();
      expect(await store.get(row.id)).toMatchObject({ state: "done", report: { durationMs: 1234 } });
    });

    test("of two that end the same check, one wins", async () => {
      const row = await begin();
      const done = { ...row.report, state: "done" as const, ended: "complete" as const };
      const both = await Promise.all([store.finish(row.id, done), store.finish(row.id, done)]);
      expect(both.toSorted()).toEqual([false, true]);
    });

    test("what is not a report does not get in", async () => {
      const row = await begin();
      const broken = { ...row.report, state: "done" as const, verdicts: [{ nonsense: true }] as never };
      await expect(store.finish(row.id, broken)).rejects.toThrow();
      expect(await store.stateOf(row.id)).toBe("running");
    });

    test("a target's history has its finished plain reports, latest first", async () => {
      const path = newId();
      const first = await begin({ path, seenAt: "2026-01-01T00:00:00.000Z" });
      const second = await begin({ path, seenAt: "2026-02-01T00:00:00.000Z" });
      const optioned = await begin({ path, seenAt: "2026-03-01T00:00:00.000Z", plain: false });
      await begin({ path, seenAt: "2026-04-01T00:00:00.000Z" });
      for (const row of [first, second, optioned]) await end(row);
      expect(await store.history(path, 10)).toEqual([
        { id: second.id, seenAt: Date.parse(second.report.seenAt) },
        { id: first.id, seenAt: Date.parse(first.report.seenAt) },
      ]);
      expect(await store.history(path, 1)).toHaveLength(1);
      expect(await store.latest(path)).toMatchObject({ id: second.id });
      expect(await store.latest(newId())).toBeUndefined();
    });

    test("only its maker's token deletes a report, and then nothing is left but that there was one", async () => {
      const row = await begin();
      await end(row);
      expect(await store.isMaker(row.id, newId())).toBe(false);
      expect(await store.isMaker(newId(), row.deleteToken)).toBe(false);
      expect(await store.isMaker(row.id, row.deleteToken)).toBe(true);
      expect(await store.remove(row.id, newId())).toBe("forbidden");
      expect(await store.remove(row.id, "")).toBe("forbidden");
      expect(await store.remove(row.id, row.deleteToken)).toBe("removed");
      expect(await store.get(row.id)).toEqual({ id: row.id, state: "deleted" });
      expect(await store.latest(row.report.path)).toBeUndefined();
      expect(await store.remove(row.id, row.deleteToken)).toBe("gone");
      expect(await store.remove(newId(), row.deleteToken)).toBe("unknown");
    });

    test("a report that was deleted can be restored for a while, by its maker's token alone", async () => {
      const [path, key] = [newId(), newId()];
      const row = await begin({ path, key });
      const report = await end(row);
      expect(await store.isRestorable(row.id)).toBe(false);
      expect(await store.restore(row.id, row.deleteToken)).toBe("late");
      expect(await store.remove(row.id, newId(), 60_000)).toBe("forbidden");
      expect(await store.remove(row.id, row.deleteToken, 60_000)).toBe("removed");
      // Until then it is gone like any other.
      expect(await store.get(row.id)).toEqual({ id: row.id, state: "deleted" });
      expect(await store.latest(path)).toBeUndefined();
      expect(await store.lastOf(key, 0)).toBeUndefined();
      expect(await store.remove(row.id, row.deleteToken)).toBe("gone");
      expect(await store.isRestorable(row.id)).toBe(true);
      expect(await store.restore(row.id, newId())).toBe("forbidden");
      expect(await store.forgetDeleted()).toBe(0);
      expect(await store.restore(row.id, row.deleteToken)).toBe("restored");
      expect(await store.get(row.id)).toMatchObject({ state: "done", report, plain: true });
      expect(await store.latest(path)).toMatchObject({ id: row.id });
      expect(await store.restore(row.id, row.deleteToken)).toBe("late");
      expect(await store.isRestorable(row.id)).toBe(false);
    });

    test("after that nothing is left but that there was one", async () => {
      const row = await begin({ key: newId() });
      await end(row);
      expect(await store.remove(row.id, row.deleteToken, -1)).toBe("removed");
      expect(await store.isRestorable(row.id)).toBe(false);
      expect(await store.restore(row.id, row.deleteToken)).toBe("late");
      expect(await store.forgetDeleted()).toBe(1);
      expect(await store.forgetDeleted()).toBe(0);
      const left = await database.db.selectFrom("reports").selectAll().where("id", "=", row.id).executeTakeFirst();
      expect(left).toMatchObject({ state: "deleted", path: "", body: null, delete_hash: "", check_key: null });
    });

    test("a check that was deleted while it ran cannot be restored", async () => {
      const row = await begin();
      expect(await store.remove(row.id, row.deleteToken, 60_000)).toBe("removed");
      expect(await store.isRestorable(row.id)).toBe(false);
      expect(await store.restore(row.id, row.deleteToken)).toBe("late");
    });

    test("a check that was deleted while it ran does not come back", async () => {
      const row = await begin();
      expect(await store.remove(row.id, row.deleteToken)).toBe("removed");
      expect(await store.finish(row.id, { ...row.report, state: "done" })).toBe(false);
      expect(await store.stateOf(row.id)).toBe("deleted");
    });

    test("old reports expire, young ones stay", async () => {
      const old = await begin({ seenAt: "2020-01-01T00:00:00.000Z" });
      const young = await begin({ seenAt: "2026-11-22T00:00:00.000Z" });
      await end(old);
      await end(young);
      expect(await store.expire(Date.parse("2021-01-01"))).toBe(1);
      expect(await store.expire(Date.parse("2021-01-01"))).toBe(0);
      expect(await store.get(old.id)).toEqual({ id: old.id, state: "expired" });
      expect(await store.stateOf(young.id)).toBe("done");
    });

    test("of equal checks one runs, however many ask at once, and the others are led to it", async () => {
      const key = newId();
      const rows = Array.from({ length: 20 }, () => ({
        ...{ id: newId(), report: fixtureReport({ state: "running" }), plain: true, deadline: 1 },
        ...{ deleteToken: newId(), key, owner: "one" },
      }));
      const begun = await Promise.all(rows.map((row) => store.create(row)));
      expect(begun.filter(Boolean)).toHaveLength(1);
      const first = rows[begun.indexOf(true)];
      if (!first) throw new Error("none has begun");
      expect(await store.isJoined(first.id)).toBe(false);
      expect(await store.join(key)).toEqual({ id: first.id, owner: "one", deadline: 1 });
      expect(await store.isJoined(first.id)).toBe(true);
      expect(await store.get(first.id)).toMatchObject({ state: "running", owner: "one" });
      await end(first);
      expect(await store.join(key)).toBeUndefined();
      await begin({ key });
    });

    test("a check that was deleted while it ran is in nobody's way", async () => {
      const key = newId();
      const row = await begin({ key });
      await store.remove(row.id, row.deleteToken);
      await begin({ key });
    });

    test("the last report of an equal check is found for as long as is asked, and only once it has ended", async () => {
      const key = newId();
      const seenAt = "2026-11-22T08:00:00.000Z";
      const row = await begin({ key, seenAt });
      const before = Date.parse(seenAt) - 1;
      expect(await store.lastOf(key, before)).toBeUndefined();
      await end(row);
      expect(await store.lastOf(key, before)).toEqual({ id: row.id, seenAt: before + 1 });
      expect(await store.lastOf(key, before + 1)).toBeUndefined();
      expect(await store.lastOf(newId(), before)).toBeUndefined();
      await store.remove(row.id, row.deleteToken);
      expect(await store.lastOf(key, before)).toBeUndefined();
    });

    test("what runs for a network is counted, and forgotten as it ends", async () => {
      const network = newId();
      const rows = [await begin({ network }), await begin({ network })];
      await begin({ network: newId() });
      expect(await store.runningOf(network)).toBe(2);
      for (const row of rows) await end(row);
      expect(await store.runningOf(network)).toBe(0);
      const kept = await database.db.selectFrom("reports").select("network").where("network", "=", network).execute();
      expect(kept).toEqual([]);
    });

    test("checks of an instance that has ended or fell silent are abandoned, others are not", async () => {
      const instances = createInstances(database);
      const [alive, silent, left] = [newId(), newId(), newId()];
      const urlOf = (id: string) => `http://${id.toLowerCase()}:3000`;
      for (const id of [alive, silent, left]) await instances.beat(id, urlOf(id));
      const of = new Map<string, string>();
      for (const owner of [alive, silent, left]) of.set((await begin({ owner })).id, owner);
      await begin({});
      const orphans = async () => (await store.abandoned(100)).flatMap(({ id }) => of.get(id) ?? []).toSorted();
      expect(await orphans()).toEqual([]);
      expect(await instances.urlOf(alive)).toBe(urlOf(alive));
      await instances.leave(left);
      await database.db
        .updateTable("instances")
        .set((row) => ({ beat_at: row("beat_at", "-", DEAD_MS + 1) }))
        .where("id", "=", silent)
        .execute();
      expect(await orphans()).toEqual([silent, left].toSorted());
      expect(await instances.urlOf(silent)).toBeUndefined();
      await instances.beat(silent, urlOf(silent));
      expect(await instances.urlOf(silent)).toBe(urlOf(silent));
      await instances.replace(newId(), urlOf(alive));
      expect(await instances.urlOf(alive)).toBeUndefined();
    });

    test("the secret between instances is made once", async () => {
      const all = await Promise.all(Array.from({ length: 5 }, () => createInstances(database).secret()));
      expect(new Set(all).size).toBe(1);
      await createInstances(database).probe();
      expect(all[0]).toMatch(/^[\w-]{22}$/);
    });

    test("what nobody made is not there", async () => {
      expect(await store.get(newId())).toBeUndefined();
      expect(await store.stateOf(newId())).toBeUndefined();
    });
  });
}
