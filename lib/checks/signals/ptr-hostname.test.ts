import { expect, test } from "vitest";
import { answer, failed, ip, name, nxdomain } from "../testing/facts.ts";
import { ptrHostname } from "./ptr-hostname.ts";

const judge = (...names: string[]) =>
  ptrHostname.judge({ address: ip("203.0.113.10"), reverse: answer(...names.map(name)) }).outcome;

test.each([
  ["a host name", ["mail.example.com"], "valid"],
  ["two host names", ["mail.example.com", "www.example.org"], "valid"],
  ["localhost", ["localhost"], "localhost"],
  ["the address as a name", ["203.0.113.10"], "numeric"],
  ["spaces", ["our\\032mail.example.com"], "characters"],
  ["one label", ["mailserver"], "single-label"],
  ["a hyphen at the edge", ["mail-.example.com"], "malformed"],
  ["a name in the reverse tree", ["10.113.0.203.in-addr.arpa"], "reverse-tree"],
  ["a local name", ["mail.office.local"], "internal"],
  ["a top-level domain that does not exist", ["mail.example.nosuchtld"], "unknown-tld"],
  ["an underscore", ["mail_1.example.com"], "underscore"],
  ["one valid and one that is none", ["mail.example.com", "localhost"], "some"],
  ["one that is none and one valid", ["localhost", "mail.example.com"], "some"],
  ["two that are none: the worse", ["mail_1.example.com", "localhost"], "localhost"],
] as const)("%s", (_, names, outcome) => {
  expect(judge(...names)).toBe(outcome);
});

test("two faulty names are judged alike in either order", () => {
  expect(judge("mailserver", "localhost")).toBe(judge("localhost", "mailserver"));
});

test.each([
  ["no PTR", nxdomain, "none"],
  ["silence", failed(), "temperror"],
] as const)("%s", (_, reverse, outcome) => {
  expect(ptrHostname.judge({ address: ip("203.0.113.10"), reverse }).outcome).toBe(outcome);
});
