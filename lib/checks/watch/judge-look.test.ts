import { describe, expect, test } from "vitest";
import { plain } from "../net/safe-text.ts";
import type { Report, ReportedVerdict } from "../report/report.ts";
import { fixtureReport } from "../testing/fixture-report.ts";
import { clocksOf, nextLookIn } from "./clocks.ts";
import { judgeLook, type LookJudgement, type Memory } from "./judge-look.ts";
import { UNTILS, type Until } from "./until.ts";
import { notedWords, outcomeOfNoted } from "./words.ts";

const ADDRESS = "203.0.113.10";
type Verdict = Pick<ReportedVerdict, "signal" | "status" | "outcome"> & {
  readonly evidence?: Record<string, string[]>;
  readonly subject?: string;
};

const reportWith = (verdicts: readonly Verdict[], more: Partial<Report> = {}): Report => ({
  ...fixtureReport,
  state: "done",
  ended: "complete",
  verdicts: verdicts.map(({ evidence = {}, subject = ADDRESS, ...verdict }) => ({
    ...verdict,
    subject,
    group: "reverse",
    evidence: { address: [subject], ...evidence },
  })),
  ...more,
});

const none: Verdict = { signal: "reverse-dns", status: "fail", outcome: "none" };
const named = (...ptr: string[]): Verdict => ({
  signal: "reverse-dns",
  status: "pass",
  outcome: "named",
  evidence: { ptr },
});
const silence: Verdict = { signal: "reverse-dns", status: "unknown", outcome: "temperror" };
const confirmed: Verdict = {
  signal: "fcrdns",
  status: "pass",
  outcome: "pass",
  evidence: { confirmed: ["a.example"] },
};
const elsewhere: Verdict = { signal: "fcrdns", status: "fail", outcome: "fail-elsewhere" };
const noName: Verdict = { signal: "fcrdns", status: "skipped", outcome: "none" };

/** The looks of a watch, one after the other. */
function looks(until: Until, ...all: readonly (readonly Verdict[])[]): LookJudgement[] {
  let memory: Memory | undefined;
  return all.map((verdicts) => {
    const judged = judgeLook(until, memory, reportWith(verdicts));
    memory = JSON.parse(JSON.stringify(judged.memory));
    return judged;
  });
}
const told = (judged: LookJudgement | undefined) => [judged?.sights.map(outcomeOfNoted), judged?.changed, judged?.met];

describe("a PTR record", () => {
  test.each<[string, Verdict[][], unknown[]]>([
    ["that is there from the start is waited past", [[named("a.example")]], [["named"], false, false]],
    ["that appears is met", [[none], [named("a.example")]], [["named"], true, true]],
    ["that changes is met", [[named("a.example")], [named("b.example")]], [["named"], true, true]],
    ["with its names in another order has not changed", [[named("a", "b")], [named("b", "a")]], [[], false, false]],
    ["that goes is told, and is not what was waited for", [[named("a")], [none]], [["none"], true, false]],
    ["that went and came again is met", [[named("a")], [none], [named("a")]], [["named"], true, true]],
    ["seen after silence at first did not appear", [[silence], [named("a.example")]], [["named"], false, false]],
    ["unchanged beyond a silence is unchanged", [[none], [silence], [none]], [[], false, false]],
    ["changed beyond a silence has changed", [[none], [silence], [named("a")]], [["named"], true, true]],
  ])("%s", (_, verdicts, expected) => {
    expect(told(looks("ptr", ...verdicts).at(-1))).toEqual(expected);
  });

  test("silence is told once, when it lasts, and changes nothing", () => {
    const all = looks("ptr", [none], [silence], [silence], [silence], [silence], [silence]);
    expect(all.map(({ sights }) => sights.length)).toEqual([1, 0, 0, 1, 0, 0]);
    expect(all.some(({ changed, met }, i) => i > 0 && (changed || met))).toBe(false);
  });

  test("of a host is that of each of its addresses", () => {
    const at = (subject: string, verdict: Verdict) => ({ ...verdict, subject });
    const both = looks(
      "ptr",
      [at("203.0.113.1", none), at("203.0.113.2", named("a"))],
      [at("203.0.113.1", named("b")), at("203.0.113.2", named("a"))],
    );
    expect(told(both[1])).toEqual([["named"], true, true]);
    // An address that comes along did not change its record.
    const more = looks("ptr", [at("203.0.113.1", none)], [at("203.0.113.1", none), at("203.0.113.2", named("a"))]);
    expect(told(more[1])).toEqual([["named"], false, false]);
  });
});

describe("what holds", () => {
  test.each<[string, Until, Verdict[][], unknown[]]>([
    ["from the start is met at once", "confirmed", [[named("a"), confirmed]], [["named", "pass"], false, true]],
    [
      "is met when it comes",
      "confirmed",
      [
        [named("a"), elsewhere],
        [named("a"), confirmed],
      ],
      [["pass"], true, true],
    ],
    [
      "of one server and not of another is not met",
      "confirmed",
      [[confirmed, { ...elsewhere, subject: "203.0.113.2" }]],
      [["pass", "fail-elsewhere"], false, false],
    ],
    ["where nothing was judged is not known to hold", "confirmed", [[]], [[], false, false]],
    [
      "without an answer is not known to hold",
      "confirmed",
      [[named("a"), { ...silence, signal: "fcrdns" }]],
      [["named", "temperror"], false, false],
    ],
    ["nothing without a name, and that is said once", "confirmed", [[none, noName]], [["none"], false, false]],
    [
      "a listing that is none of this server's is the end of listings",
      "delisted",
      [[{ signal: "dnsbl", status: "info", outcome: "listed-broad" }]],
      [["listed-broad"], false, true],
    ],
    [
      "a list that is silent may still have it",
      "delisted",
      [[{ signal: "dnsbl", status: "unknown", outcome: "partly" }]],
      [["partly"], false, false],
    ],
    [
      "a listing is not over while its list does not serve us, in however many looks",
      "delisted",
      [
        [{ signal: "dnsbl", status: "fail", outcome: "listed-high", evidence: { listed: ["a"] } }],
        [{ signal: "dnsbl", status: "pass", outcome: "clean", evidence: { absent: ["a"] } }],
        [{ signal: "dnsbl", status: "pass", outcome: "clean", evidence: { absent: ["a"] } }],
      ],
      [[], false, false],
    ],
    [
      "and it is when that list answers",
      "delisted",
      [
        [{ signal: "dnsbl", status: "fail", outcome: "listed-high", evidence: { listed: ["a"] } }],
        [{ signal: "dnsbl", status: "pass", outcome: "clean", evidence: { absent: ["a"] } }],
        [{ signal: "dnsbl", status: "pass", outcome: "clean", evidence: { absent: ["b"] } }],
      ],
      [["clean"], true, true],
    ],
    [
      "of a host that may have another address nothing is known",
      "confirmed",
      [[{ signal: "host-addresses", status: "unknown", outcome: "incomplete", subject: "mail.example" }, confirmed]],
      [["incomplete", "pass"], false, false],
    ],
    [
      "one of two listings that ends is told, and the other waited for",
      "delisted",
      [
        [{ signal: "dnsbl", status: "fail", outcome: "listed-high", evidence: { listed: ["a", "b"] } }],
        [{ signal: "dnsbl", status: "fail", outcome: "listed-high", evidence: { listed: ["b"] } }],
      ],
      [["listed-high"], true, false],
    ],
    [
      "resolvers that agree on none wait for a record",
      "resolvers-agree",
      [[none, { signal: "resolver-agreement", status: "skipped", outcome: "agree-none" }]],
      [["none"], false, false],
    ],
    [
      "resolvers that agree on a record are met",
      "resolvers-agree",
      [[named("a"), { signal: "resolver-agreement", status: "pass", outcome: "agree" }]],
      [["named", "agree"], false, true],
    ],
  ])("%s: %s", (_, until, verdicts, expected) => {
    expect(told(looks(until, ...verdicts).at(-1))).toEqual(expected);
  });
});

describe("any change", () => {
  const outcomes = (...all: Verdict[][]) => looks("any-change", ...all).map((one) => told(one));
  test("the first look is what others are compared with; the same again is none", () => {
    expect(outcomes([none], [none])).toEqual([
      [["first-look"], false, false],
      [[], false, false],
    ]);
  });
  test("another outcome is a change; the same one for other evidence is none", () => {
    expect(outcomes([none], [named("a")], [named("b")]).slice(1)).toEqual([
      [["changed"], true, true],
      [[], false, false],
    ]);
  });
  test("silence is no change, and hides none", () => {
    expect(outcomes([none], [silence], [none], [silence], [named("a")]).slice(1)).toEqual([
      [[], false, false],
      [[], false, false],
      [[], false, false],
      [["changed"], true, true],
    ]);
  });
  test("a signal that is not judged this time has not changed", () => {
    expect(outcomes([none, elsewhere], [none], [none, elsewhere]).slice(1)).toEqual([
      [[], false, false],
      [[], false, false],
    ]);
  });
  test("by other rules nothing is compared", () => {
    const first = judgeLook("any-change", undefined, reportWith([none], { rulesVersion: "2020-01-01" }));
    expect(told(judgeLook("any-change", first.memory, reportWith([named("a")])))).toEqual([[], false, false]);
  });
});

test("everything noted can be said", () => {
  const all = [
    ...looks("ptr", [none], [named("a.example")]).flatMap(({ sights }) => sights),
    ...looks("any-change", [none], [named("a.example")]).flatMap(({ sights }) => sights),
    ...(["expired", "stopped", "renewed"] as const).map((kind) => ({ kind })),
  ];
  expect(all.map((noted) => plain(notedWords(noted)))).toEqual([
    "203.0.113.10 has no PTR record.",
    "The PTR record of 203.0.113.10 names a.example.",
    "The first look is what later ones are compared with: 1 failed, 0 warnings.",
    "Reverse DNS of 203.0.113.10: fail before, pass now.",
    "The time of this watch is over.",
    "Its maker stopped this watch.",
    "Its maker let this watch go on.",
  ]);
});

describe("the pace", () => {
  const lookup = (facts: string[], ttl: number | undefined, more: object = {}) => ({
    ...{ name: "10.113.0.203.in-addr.arpa", type: "PTR", rcode: "NOERROR", records: ["a.example"], server: "1.1.1.1" },
    ...{ flags: [], ms: 1, facts, subjects: [ADDRESS], ...(ttl === undefined ? {} : { ttl }) },
    ...more,
  });
  const wait = (until: Until, least: number, ...lookups: ReturnType<typeof lookup>[]) =>
    nextLookIn(until, reportWith([], { lookups }), least);

  test("is that of the first answer to run out, and a second more", () => {
    expect(wait("ptr", 60, lookup(["reverse"], 300), lookup(["resolverViews"], 120))).toBe(121);
    expect(wait("ptr", 60, lookup(["reverse"], 300), lookup(["dnsbl"], 70))).toBe(301);
  });
  test("is never faster than it may be, and no slower than once an hour", () => {
    expect(wait("ptr", 60, lookup(["reverse"], 5))).toBe(60);
    expect(wait("ptr", 60, lookup(["reverse"], undefined))).toBe(60);
    expect(wait("ptr", 60, lookup(["reverse"], 86_400))).toBe(3_601);
    expect(wait("ptr", 7_200, lookup(["reverse"], 86_400))).toBe(7_200);
  });
  test.each([1, 30, 59, 60, 61, 90, 300, 1_800, 3_600, 7_200, 86_400])(
    "at the default pace, a record that appears is seen within its zone's TTL of %d s and 60 s more",
    (ttl) => {
      // A resolver that keeps "there is none" for as long as the zone says, on a clock of its own.
      for (let appears = 1; appears <= ttl + 120; appears += Math.ceil(ttl / 97)) {
        let keptUntil = 0;
        let isThere = false;
        let now = 0;
        while (!isThere) {
          if (now >= keptUntil) [isThere, keptUntil] = [appears <= now, now + ttl];
          if (!isThere) now += wait("ptr", 60, lookup(["reverse"], keptUntil - now, { records: [] }));
        }
        expect(now - appears).toBeLessThanOrEqual(ttl + 60);
      }
    },
  );
  test("of whole checks and of blocklists is slower", () => {
    expect(wait("any-change", 60, lookup(["reverse"], 5))).toBe(300);
    expect(wait("delisted", 60, lookup(["dnsbl"], 5))).toBe(300);
  });
  test.each(UNTILS)("where nothing was asked, %s waits all the same", (until) => {
    expect(wait(until, 60)).toBeGreaterThanOrEqual(60);
  });

  test("each resolver has a clock, ours first", () => {
    const resolvers = [{ name: "Cloudflare", address: "1.1.1.1", port: 53 }] as never;
    const report = reportWith([], {
      lookups: [
        lookup(["resolverViews"], 30),
        lookup(["resolverViews"], undefined, { server: "9.9.9.9", records: [], rcode: "TIMEOUT" }),
        lookup(["reverse"], 300, { server: "198.51.100.2" }),
        lookup(["forward"], 300, { type: "A" }),
      ],
    });
    expect(
      clocksOf(report, resolvers, 7).map(({ resolver, address, ttl, at }) => [resolver, address, ttl, at]),
    ).toEqual([
      [undefined, "198.51.100.2", 300, 7],
      ["Cloudflare", "1.1.1.1", 30, 7],
      ["9.9.9.9", "9.9.9.9", undefined, 7],
    ]);
  });
});
