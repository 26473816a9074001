import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTimers, Timed } from "./timers.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setImmediate", "clearImmediate", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Notes when it rang, and does what it is told to then. */
class Bell extends Timed {
  readonly rang: number[] = [];
  readonly #then: () => void;
  constructor(then: () => void = () => undefined) {
    super();
    this.#then = then;
  }
  ring(): void {
    this.rang.push(Math.round(performance.now()));
    this.#then();
  }
}

/** Sets it to ring in so many milliseconds. */
const setting = (timers: ReturnType<typeof createTimers>) => (bell: Timed, ms: number) =>
  timers.set(bell, performance.now(), ms);
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const start = () => Math.round(performance.now());

test("each rings once, never before its time and not long after, whatever the order they were set in", async () => {
  const timers = createTimers();
  const set = setting(timers);
  const began = start();
  // Some come round the wheel several times.
  const waits = [15, 4_400, 1, 250, 1_024, 15, 1_023, 2_048, 700, 3];
  const bells = waits.map(() => new Bell());
  for (const [i, ms] of waits.entries()) set(bells[i] as Bell, ms);
  await pass(10_000);
  for (const [i, { rang }] of bells.entries()) {
    expect(rang).toHaveLength(1);
    const late = (rang[0] ?? 0) - began - (waits[i] ?? 0);
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThanOrEqual(3);
  }
});

test("one that is called off does not ring, and one that is moved rings at its new time alone", async () => {
  const timers = createTimers();
  const set = setting(timers);
  const began = start();
  const [gone, sooner, later] = [new Bell(), new Bell(), new Bell()];
  for (const bell of [gone, sooner, later]) set(bell, 100);
  timers.callOff(gone);
  set(sooner, 20);
  set(later, 1_500);
  await pass(5_000);
  expect(gone.rang).toEqual([]);
  expect(sooner.rang).toHaveLength(1);
  expect(later.rang).toHaveLength(1);
  expect((sooner.rang[0] ?? 0) - began).toBeLessThan(40);
  expect((later.rang[0] ?? 0) - began).toBeGreaterThanOrEqual(1_500);
});

test("what one rings for may call off, move or set another", async () => {
  const timers = createTimers();
  const set = setting(timers);
  const [calledOff, moved, set2] = [new Bell(), new Bell(), new Bell()];
  const first = new Bell(() => {
    timers.callOff(calledOff);
    set(moved, 500);
    set(set2, 5);
  });
  // The last set at one moment rings first.
  for (const bell of [calledOff, moved, first]) set(bell, 50);
  await pass(60);
  expect([first, calledOff, moved, set2].map(({ rang }) => rang.length)).toEqual([1, 0, 0, 1]);
  await pass(1_000);
  expect(moved.rang).toHaveLength(1);
});

test("one that sets itself again goes on ringing", async () => {
  const timers = createTimers();
  const set = setting(timers);
  const bell: Bell = new Bell(() => bell.rang.length < 5 && set(bell, 300));
  set(bell, 300);
  await pass(5_000);
  expect(bell.rang).toHaveLength(5);
});

test("after a long pause of the process everything that is due rings, also what was to come round", async () => {
  const timers = createTimers();
  const set = setting(timers);
  const bells = [10, 900, 1_500, 3_000].map((ms) => {
    const bell = new Bell();
    set(bell, ms);
    return bell;
  });
  vi.setSystemTime(0);
  const now = performance.now();
  const spy = vi.spyOn(performance, "now").mockImplementation(() => now + 2_000);
  await pass(20);
  expect(bells.map(({ rang }) => rang.length)).toEqual([1, 1, 1, 0]);
  spy.mockRestore();
});

test("where nothing is set, no timer keeps the process alive", async () => {
  const timers = createTimers();
  const set = setting(timers);
  const bells = Array.from({ length: 20 }, () => new Bell());
  for (const bell of bells) set(bell, 100);
  expect(vi.getTimerCount()).toBe(1);
  for (const bell of bells) timers.callOff(bell);
  expect(vi.getTimerCount()).toBe(0);
  for (const bell of bells) set(bell, 100);
  timers.close();
  expect(vi.getTimerCount()).toBe(0);
  await pass(1_000);
  expect(bells.flatMap(({ rang }) => rang)).toEqual([]);
});
