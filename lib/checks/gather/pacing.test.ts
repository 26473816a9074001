import { expect, test } from "vitest";
import { networkOf } from "../net/address.ts";
import { ip } from "../testing/facts.ts";
import { createPacing, takeTurn } from "./pacing.ts";

const minute = (key: string, most: number) => ({ key, most, ms: 60_000 });

test("as many as fit go at once, and the next waits until the first is out of the period", async () => {
  let now = 0;
  const pacing = createPacing(() => now);
  const book = () => pacing.book([minute("a", 3)], 90_000);
  expect([await book(), await book(), await book()]).toEqual([0, 0, 0]);
  now = 20_000;
  expect(await book()).toBe(40_000);
});

test("what would have to wait too long is not booked", async () => {
  let now = 0;
  const pacing = createPacing(() => now);
  const book = () => pacing.book([minute("a", 1)], 30_000);
  expect(await book()).toBe(0);
  expect([await book(), await book()]).toEqual([undefined, undefined]);
  now = 40_000;
  expect(await book()).toBe(20_000);
});

test("all paces have to have room, and none loses any where one has not", async () => {
  const pacing = createPacing(() => 0);
  await pacing.book([minute("net", 1)], 0);
  expect(await pacing.book([minute("host", 1), minute("net", 1)], 0)).toBeUndefined();
  expect(await pacing.book([minute("host", 1)], 0)).toBe(0);
});

test("a pace without a limit costs nothing", async () => {
  const pacing = createPacing(() => 0);
  const free = minute("a", Number.POSITIVE_INFINITY);
  for (let i = 0; i < 100; i++) expect(await pacing.book([free], 0)).toBe(0);
});

test("a turn is given back to nobody when the check ends before it", async () => {
  const stop = new AbortController();
  const pacing = createPacing(() => 0);
  await pacing.book([minute("a", 1)], 0);
  const turn = takeTurn(pacing, [minute("a", 1)], 90_000, stop.signal);
  stop.abort();
  expect(await turn).toBe(false);
});

test("a network is a /24, or a /64", () => {
  expect(networkOf(ip("192.0.2.77"))).toBe("192.0.2.0");
  expect(networkOf(ip("2001:db8:1:2:3:4:5:6"))).toBe("2001:db8:1:2::");
});
