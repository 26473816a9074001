import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { temporaryFolder } from "../../testing/started.ts";
import { keepExpiring, keptUntil } from "./expiry.ts";
import { fixtureReport } from "./fixture.ts";
import { newId } from "./ids.ts";
import { openSqliteStore } from "./sqlite.ts";
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

async function becomes(store: Store, id: string, state: string): Promise<void> {
  await vi.waitFor(async () => expect(await store.stateOf(id)).toBe(state), PATIENCE);
}

test("reports expire at the start and while the service runs, and only those old enough", async () => {
  const store = await openSqliteStore(join(temporaryFolder("expiry"), "test.sqlite"));
  const [old, young] = [await seen(store, 31), await seen(store, 29)];
  const timer = keepExpiring(store, 30, 20);
  expect(timer.hasRef()).toBe(false);
  await becomes(store, old, "expired");
  const later = await seen(store, 30.001);
  await becomes(store, later, "expired");
  expect(await store.stateOf(young)).toBe("done");
  clearInterval(timer);
  await store.close();
});

test("a database that fails once is asked again", async () => {
  let asked = 0;
  const expire = async () => {
    asked++;
    if (asked === 1) throw new Error("the database is busy");
    return 0;
  };
  const timer = keepExpiring({ expire }, 30, 5);
  await vi.waitFor(() => expect(asked).toBeGreaterThanOrEqual(3), PATIENCE);
  clearInterval(timer);
});

test("the date a page states is so many days after it was seen", () => {
  expect(keptUntil("2026-11-22T08:00:00.000Z", 30)).toBe(Date.parse("2026-12-22T08:00:00.000Z"));
});
