import { expect, test } from "vitest";
import { createTurns } from "./turns.ts";

const never = new AbortController().signal;
const LONG = 1_000_000;
const nextRound = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

/** Whether a turn has come. */
async function hasCome(ready: Promise<void> | undefined): Promise<boolean> {
  await nextRound();
  return Promise.race([Promise.resolve(ready).then(() => true), nextRound().then(() => false)]);
}

test("what was asked for never waits", () => {
  const take = createTurns(never, LONG);
  take(0);
  expect(take(0).ready).toBeUndefined();
});

test("the rest waits until no question of a lower rank is open", async () => {
  const take = createTurns(never, LONG);
  const first = take(0);
  const second = take(1);
  const third = take(2);
  expect(await hasCome(second.ready)).toBe(false);
  first.end();
  expect(await hasCome(second.ready)).toBe(true);
  expect(await hasCome(third.ready)).toBe(false);
  second.end();
  expect(await hasCome(third.ready)).toBe(true);
});

test("an answer that leads to the next question keeps the place", async () => {
  const take = createTurns(never, LONG);
  const first = take(0);
  const other = take(1);
  first.end();
  const next = take(0);
  expect(await hasCome(other.ready)).toBe(false);
  next.end();
  expect(await hasCome(other.ready)).toBe(true);
});

test("a question that something better waits for goes at once, and so do all when the check ends", async () => {
  const stop = new AbortController();
  const take = createTurns(stop.signal, LONG);
  take(0);
  const [hurried, other] = [take(1), take(1)];
  hurried.hurry();
  expect(await hasCome(hurried.ready)).toBe(true);
  expect(await hasCome(other.ready)).toBe(false);
  stop.abort();
  expect(await hasCome(other.ready)).toBe(true);
});

test("nobody waits longer than some time", async () => {
  const take = createTurns(never, 1);
  take(0);
  await take(1).ready;
});
