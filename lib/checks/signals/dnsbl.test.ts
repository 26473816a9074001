import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { say } from "../define/signal.ts";
import type { ListResult, ListSaid } from "../facts/lists.ts";
import { ADDRESS_LISTS } from "../formats/dnsbl/address-lists.ts";
import { plain } from "../net/safe-text.ts";
import { judge } from "../run/judge.ts";
import { ip } from "../testing/facts.ts";
import { concludes } from "../testing/judging.ts";
import { nothingAnswered } from "../testing/nothing-answered.ts";
import { dnsbl } from "./dnsbl.ts";

const address = ip("203.0.113.10");
const clean: ListSaid = { kind: "answered", addresses: [], reasons: [] };
const says = (...codes: string[]): ListSaid => ({ kind: "answered", addresses: codes.map(ip), reasons: [] });
const silent: ListSaid = { kind: "failed", reason: "timeout", lasting: false };
const gone: ListSaid = { kind: "failed", reason: "timeout", lasting: true };
const refuses: ListSaid = { kind: "unusable", why: "error-answer", saw: [ip("127.255.255.254")] };
const wild: ListSaid = { kind: "unusable", why: "lists-everything", saw: [ip("127.0.0.2")] };
const keyless: ListSaid = { kind: "no-key" };

/** All lists for IPv4, clean but for these; those that want a key have none. */
function panel(some: Readonly<Record<string, ListSaid>>, rest: ListSaid = clean): ListResult[] {
  return ADDRESS_LISTS.filter(({ families }) => families.includes(4)).map(({ id: list, key }) => ({
    list,
    about: address,
    said: some[list] ?? (key ? keyless : rest),
  }));
}

const outcome = (results: readonly ListResult[]) => concludes(dnsbl, { address, dnsbl: results }).outcome;

test.each([
  ["on no list", panel({}), "clean"],
  ["on none, with a key", panel({ "spamhaus-zen": clean }), "clean"],
  ["on Spamhaus SBL", panel({ "spamhaus-zen": says("127.0.0.2") }), "listed-high"],
  ["on Spamhaus PBL", panel({ "spamhaus-zen": says("127.0.0.11") }), "listed-identity-high"],
  ["on Spamhaus PBL and XBL", panel({ "spamhaus-zen": says("127.0.0.11", "127.0.0.4") }), "listed-high"],
  ["on a code of Spamhaus that nobody explains", panel({ "spamhaus-zen": says("127.0.0.6") }), "listed-high"],
  ["on SpamRATS for having no PTR", panel({ spamrats: says("127.0.0.37") }), "listed-identity"],
  ["on SpamRATS for a dynamic name", panel({ spamrats: says("127.0.0.36") }), "listed-identity"],
  ["on SpamRATS for spam", panel({ spamrats: says("127.0.0.38") }), "listed-weak"],
  ["on SPFBL for a PTR that is not forward-confirmed", panel({ spfbl: says("127.0.0.3") }), "listed-identity"],
  ["on Abusix's policy list", panel({ "abusix-combined": says("127.0.0.11") }), "listed-identity"],
  ["on SpamCop", panel({ spamcop: says("127.0.0.2") }), "listed"],
  ["on Validity, whose codes are bits", panel({ senderscore: says("127.0.4.2") }), "listed"],
  ["on DroneBL", panel({ dronebl: says("127.0.0.8") }), "listed-weak"],
  ["on UCEPROTECT 3", panel({ "uceprotect-3": says("127.0.0.2") }), "listed-broad"],
  [
    "on UCEPROTECT 2 and 3 and on SpamCop",
    panel({ "uceprotect-2": says("127.0.0.2"), spamcop: says("127.0.0.2") }),
    "listed",
  ],
  ["white at Hostkarma", panel({ hostkarma: says("127.0.0.1") }), "clean"],
  ["yellow at Hostkarma", panel({ hostkarma: says("127.0.0.3") }), "clean"],
  ["of neutral and of good reputation at Mailspike", panel({ "mailspike-rep": says("127.0.0.18") }), "clean"],
  ["of bad reputation at Mailspike", panel({ "mailspike-rep": says("127.0.0.12") }), "listed"],
  ["on none, but one list is silent", panel({ dronebl: silent }), "partly"],
  [
    "on UCEPROTECT 3 while a list that matters is silent",
    panel({ "uceprotect-3": says("127.0.0.2"), spamcop: silent }),
    "broad-partly",
  ],
  ["on none, and one list has been gone for long", panel({ dronebl: gone }), "clean"],
  ["on none, and three lists do not serve us", panel({ barracuda: refuses, senderscore: refuses, s5h: wild }), "clean"],
  [
    "on a weak list while a weightier one is silent",
    panel({ dronebl: says("127.0.0.8"), spamcop: silent }),
    "listed-partly",
  ],
  ["on a heavy list while a weak one is silent", panel({ spamcop: says("127.0.0.2"), dronebl: silent }), "listed"],
  ["on Spamhaus while everything else is silent", panel({ "spamhaus-zen": says("127.0.0.2") }, silent), "listed-high"],
  ["on none, but hardly any list serves us", panel({ spamcop: clean, dronebl: clean }, refuses), "too-few"],
  ["on none, but only out of lists long gone", panel({ spamcop: clean }, gone), "too-few"],
  ["beyond all lists that answer", panel({}, silent), "temperror"],
  ["beyond all lists that serve us", panel({}, refuses), "too-few"],
  ["of a family no list is for", [], "too-few"],
] as const)("an address %s", (_, results, expected) => {
  expect(outcome(results)).toBe(expected);
});

const codes = ADDRESS_LISTS.map((list) =>
  list.codes.by === "address" && Object.keys(list.codes.named).length > 0
    ? fc.constantFrom(...Object.keys(list.codes.named), "127.0.0.2")
    : fc.constant("127.0.0.2"),
);
const said = (i: number) =>
  fc.oneof(
    { arbitrary: fc.constant(clean), weight: 8 },
    { arbitrary: (codes[i] ?? fc.constant("127.0.0.2")).map((code) => says(code)), weight: 1 },
    { arbitrary: fc.constantFrom(keyless, refuses, wild, gone), weight: 1 },
  );

test("silence of any lists never changes the conclusion into another, only into unknown", () => {
  const world = fc.tuple(...ADDRESS_LISTS.map((_, i) => fc.tuple(said(i), fc.boolean())));
  fc.assert(
    fc.property(world, (lists) => {
      const results = (lost: boolean): ListResult[] =>
        lists.map(([each, isLost], i) => ({
          list: ADDRESS_LISTS[i]?.id ?? "",
          about: address,
          said: lost && isLost && each.kind === "answered" ? silent : each,
        }));
      const status = (lost: boolean) => judge(dnsbl, "s", { ...nothingAnswered, address, dnsbl: results(lost) });
      const [whole, part] = [status(false), status(true)];
      expect([whole.outcome, "unknown"]).toContain(part.status === "unknown" ? "unknown" : part.outcome);
    }),
    { numRuns: 500 },
  );
});

describe("its words", () => {
  const everything = [
    panel({}),
    panel({ "spamhaus-zen": says("127.0.0.2"), spamcop: silent }),
    panel({ "spamhaus-zen": says("127.0.0.11") }),
    panel({ spamrats: says("127.0.0.37"), barracuda: refuses }),
    panel({ spamcop: says("127.0.0.2"), "uceprotect-1": says("127.0.0.2") }),
    panel({ "uceprotect-1": says("127.0.0.2") }),
  ].map((results) => concludes(dnsbl, { address, dnsbl: results }));

  const wordsOf = (finding: (typeof everything)[number]): string => {
    const { says: sentence, fix, whoCares } = dnsbl.outcomes[finding.outcome];
    const evidence = finding.evidence ?? {};
    return [
      plain(say(sentence, evidence)),
      fix ? plain(say(fix, evidence).does) : "",
      whoCares ? plain(say(whoCares, evidence)) : "",
      JSON.stringify(finding.exhibit),
    ].join("\n");
  };

  test("never advise paying", () => {
    for (const finding of everything) expect(wordsOf(finding)).not.toMatch(/\bpa(y|id)|express|fee\b|€|\$/i);
  });
  test("say that Spamhaus was not checked where there is no key", () => {
    expect(wordsOf(everything[0] as (typeof everything)[number])).toContain("Spamhaus ZEN");
  });
});
