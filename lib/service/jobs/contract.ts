import { afterEach, describe, expect, test } from "vitest";
import type { Jobs } from "./jobs.ts";

/** Opens jobs twice on one place, as two instances do. */
export type OpenJobs = () => Promise<() => Promise<Jobs>>;

/** What every implementation of jobs promises. */
export function describeJobs(name: string, place: OpenJobs): void {
  describe(name, () => {
    const opened: Jobs[] = [];
    afterEach(async () => {
      for (const jobs of opened.splice(0)) await jobs.stop();
    });
    async function opener() {
      const open = await place();
      return async () => {
        const jobs = await open();
        opened.push(jobs);
        return jobs;
      };
    }
    /** Resolves once so many have come. */
    function collector(count: number) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const got: unknown[] = [];
      return {
        got,
        all: promise,
        take: async (payload: object) => {
          got.push(payload);
          if (got.length >= count) resolve();
        },
      };
    }

    test("every job that was put in is done once, by one of the instances", async () => {
      const open = await opener();
      const [a, b] = [await open(), await open()];
      const { got, all, take } = collector(120);
      await a.work("count", take);
      await b.work("count", take);
      const put = Array.from({ length: 120 }, (_, i) => ({ i }));
      for (const payload of put) await a.add("count", payload);
      await all;
      await a.stop();
      await b.stop();
      expect(got).toHaveLength(120);
      expect(new Set(got.map((one) => (one as { i: number }).i)).size).toBe(120);
    });

    test("what nobody works on waits for whoever comes", async () => {
      const open = await opener();
      await (await open()).add("later", { a: 1 });
      const { got, all, take } = collector(1);
      await (await open()).work("later", take);
      await all;
      expect(got).toEqual([{ a: 1 }]);
    });

    test("of equal jobs one waits", async () => {
      const open = await opener();
      const jobs = await open();
      for (let i = 0; i < 3; i++) await jobs.add("once", { i }, { key: "the same" });
      await jobs.add("once", { i: "other" }, { key: "another" });
      const { got, all, take } = collector(2);
      await jobs.work("once", take);
      await all;
      await jobs.stop();
      expect(got).toHaveLength(2);
      expect(got).toContainEqual({ i: 0 });
    });

    test("one that fails is tried again", async () => {
      const open = await opener();
      const jobs = await open();
      const { got, all, take } = collector(2);
      await jobs.work("fails", async (payload) => {
        await take(payload);
        if (got.length === 1) throw new Error("not this time");
      });
      await jobs.add("fails", { a: 1 });
      await all;
      expect(got).toEqual([{ a: 1 }, { a: 1 }]);
    });

    test("what is to be done every hour is done at once as well, and once over all instances", async () => {
      const open = await opener();
      const [a, b] = [await open(), await open()];
      const { got, all, take } = collector(1);
      await Promise.all([a.hourly("sweep"), b.hourly("sweep")]);
      await a.work("sweep", take);
      await all;
      await a.stop();
      expect(got).toHaveLength(1);
    });
  });
}
