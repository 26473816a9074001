import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { remembered, tellRemoved, whenRemoved } from "./remembered.ts";
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

test("what is read again and again stays known without anybody waiting, and is asked for once each half minute", async () => {
  const { kept, store } = storeOf("done");
  expect(store.isDone("x")).toBe(false);
  await store.stateOf("x");
  for (let seconds = 0; seconds < 300; seconds += 10) {
    expect(store.isDone("x")).toBe(true);
    await vi.advanceTimersByTimeAsync(10_000);
  }
  expect(kept.asked).toBeLessThan(12);
});

test("… and what another process has deleted is gone within a minute all the same", async () => {
  const { kept, store } = storeOf("done");
  await store.stateOf("x");
  kept.state = "deleted";
  let seconds = 0;
  for (; store.isDone("x") && seconds < 600; seconds++) await vi.advanceTimersByTimeAsync(1_000);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(seconds).toBeGreaterThan(0);
});

test("where the store does not answer any more, a report is believed in for a minute and no longer", async () => {
  let works = true;
  const store = remembered({
    stateOf: async () => {
      if (!works) throw new Error("not now");
      return "done";
    },
  } as unknown as Store);
  await store.stateOf("x");
  works = false;
  await vi.advanceTimersByTimeAsync(59_000);
  expect(store.isDone("x")).toBe(true);
  await vi.advanceTimersByTimeAsync(1_001);
  expect(store.isDone("x")).toBe(false);
});

test("an answer that was on its way when the report was deleted is not believed", async () => {
  const reading = Promise.withResolvers<RowState>();
  const store = remembered({
    stateOf: () => reading.promise,
    remove: async () => "removed",
  } as unknown as Store);
  const asked = store.stateOf("x");
  await store.remove("x", "right");
  reading.resolve("done");
  await asked;
  expect(store.isDone("x")).toBe(false);
});

test("one that another store of this process has emptied is gone at once", async () => {
  const { store } = storeOf("done");
  await store.stateOf("x");
  tellRemoved("x");
  expect(store.isDone("x")).toBe(false);
});
