import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type RememberedStore, remembered, tellRemoved, whenRemoved } from "./remembered.ts";
import type { RowState, Store } from "./store.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A store of one report, which counts how often it is asked. */
function storeOf(first: RowState) {
  const kept = { state: first, asked: 0 };
  const store = {
    stateOf: async () => {
      kept.asked++;
      return kept.state;
    },
    remove: async (_: string, token: string) => {
      if (token !== "right") return "forbidden";
      kept.state = "deleted";
      return "removed";
    },
    expire: async () => {
      kept.state = "expired";
      return 1;
    },
  } as unknown as Store;
  return { kept, store: remembered(store) };
}

test("a finished report is asked for once a minute", async () => {
  const { kept, store } = storeOf("done");
  for (let i = 0; i < 10; i++) expect(await store.stateOf("x")).toBe("done");
  expect(kept.asked).toBe(1);
});

test("what another process has deleted is gone after a minute", async () => {
  const { kept, store } = storeOf("done");
  await store.stateOf("x");
  kept.state = "deleted";
  vi.advanceTimersByTime(60_001);
  expect(await store.stateOf("x")).toBe("deleted");
});

test("what was deleted here is gone at once; what was not stays", async () => {
  const { store } = storeOf("done");
  await store.stateOf("x");
  const told: string[] = [];
  whenRemoved((id) => told.push(id));
  await store.remove("x", "wrong");
  expect(await store.stateOf("x")).toBe("done");
  expect(told).toEqual([]);
  await store.remove("x", "right");
  expect(await store.stateOf("x")).toBe("deleted");
  expect(told).toEqual(["x"]);
});

test("what has expired here is gone at once", async () => {
  const { store } = storeOf("done");
  await store.stateOf("x");
  await store.expire(0);
  expect(await store.stateOf("x")).toBe("expired");
});

test("one that still runs is asked for each time", async () => {
  const { kept, store } = storeOf("running");
  expect(await store.stateOf("x")).toBe("running");
  kept.state = "done";
  expect(await store.stateOf("x")).toBe("done");
  expect(kept.asked).toBe(2);
});

const isBelieved = async (store: RememberedStore) => (await store.believedUntil("x")) > Date.now();

test("who asks until when a report is believed has it asked for once each half minute", async () => {
  const { kept, store } = storeOf("done");
  for (let seconds = 0; seconds < 300; seconds += 10) {
    expect(await isBelieved(store)).toBe(true);
    expect(await store.believedUntil("x")).toBeLessThanOrEqual(Date.now() + 60_000);
    vi.advanceTimersByTime(10_000);
  }
  expect(kept.asked).toBeLessThan(12);
});

test("… and one that another process has deleted is believed in no longer than a minute", async () => {
  const { kept, store } = storeOf("done");
  const until = await store.believedUntil("x");
  kept.state = "deleted";
  vi.advanceTimersByTime(31_000);
  expect(await store.believedUntil("x")).toBe(0);
  expect(until).toBeLessThanOrEqual(Date.now() + 29_000);
});

test("where the store does not answer any more, nothing is believed for longer", async () => {
  let works = true;
  const store = remembered({
    stateOf: async () => {
      if (!works) throw new Error("not now");
      return "done";
    },
  } as unknown as Store);
  const until = await store.believedUntil("x");
  works = false;
  vi.advanceTimersByTime(29_000);
  expect(await store.believedUntil("x")).toBe(until);
  vi.advanceTimersByTime(2_000);
  await expect(store.believedUntil("x")).rejects.toThrow("not now");
});

test("whoever keeps what was believed is told at once of what is gone", async () => {
  const { store } = storeOf("done");
  const told: (string | undefined)[] = [];
  store.whenForgotten((id) => told.push(id));
  await store.remove("x", "right");
  expect(told).toContain("x");
  tellRemoved("y");
  expect(told).toContain("y");
  await store.expire(0);
  expect(told.at(-1)).toBeUndefined();
});

test("an answer that was on its way when the report was deleted is not believed", async () => {
  const reading = Promise.withResolvers<RowState>();
  let asked = 0;
  const store = remembered({
    stateOf: () => (asked++ === 0 ? reading.promise : Promise.resolve("deleted")),
    remove: async () => "removed",
  } as unknown as Store);
  const first = store.believedUntil("x");
  await store.remove("x", "right");
  reading.resolve("done");
  expect(await first).toBe(0);
  expect(await store.believedUntil("x")).toBe(0);
  expect(asked).toBe(2);
});

test("one that another store of this process has emptied is gone at once", async () => {
  const { kept, store } = storeOf("done");
  await store.stateOf("x");
  kept.state = "deleted";
  tellRemoved("x");
  expect(await store.believedUntil("x")).toBe(0);
});
