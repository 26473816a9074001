import { expect, test } from "vitest";
import { createCache } from "./cache.ts";
import type { Settled } from "./race.ts";

const MINUTE = 60_000;
const settled = (reading: unknown) => ({ reading, flags: [], server: undefined }) as unknown as Settled;
const answer = (ttl: number) => settled({ kind: "nxdomain", ttl, size: 100 });
const failure = settled({ kind: "failed", reason: "timeout" });

function start() {
  const clock = { ms: 0 };
  return { clock, cache: createCache(() => clock.ms, 300) };
}

test("an answer is there for its TTL, counted down, and no longer", () => {
  const { clock, cache } = start();
  cache.put("a", answer(10));
  clock.ms = 9_999;
  expect(cache.get("a")?.reading).toMatchObject({ kind: "nxdomain", ttl: 1 });
  clock.ms = 10_000;
  expect(cache.get("a")).toBeUndefined();
});

test("what has run out takes no room for long, though nobody asks for it again; what counts stays", () => {
  const { clock, cache } = start();
  for (let i = 0; i < 100; i++) cache.put(`short ${i}`, answer(10));
  for (let i = 0; i < 100; i++) cache.put(`failed ${i}`, failure);
  cache.put("long", answer(300));
  expect(cache.count()).toBe(201);
  clock.ms = MINUTE;
  cache.put("new", answer(10));
  expect(cache.count()).toBe(2);
  expect(cache.get("long")).toBeDefined();
});

test("a failure that lasts is remembered for longer each time, beyond the time it is believed", () => {
  const { clock, cache } = start();
  const believed = () => cache.get("a") !== undefined;
  cache.put("a", failure);
  clock.ms = 1_000;
  expect(believed()).toBe(false);
  cache.put("a", failure);
  clock.ms = 2_999;
  expect(believed()).toBe(true);
});
