import { expect, test } from "vitest";
import { ip } from "../../testing/facts.ts";
import { createRoundTrips } from "./round-trips.ts";

const at = (text: string) => ({ address: ip(text), port: 53 });
const [near, far, stranger] = [at("192.0.2.1"), at("192.0.2.2"), at("192.0.2.3")];

test("a steady server is given half a round trip more", () => {
  const trips = createRoundTrips();
  for (let i = 0; i < 50; i++) trips.note(near, "resolver", 100);
  expect(trips.wait(near, "resolver")).toBe(150);
});

test("one whose answers take now long, now short, is given what they vary by (RFC 6298)", () => {
  const trips = createRoundTrips();
  for (let i = 0; i < 50; i++) trips.note(near, "resolver", i % 2 ? 60 : 20);
  expect(trips.wait(near, "resolver")).toBeGreaterThan(100);
});

test("no wait is too short to mean anything, and none is longer than half a second", () => {
  const trips = createRoundTrips();
  for (let i = 0; i < 50; i++) {
    trips.note(near, "resolver", 0.2);
    trips.note(far, "direct", 5_000);
  }
  expect(trips.wait(near, "resolver")).toBe(15);
  expect(trips.wait(far, "direct")).toBe(500);
});

test("one that has not answered yet is taken to be like others of its kind, else further away than our resolvers", () => {
  const trips = createRoundTrips();
  expect(trips.isGuess(stranger, "direct")).toBe(true);
  const blind = trips.wait(stranger, "direct");
  for (let i = 0; i < 50; i++) trips.note(near, "resolver", 20);
  const guessed = trips.wait(stranger, "direct");
  expect(guessed).toBeLessThan(blind);
  expect(guessed).toBeGreaterThan(trips.wait(near, "resolver"));
  for (let i = 0; i < 50; i++) trips.note(far, "direct", 200);
  expect(trips.wait(stranger, "direct")).toBeGreaterThanOrEqual(300);
  expect(trips.isGuess(stranger, "direct")).toBe(false);
});
