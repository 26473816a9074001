import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixtureReport } from "./fixture.ts";
import { newId } from "./ids.ts";
import type { NewReport, Store } from "./store.ts";

/** What every store promises, whatever database is under it. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

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
      await store.create(row);
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
      expect(await store.remove(row.id, newId())).toBe("forbidden");
      expect(await store.remove(row.id, "")).toBe("forbidden");
      expect(await store.remove(row.id, row.deleteToken)).toBe("removed");
      expect(await store.get(row.id)).toEqual({ id: row.id, state: "deleted" });
      expect(await store.latest(row.report.path)).toBeUndefined();
      expect(await store.remove(row.id, row.deleteToken)).toBe("gone");
      expect(await store.remove(newId(), row.deleteToken)).toBe("unknown");
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

    test("what nobody made is not there", async () => {
      expect(await store.get(newId())).toBeUndefined();
      expect(await store.stateOf(newId())).toBeUndefined();
    });
  });
}
