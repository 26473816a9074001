import { expect, test } from "vitest";
import { createAdmission } from "./admission.ts";

function start(room: number) {
  const state = { room, changes: 0, at: 0 };
  const admission = createAdmission(
    () => state,
    () => state.at,
  );
  const change = (to: number) => {
    state.room = to;
    state.changes++;
  };
  /** How many of so many who come at once are let in. */
  const come = (count: number) => Array.from({ length: count }, () => admission.admits()).filter(Boolean).length;
  return { state, change, come };
}

test("while there is room, everybody is let in: those who ask for the same need one place", () => {
  expect(start(1).come(1_000)).toBe(1_000);
});

test("where there is none, nobody is", () => {
  expect(start(0).come(10)).toBe(0);
});

test("just after that, as many as there is room for, until it is known what they have taken", () => {
  const { change, come } = start(0);
  come(1);
  change(2);
  expect(come(10)).toBe(2);
  change(1);
  expect(come(10)).toBe(1);
  change(0);
  expect(come(10)).toBe(0);
});

test("room that is not taken by those who were let in is there for others a moment later", () => {
  const { state, change, come } = start(0);
  come(1);
  change(1);
  expect(come(10)).toBe(1);
  state.at += 251;
  expect(come(10)).toBe(1);
});

test("once there has been room for a while, everybody is let in again", () => {
  const { state, change, come } = start(0);
  come(1);
  change(1);
  state.at += 1_001;
  expect(come(10)).toBe(10);
});
