import { expect, test } from "vitest";
import type { ListSaid } from "../facts/lists.ts";
import { ip } from "../testing/facts.ts";
import { concludes } from "../testing/judging.ts";
import { dnswl } from "./dnswl.ts";

const address = ip("203.0.113.10");
const clean: ListSaid = { kind: "answered", addresses: [], reasons: [] };
const says = (code: string): ListSaid => ({ kind: "answered", addresses: [ip(code)], reasons: [] });
const silent: ListSaid = { kind: "failed", reason: "timeout", lasting: false };
const refuses: ListSaid = { kind: "unusable", why: "error-answer", saw: [ip("127.0.0.255")] };

test.each([
  ["known with high trust", says("127.0.5.3"), clean, "known"],
  ["known with low trust", says("127.0.3.1"), clean, "known"],
  ["known without trust", says("127.0.3.0"), clean, "no-trust"],
  ["known to the list without levels", clean, says("127.0.0.2"), "known"],
  ["known, while the other list is silent", says("127.0.5.2"), silent, "known"],
  ["known without trust, while the other list is silent", says("127.0.5.0"), silent, "partly"],
  ["unknown to both", clean, clean, "not-listed"],
  ["unknown to one, while the other does not serve us", refuses, clean, "not-listed"],
  ["unknown to one, while the other is silent", clean, silent, "partly"],
  ["out of the reach of both", silent, silent, "temperror"],
  ["out of the reach of one, while the other does not serve us", refuses, silent, "temperror"],
  ["on lists that do not serve us", refuses, refuses, "too-few"],
] as const)("an address %s", (_, first, second, outcome) => {
  const results = [
    { list: "dnswl", about: address, said: first },
    { list: "spfbl-allow", about: address, said: second },
  ];
  expect(concludes(dnswl, { address, dnswl: results }).outcome).toBe(outcome);
});
