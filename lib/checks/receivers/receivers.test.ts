import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { wordsOfRule } from "../define/receiver.ts";
import { plain } from "../net/safe-text.ts";
import { exampleRule } from "../present/example-rule.ts";
import { judgeReceiver, predict } from "../run/predict.ts";
import { deepFreeze } from "../testing/deep-freeze.ts";
import { ip, name } from "../testing/facts.ts";
import { identity } from "../testing/identities.ts";
import { nothingAnswered } from "../testing/nothing-answered.ts";
import { receivers, receiversFor } from "./index.ts";

test("every file is listed, under its own name", () => {
  const files = readdirSync(import.meta.dirname).filter(
    (f) => f !== "index.ts" && f !== "rules" && !f.endsWith(".test.ts"),
  );
  expect(receivers.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
});

test("providers come first, the programs after them", () => {
  const kinds = receivers.map(({ kind }) => kind);
  expect(kinds).toEqual(kinds.toSorted());
});

test("an address meets the receivers that have rules for its family", () => {
  const ids = (address: string) => receiversFor(ip(address)).map(({ id }) => id);
  expect(ids("203.0.113.10")).toContain("microsoft-ipv4");
  expect(ids("203.0.113.10")).not.toContain("microsoft-ipv6");
  expect(ids("2001:db8::10")).toContain("microsoft-ipv6");
  expect(ids("2001:db8::10")).not.toContain("microsoft-ipv4");
});

/** Identities of every kind, frozen: most of their facts did answer. */
const worlds = allWorlds().map((facts) => deepFreeze(structuredClone(facts)));

const editions = receivers.flatMap((receiver) => [
  [receiver.id, receiver] as const,
  ...Object.entries(receiver.variants ?? {}).map(([variant, one]) => [`${receiver.id}, ${variant}`, one] as const),
]);

describe.each(editions)("%s", (_, receiver) => {
  test("silence is unknown, never a prediction", () => {
    expect(judgeReceiver(receiver, nothingAnswered).action).toBe("unknown");
  });
  test("leaves its facts alone, and judges them the same again", () => {
    for (const facts of [deepFreeze(structuredClone(nothingAnswered)), ...worlds])
      expect(judgeReceiver(receiver, facts)).toEqual(judgeReceiver(receiver, facts));
  });
  test("says where its rules were read, and when", () => {
    expect(receiver.source.label.length).toBeGreaterThan(0);
    expect(URL.canParse(receiver.source.url)).toBe(true);
    expect(receiver.source.read).toMatch(/^20\d\d-\d\d-\d\d$/);
  });
  test("a program's rules carry their version and the setting they hang on", () => {
    if (receiver.kind === "software") {
      expect(receiver.source.version).toBeTruthy();
      expect(receiver.setting).toBeTruthy();
    }
  });
  test.each(Object.entries(receiver.rules))("%s speaks, even where an old report lacks its evidence", (code, rule) => {
    expect(plain(wordsOfRule(rule, {}).says)).toMatch(/.{15,}[.]$/s);
    expect(plain(exampleRule(receiver, code).says)).not.toMatch(/undefined|NaN|In words of its own/);
    expect(["code", "documentation", "observation"]).toContain(rule.confidence);
  });
});

describe("every rule fires on some identity", () => {
  test.each(editions)("%s", (_, receiver) => {
    const fired = new Set(worlds.map((facts) => judgeReceiver(receiver, facts).rule));
    expect(Object.keys(receiver.rules).filter((code) => !fired.has(code) && !isBarred(receiver.id, code))).toEqual([]);
  });
});

test("a variant that a receiver does not have is a fault of the caller", () => {
  const [first] = receivers;
  if (first) expect(() => predict(first, nothingAnswered, "0.1")).toThrow();
});

/** Rules that the one restriction of a variant never comes to, and those that only earlier reports have. */
const isBarred = (id: string, code: string): boolean =>
  id === "postfix-helo" || (id === "microsoft-ipv4" && code === "no-rule");

function allWorlds() {
  const ptrs = [
    {},
    { reverse: "none" as const },
    { reverse: "silent" as const },
    { forward: "elsewhere" as const },
    { forward: "nearby" as const },
    { forward: "none" as const },
    { forward: "silent" as const },
    { ptr: ["mail.example.com", "other.example.com"], forward: "first" as const },
    { ptr: ["ip-203-0-113-10.dyn.example.net"] },
    { ptr: ["ip-203-0-113-10.static.example.net"] },
    { ptr: ["ip-203-0-113-10.example.net"] },
    { ptr: ["host-113-10.example.net"] },
    { ptr: ["ec2-203-0-113-10.compute-1.amazonaws.com"] },
    { ptr: ["mail.example.nosuchtld"] },
  ];
  const ehlos = [
    {},
    { ehlo: "" },
    { ehlo: "mailhost" },
    { ehlo: "localhost" },
    { ehlo: "ma!l" },
    { ehlo: "nowhere.example.org", ehloLeads: "nxdomain" as const },
    { ehlo: "mx.example.org", ehloLeads: "nodata" as const },
    { ehlo: "mx.example.org", ehloLeads: "silent" as const },
    { ehlo: "mx.example.org", ehloLeads: "elsewhere" as const, told: true },
    { ehlo: "mx.example.org", ehloLeads: "elsewhere" as const },
    { ehlo: "203.0.113.10" },
    { ehlo: "10.1.2.3" },
    { ehlo: "[203.0.113.10]" },
    { ehlo: "[203.0.113.]" },
    { ehlo: "[127.0.0.1]" },
    { ehlo: "ec2-203-0-113-10.compute-1.amazonaws.com" },
  ];
  const spfs = [
    {},
    { spf: "pass" as const, from: name("example.com") },
    { spf: "softfail" as const, from: name("example.com") },
    { spf: "fail" as const, from: name("example.com"), emptySelectors: ["s1"] },
    { lists: {} },
    { lists: { "spamhaus-zen": "127.0.0.2", "blocklist-de": "127.0.0.5" } },
    { lists: { "spamhaus-zen": "127.0.0.9", "blocklist-de": "127.0.0.5", "mailspike-rep": "127.0.0.10" } },
  ];
  return ptrs.flatMap((ptr) => ehlos.flatMap((ehlo) => spfs.map((spf) => identity({ ...ptr, ...ehlo, ...spf }))));
}
