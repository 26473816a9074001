import { expect, test } from "vitest";
import type { Lookup } from "../facts/lookup.ts";
import type { IpAddress } from "../net/address.ts";
import { answer, failed, forward, ip, name, nodata, nxdomain } from "../testing/facts.ts";
import { confirm, confirmedFirst, confirmedNames, primaryName } from "./forward-confirmation.ts";

const address = ip("203.0.113.10");
const [a, b, c] = ["a.example.com", "b.example.com", "c.example.com"].map(name) as [never, never, never];
const here = answer(address);
const elsewhere = answer(ip("203.0.113.99"));

/** Confirms these names by where they resolve to; one without a lookup is beyond those we look up. */
const confirmed = (...names: readonly (readonly [string, Lookup<IpAddress> | undefined])[]) =>
  confirm(
    address,
    answer(...names.map(([each]) => name(each))),
    names.flatMap(([each, lookup]) => (lookup ? [forward(name(each), lookup)] : [])),
  );

test.each([
  ["its address among others", answer(ip("203.0.113.99"), address), "confirmed"],
  ["other addresses", elsewhere, "elsewhere"],
  ["no address of this family", nodata, "no-address"],
  ["nothing: there is no such name", nxdomain, "nxdomain"],
  ["nobody knows where: no answer", failed(), "unknown"],
  ["nobody knows where: it was not looked up", undefined, "unknown"],
] as const)("a name that resolves to %s", (_, lookup, state) => {
  expect(confirmed([a, lookup]).names[0]?.state).toBe(state);
});

test("a name beyond our limit is open for our own reason, and counted", () => {
  const { names, followed } = confirmed([a, elsewhere], [b, undefined]);
  expect(followed).toBe(1);
  expect(names[1]?.addresses).toMatchObject({ kind: "failed", reason: "limit", type: "A" });
});

test("without an answer about PTR there are no names", () => {
  expect([confirm(address, failed(), []).names, confirm(address, nxdomain, []).names]).toEqual([[], []]);
});

test("those that resolve back come first, in their order", () => {
  const found = confirmed([a, elsewhere], [b, here], [c, here]);
  expect(confirmedNames(found)).toEqual([b, c]);
  expect(confirmedFirst(found).map((each) => each.name)).toEqual([b, c, a]);
});

test.each([
  [
    "the first that resolves back",
    [
      [a, elsewhere],
      [b, here],
    ],
    b,
    [],
  ],
  [
    "the first of all where none does",
    [
      [a, elsewhere],
      [b, nxdomain],
    ],
    a,
    [],
  ],
  [
    "with rivals: those before it that nobody could look up",
    [
      [a, failed()],
      [b, here],
      [c, failed()],
    ],
    b,
    [a],
  ],
  [
    "with every one that nobody could look up, where none resolves back",
    [
      [a, elsewhere],
      [b, failed()],
    ],
    a,
    [b],
  ],
] as const)("the name that stands for the address is %s", (_, names, primary, rivals) => {
  const found = primaryName(confirmed(...names));
  expect([found.name?.name, found.rivals.map((each) => each.name)]).toEqual([primary, rivals]);
});
