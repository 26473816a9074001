import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "./ids.ts";
import type { Database } from "./tables.ts";
import { createWatches, type NewWatch, type Watches } from "./watches.ts";

const LIMITS = { network: 100, site: 100, all: 1_000 };

/** What every place for watches promises, whatever database is under it. */
export function describeWatchStore(name: string, open: () => Promise<Database>): void {
  describe(name, () => {
    let database: Database;
    let watches: Watches;
    beforeAll(async () => {
      database = await open();
      watches = createWatches(database);
    });
    afterAll(() => database?.close());

    const make = (more: Partial<NewWatch> = {}): NewWatch => ({
      ...{ id: newId(), body: { until: "ptr" }, createdAt: 1_000, expiresAt: 9_000, token: newId() },
      owner: { network: newId() },
      ...more,
    });
    const begin = async (more: Partial<NewWatch> = {}) => {
      const watch = make(more);
      expect(await watches.create(watch, LIMITS)).toBe("created");
      return watch;
    };
    const event = (what: string, more: object = {}) => ({ at: 2_000, body: { what }, ...more });

    test("what comes out is what went in", async () => {
      const webhook = { url: "https://hooks.example.com/a", secret: "whsec_x", note: "has no address in DNS" };
      const { id } = await begin({ webhook });
      expect(await watches.get(id)).toMatchObject({
        ...{
          id,
          state: "waiting",
          body: { until: "ptr" },
          createdAt: 1_000,
          expiresAt: 9_000,
          nextAt: 1_000,
          looks: 0,
        },
        ...{ webhook: { url: webhook.url, secret: webhook.secret }, note: webhook.note },
      });
      expect(await watches.events(id)).toEqual([]);
      expect(await watches.get(newId())).toBeUndefined();
    });

    test("a look is written down once, whoever does it", async () => {
      const { id } = await begin();
      const result = { body: { until: "ptr", seen: 1 }, nextAt: 3_000, events: [event("a", { tell: true })] };
      const both = await Promise.all([watches.looked(id, 0, result), watches.looked(id, 0, result)]);
      expect(both.toSorted()).toEqual([false, true]);
      expect(await watches.looked(id, 0, result)).toBe(false);
      expect(await watches.get(id)).toMatchObject({ looks: 1, nextAt: 3_000, body: { seen: 1 } });
      expect(await watches.events(id)).toMatchObject([{ n: 1, look: 0, body: { what: "a" }, told: "open", tries: 0 }]);
    });

    test("one that has ended looks no more, and counts as nobody's", async () => {
      const owner = { network: newId() };
      const { id } = await begin({ owner });
      expect(await watches.create(make({ owner }), { ...LIMITS, network: 1 })).toBe("own");
      expect(await watches.looked(id, 0, { endedAt: 5_000, state: "expired", events: [] })).toBe(true);
      expect(await watches.looked(id, 1, { nextAt: 6_000, events: [] })).toBe(false);
      const ended = await watches.get(id);
      expect(ended).toMatchObject({ state: "expired", endedAt: 5_000 });
      expect(ended).not.toHaveProperty("nextAt");
      expect(await watches.create(make({ owner }), { ...LIMITS, network: 1 })).toBe("created");
    });

    test("one that goes on counts for whoever renewed it, and only if that one may have it", async () => {
      const owner = { network: newId(), site: newId() };
      const renewal = { expiresAt: 20_000, nextAt: 6_000, event: event("renewed"), owner };
      const { id } = await begin();
      await watches.looked(id, 0, { endedAt: 5_000, state: "expired", events: [] });
      const other = await begin({ owner });
      for (const limits of [{ network: 1 }, { site: 1 }])
        expect(await watches.renew(id, renewal, { ...LIMITS, ...limits })).toBe("own");
      expect(await watches.renew(id, renewal, { ...LIMITS, all: await watches.running() })).toBe("full");
      expect(await watches.get(id)).toMatchObject({ state: "expired", endedAt: 5_000 });
      expect(await watches.renew(id, renewal, { ...LIMITS, network: 2, site: 2 })).toBe("renewed");
      expect(await watches.create(make({ owner }), { ...LIMITS, network: 2 })).toBe("own");
      // One that runs counts already.
      expect(await watches.renew(other.id, renewal, { ...LIMITS, network: 2, site: 2 })).toBe("renewed");
      expect(await watches.renew(newId(), renewal, LIMITS)).toBe("over");
    });

    test("limits of a network, of a site, and of all", async () => {
      const site = newId();
      await begin({ owner: { network: newId(), site } });
      expect(await watches.create(make({ owner: { network: newId(), site } }), { ...LIMITS, site: 1 })).toBe("own");
      expect(await watches.create(make(), { ...LIMITS, all: await watches.running() })).toBe("full");
    });

    test("reports and messages are noted on the events of their look alone", async () => {
      const { id } = await begin({ webhook: { url: "https://hooks.example.com/", secret: "whsec_x" } });
      const news = { tell: true, wantsReport: true };
      await watches.looked(id, 0, { nextAt: 2, events: [event("a", news), event("b", news)] });
      await watches.looked(id, 1, { nextAt: 3, events: [event("c", news)] });
      await watches.reported(id, 0, "the-report");
      await watches.told(id, 0, { state: "open", tries: 1, note: "answered 500" });
      expect(await watches.events(id)).toMatchObject([
        { report: "the-report", wantsReport: false, told: "open", tries: 1 },
        { report: "the-report", wantsReport: false, told: "open", tries: 1 },
        { wantsReport: true, told: "open", tries: 0 },
      ]);
      expect(await watches.get(id)).toMatchObject({ note: "answered 500" });
      await watches.told(id, 0, { state: "delivered", tries: 1 });
      await watches.unhook(id, "answered 410");
      expect((await watches.events(id)).map(({ told }) => told)).toEqual(["delivered", "delivered", "failed"]);
      const unhooked = await watches.get(id);
      expect(unhooked).toMatchObject({ note: "answered 410", webhook: { url: "https://hooks.example.com/" } });
      expect((unhooked as { webhook: object }).webhook).not.toHaveProperty("secret");
    });

    test("of very many events the first and the latest are kept", async () => {
      const { id } = await begin();
      for (let look = 0; look < 25; look++) {
        const events = Array.from({ length: 10 }, (_, i) => event(`${look} ${i}`));
        await watches.looked(id, look, { nextAt: 2, events });
      }
      const numbers = (await watches.events(id)).map(({ n }) => n);
      expect(numbers.length).toBe(200);
      expect([numbers[0], numbers[19], numbers[20], numbers.at(-1)]).toEqual([1, 20, 71, 250]);
    });

    test("what is late is found: looks, reports and messages", async () => {
      const late = await begin();
      const [told, rested] = [await begin(), await begin()];
      await watches.looked(told.id, 0, { endedAt: 2_000, events: [event("a", { tell: true })] });
      await watches.looked(rested.id, 0, { nextAt: 8_000, events: [event("a")] });
      const found = await watches.overdue(4_000, 10_000);
      expect(found).toEqual(expect.arrayContaining([late.id, told.id]));
      expect(found).not.toContain(rested.id);
    });

    test("only its maker's token is its maker's", async () => {
      const { id, token } = await begin();
      expect(await watches.isMakers(id, token)).toBe(true);
      for (const wrong of [newId(), "", `${token}A`]) expect(await watches.isMakers(id, wrong)).toBe(false);
      expect(await watches.isMakers(newId(), token)).toBeUndefined();
    });

    test("one that ran out can go on; one that was stopped cannot", async () => {
      const [out, stopped, running] = [await begin(), await begin(), await begin()];
      await watches.looked(out.id, 0, { endedAt: 5_000, state: "expired", events: [] });
      await watches.looked(stopped.id, 0, { endedAt: 5_000, state: "stopped", events: [] });
      const renewal = { expiresAt: 20_000, nextAt: 6_000, event: event("renewed"), owner: { network: newId() } };
      const renewed = [];
      for (const { id } of [out, stopped, running]) renewed.push(await watches.renew(id, renewal, LIMITS));
      expect(renewed).toEqual(["renewed", "over", "renewed"]);
      expect(await watches.get(out.id)).toMatchObject({ state: "waiting", nextAt: 6_000, expiresAt: 20_000, looks: 1 });
      expect(await watches.get(stopped.id)).toMatchObject({ state: "stopped", endedAt: 5_000 });
      expect(await watches.get(running.id)).toMatchObject({ state: "waiting", nextAt: 1_000, expiresAt: 20_000 });
    });

    test("one that ended long ago is emptied; its id says so", async () => {
      const { id, token } = await begin({ webhook: { url: "https://hooks.example.com/", secret: "whsec_x" } });
      const running = await begin();
      await watches.looked(id, 0, { endedAt: 5_000, state: "expired", events: [event("a")] });
      await watches.forget(5_000);
      expect(await watches.get(id)).toMatchObject({ state: "expired" });
      await watches.forget(5_001);
      expect(await watches.get(id)).toBe("gone");
      expect(await watches.isMakers(id, token)).toBe("gone");
      expect(await watches.events(id)).toEqual([]);
      expect(await watches.get(running.id)).toMatchObject({ state: "waiting" });
      const left = await database.db.selectFrom("watches").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
      expect(JSON.stringify(left)).not.toMatch(/hooks|whsec/);
    });
  });
}
