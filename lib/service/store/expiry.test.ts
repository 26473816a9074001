import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { temporaryFolder } from "../../testing/started.ts";
import { createSqliteJobs } from "../jobs/sqlite-jobs.ts";
import { EXPIRY, expireReports, keptUntil } from "./expiry.ts";
import { fixtureReport } from "./fixture.ts";
import { newId } from "./ids.ts";
import { createKyselyStore } from "./kysely-store.ts";
import { openSqlite } from "./sqlite.ts";
import type { Store } from "./store.ts";

const DAY_MS = 86_400_000;
/** How long to ask again until it is so: far beyond what it takes. */
const PATIENCE = { timeout: 120_000, interval: 10 };

async function seen(store: Store, daysAgo: number): Promise<string> {
  const id = newId();
  const report = fixtureReport({ seenAt: new Date(Date.now() - daysAgo * DAY_MS).toISOString() });
  await store.create({ id, report, plain: true, deadline: 0, deleteToken: newId() });
  await store.finish(id, { ...report, state: "done", ended: "complete" });
  return id;
}

test("reports expire at the start and every hour after, and only those old enough", async () => {
  const database = await openSqlite(join(temporaryFolder("expiry"), "test.sqlite"));
  const store = createKyselyStore(database);
  const jobs = createSqliteJobs(database);
  const [old, young] = [await seen(store, 31), await seen(store, 29)];
  await jobs.hourly(EXPIRY);
  await jobs.work(EXPIRY, () => expireReports(store, 30));
  const becomes = (id: string) => vi.waitFor(async () => expect(await store.stateOf(id)).toBe("expired"), PATIENCE);
  await becomes(old);
  const later = await seen(store, 30.001);
  // An hour passes.
  await vi.waitFor(async () => {
    const due = database.db.updateTable("jobs").set({ due_at: 1 }).where("claimed_until", "is", null);
    expect(Number((await due.executeTakeFirstOrThrow()).numUpdatedRows)).toBe(1);
  }, PATIENCE);
  await becomes(later);
  expect(await store.stateOf(young)).toBe("done");
  await jobs.stop();
  await store.close();
});

test("the date a page states is so many days after it was seen", () => {
  expect(keptUntil("2026-11-22T08:00:00.000Z", 30)).toBe(Date.parse("2026-12-22T08:00:00.000Z"));
});
