import { expect, test } from "vitest";
import { orderFixes } from "./fixes.ts";
import type { PresentedVerdict } from "./present.ts";
import type { Party, Status } from "./signal.ts";
import { prose } from "./text.ts";

const verdict = (signal: string, status: Status, who: Party, does = signal): PresentedVerdict => ({
  subject: "203.0.113.10",
  signal,
  group: "reverse",
  title: signal,
  status,
  outcome: "x",
  says: prose(signal),
  why: "",
  fix: { who, does: prose(does) },
  evidence: {},
  reproduce: [],
  references: [],
  lookups: [],
});
const order = (...verdicts: PresentedVerdict[]) => orderFixes(verdicts).map(({ signal }) => signal);

test("a PTR needs its forward record first, EHLO needs both", () => {
  expect(
    order(
      verdict("ehlo", "fail", "server"),
      verdict("spf", "fail", "sender-dns"),
      verdict("ptr", "fail", "address-owner"),
      verdict("forward", "fail", "forward-dns"),
    ),
  ).toEqual(["forward", "ptr", "ehlo", "spf"]);
});
test("what gets mail refused comes before what is merely trusted less", () => {
  expect(order(verdict("a", "warn", "forward-dns"), verdict("b", "fail", "sender-dns"))).toEqual(["b", "a"]);
});
test("what is in order, or not known, asks for nothing", () => {
  expect(
    order(verdict("a", "pass", "server"), verdict("b", "unknown", "server"), verdict("c", "info", "server")),
  ).toEqual([]);
});
test("the same advice is given once", () => {
  expect(order(verdict("a", "fail", "server", "do it"), verdict("b", "warn", "server", "do it"))).toEqual(["a"]);
});
