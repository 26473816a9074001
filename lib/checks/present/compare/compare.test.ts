import { describe, expect, test } from "vitest";
import type { Report } from "../../report/report.ts";
import { fixtureReport, twoAddresses } from "../../testing/fixture-report.ts";
import { unknownCodes } from "../../testing/report-codes.ts";
import { present } from "../present.ts";
import { compareReports } from "./compare.ts";

const compare = (before: Report, after: Report) =>
  compareReports(present(before, { id: "a", url: "u" }), present(after, { id: "b", url: "u" }));

type Verdict = Report["verdicts"][number];
const judged = (signal: string, more: Partial<Verdict>): Report => ({
  ...fixtureReport,
  verdicts: fixtureReport.verdicts.map((v) => (v.signal === signal ? { ...v, ...more } : v)),
});
const answered = (name: string, more: Partial<Report["lookups"][number]>): Report => ({
  ...fixtureReport,
  lookups: fixtureReport.lookups.map((l) => (l.name === name ? { ...l, ...more } : l)),
});
const spoken = (more: Partial<Report["sessions"][number]>): Report => ({
  ...fixtureReport,
  sessions: fixtureReport.sessions.map((s) => ({ ...s, ...more })),
});

test("a report compared with itself has not changed", () => {
  for (const report of [fixtureReport, twoAddresses()]) {
    const { changed, otherEvidence, same, facts, oneSided, sameTarget, sameRules } = compare(report, report);
    expect([changed, otherEvidence, facts, oneSided]).toEqual([[], [], [], []]);
    expect(same).toHaveLength(report.verdicts.length);
    expect([sameTarget, sameRules]).toEqual([true, true]);
  }
});

describe("a verdict", () => {
  test.each([
    ["fail to pass", "fcrdns", { status: "pass", outcome: "pass" }, "better"],
    ["warn to note", "ehlo-name", { status: "info", outcome: "leads-back" }, "better"],
    ["pass to fail", "reverse-dns", { status: "fail", outcome: "none" }, "worse"],
    ["note to warn", "greeting-name", { status: "warn", outcome: "no-host-name" }, "worse"],
    ["skipped to pass", "helo-spf", { status: "pass", outcome: "pass" }, "other"],
    ["pass to note", "smtp-reachable", { status: "info", outcome: "closed" }, "other"],
    ["another outcome of the same status", "spf", { outcome: "none" }, "other"],
  ] as const)("that went from %s is %s: %s", (_, signal, more, turn) => {
    const after = judged(signal, more);
    expect(unknownCodes(after)).toEqual([]);
    expect(compare(fixtureReport, after).changed).toMatchObject([{ signal, turn }]);
  });

  test.each([
    ["pass to unknown", "reverse-dns", { status: "unknown", outcome: "temperror" }],
    ["unknown to warn", "resolver-agreement", { status: "warn", outcome: "old" }],
  ] as const)("that went from %s has not changed, as far as is known: %s", (_, signal, more) => {
    const after = judged(signal, more);
    expect(unknownCodes(after)).toEqual([]);
    const { changed, notKnown, otherEvidence, same } = compare(fixtureReport, after);
    expect([changed, otherEvidence]).toEqual([[], []]);
    expect(notKnown).toMatchObject([{ signal }]);
    expect(same).toHaveLength(fixtureReport.verdicts.length - 1);
  });

  test("a listing is not over because its list kept silent, and a new one is new where its list was asked before", () => {
    const lists = (status: Verdict["status"], outcome: string, evidence: Verdict["evidence"]) =>
      judged("dnsbl", { status, outcome, evidence });
    const listed = lists("fail", "listed-high", { listed: ["spamhaus-zen"] });
    const quiet = lists("pass", "clean", { absent: ["spamhaus-zen"] });
    for (const [before, after] of [
      [listed, quiet],
      [quiet, listed],
    ] as const) {
      const { changed, notKnown } = compare(before, after);
      expect([changed, notKnown.map(({ signal }) => signal)]).toEqual([[], ["dnsbl"]]);
    }
    expect(compare(listed, lists("pass", "clean", {})).changed).toMatchObject([{ signal: "dnsbl", turn: "better" }]);
    const other = lists("warn", "listed", { listed: ["spamcop"] });
    const worse = lists("fail", "listed-high", { listed: ["spamhaus-zen"], open: ["spamcop"] });
    expect(compare(other, worse).changed).toMatchObject([{ signal: "dnsbl", turn: "worse" }]);
  });

  test("with other evidence and the same outcome is apart", () => {
    const { changed, otherEvidence } = compare(
      fixtureReport,
      judged("reverse-dns", { evidence: { ptr: ["x.example"] } }),
    );
    expect(changed).toEqual([]);
    expect(otherEvidence).toMatchObject([{ signal: "reverse-dns" }]);
  });

  test("whose evidence moved with the clock alone is the same", () => {
    const evidence = {
      ...fixtureReport.verdicts.find((v) => v.signal === "smtp-reachable")?.evidence,
      waited: ["9 s"],
    };
    expect(compare(fixtureReport, judged("smtp-reachable", { evidence })).otherEvidence).toEqual([]);
  });

  test("that was not judged in one of them is named", () => {
    const fewer = { ...fixtureReport, verdicts: fixtureReport.verdicts.filter(({ signal }) => signal !== "dnsbl") };
    expect(compare(fewer, fixtureReport).changed).toMatchObject([
      { signal: "dnsbl", turn: "appeared", before: undefined },
    ]);
    expect(compare(fixtureReport, fewer).changed).toMatchObject([{ signal: "dnsbl", turn: "gone", after: undefined }]);
  });

  test("what got worse comes first", () => {
    const after = judged("fcrdns", { status: "pass", outcome: "pass" });
    const worse = {
      ...after,
      verdicts: after.verdicts.map((v) =>
        v.signal === "spf" ? { ...v, status: "fail" as const, outcome: "fail" } : v,
      ),
    };
    expect(compare(fixtureReport, worse).changed.map(({ turn }) => turn)).toEqual(["worse", "better"]);
  });
});

describe("subjects", () => {
  const moved = (to: string): Report =>
    JSON.parse(JSON.stringify(fixtureReport).replaceAll("203.0.113.10", to).replaceAll("10.113.0.203", "9.9.9.9"));

  test("a server that moved is the same server", () => {
    const { changed, otherEvidence, sameTarget } = compare(fixtureReport, moved("203.0.113.11"));
    expect(changed).toEqual([]);
    expect(otherEvidence[0]?.subject).toBe("203.0.113.10 → 203.0.113.11");
    expect(sameTarget).toBe(false);
  });

  test("one that came or went brings its verdicts along", () => {
    const turns = (before: Report, after: Report) =>
      new Set(compare(before, after).changed.map(({ turn, subject }) => `${turn} ${subject}`));
    expect(turns(fixtureReport, twoAddresses())).toEqual(new Set(["appeared 2001:db8:a::25"]));
    expect(turns(twoAddresses(), fixtureReport)).toEqual(new Set(["gone 2001:db8:a::25"]));
  });
});

test("a server that a report may not have found has neither come nor gone", () => {
  const both = twoAddresses();
  const [first] = both.subjects;
  const fewer: Report = {
    ...both,
    subjects: both.subjects.filter((subject) => subject === first),
    verdicts: both.verdicts.filter(({ subject }) => subject === first?.id),
  };
  const [verdict] = fewer.verdicts;
  if (!verdict) throw new Error("there are verdicts");
  const host = { id: "mail01.example.com", scope: "host", signals: ["host-addresses"] } as const;
  const found = { ...verdict, subject: host.id, signal: "host-addresses", group: "reverse" } as const;
  const leftOut = { addresses: 1, sessions: 0, connections: 0, questions: 0, octets: 0 };
  const incomplete: readonly Report[] = [
    { ...fewer, leftOut },
    { ...fewer, ended: "cancelled" },
    {
      ...fewer,
      subjects: [host, ...fewer.subjects],
      verdicts: [{ ...found, status: "unknown", outcome: "incomplete" }, ...fewer.verdicts],
    },
  ];
  for (const report of incomplete)
    for (const [before, after] of [
      [both, report],
      [report, both],
    ] as const) {
      const { changed, notKnown } = compare(before, after);
      expect(changed.filter(({ signal }) => signal !== "host-addresses")).toEqual([]);
      expect(new Set(notKnown.map(({ subject }) => subject))).toContain("2001:db8:a::25");
    }
  expect(compare(both, fewer).changed[0]?.turn).toBe("gone");
});

describe("a fact", () => {
  test.each([
    ["another record", { records: ["203.0.113.10"] }],
    ["no record", { records: [] }],
    ["no such name", { records: [], rcode: "NXDOMAIN" }],
  ])("with %s is shown", (_, more) => {
    expect(compare(fixtureReport, answered("mail01.example.com", more)).facts).toMatchObject([
      { what: "mail01.example.com A", before: ["203.0.113.99"] },
    ]);
  });

  test("whose records our own limit left out has not changed, as far as is known", () => {
    const leftOut = { addresses: 0, sessions: 0, connections: 0, questions: 0, octets: 900 };
    const less = { ...answered("mail01.example.com", { records: [] }), leftOut };
    for (const [before, after] of [
      [fixtureReport, less],
      [less, fixtureReport],
    ] as const)
      expect(compare(before, after)).toMatchObject({ facts: [], unanswered: [{ what: "mail01.example.com A" }] });
    const other = { ...answered("mail01.example.com", { records: ["203.0.113.98"] }), leftOut };
    expect(compare(fixtureReport, other).facts).toHaveLength(1);
  });

  test("without an answer in one of them has not changed, as far as is known", () => {
    const after = answered("mail01.example.com", { records: [], rcode: "TIMEOUT" });
    for (const [before, now] of [
      [fixtureReport, after],
      [after, fixtureReport],
    ] as const) {
      const { facts, unanswered } = compare(before, now);
      expect(facts).toEqual([]);
      expect(unanswered).toMatchObject([{ what: "mail01.example.com A" }]);
    }
  });

  test("is the same whatever server said it, in whatever order, how fast and for how long", () => {
    const many = answered("mail01.example.com", { records: ["203.0.113.1", "203.0.113.2"] });
    const again = answered("mail01.example.com", {
      records: ["203.0.113.2", "203.0.113.1"],
      server: "x",
      ms: 1,
      ttl: 9,
    });
    const { facts, sameFacts } = compare(many, again);
    expect(facts).toEqual([]);
    expect(sameFacts).toBeGreaterThan(fixtureReport.lookups.length);
  });

  test("one silent server of several changes nothing", () => {
    const [lookup] = fixtureReport.lookups;
    const silent = { ...lookup, server: "198.51.100.54", records: [], rcode: "TIMEOUT" } as Report["lookups"][number];
    expect(compare(fixtureReport, { ...fixtureReport, lookups: [...fixtureReport.lookups, silent] }).facts).toEqual([]);
  });

  test("that was asked once only is apart", () => {
    const fewer = { ...fixtureReport, lookups: fixtureReport.lookups.slice(1) };
    const { facts, oneSided } = compare(fewer, fixtureReport);
    expect(facts).toEqual([]);
    expect(oneSided).toMatchObject([{ what: "10.113.0.203.in-addr.arpa PTR", before: undefined }]);
  });

  test("is also what the server said of itself, but not the time of day", () => {
    const greeting = { code: 220, lines: ["mx.example.com ESMTP Postfix; Mon, 23 Nov 2026"] };
    expect(compare(fixtureReport, spoken({ greeting })).facts).toEqual([]);
    expect(compare(fixtureReport, spoken({ ehloName: "mail01.example.com" })).facts).toMatchObject([
      { what: "203.0.113.10 EHLO name", before: ["relay.example.net"], after: ["mail01.example.com"] },
    ]);
    expect(compare(fixtureReport, spoken({ connection: "closed" })).facts).toMatchObject([
      { what: "203.0.113.10 port 25", after: ["closed"] },
    ]);
  });

  test.each(["filtered", "tarpit", "dropped", "no-route", "limit"] as const)(
    "is no connection that was %s: that says nothing about the server",
    (connection) => {
      const { facts, unanswered } = compare(fixtureReport, spoken({ connection }));
      expect(facts).toEqual([]);
      expect(unanswered).toMatchObject([{ what: "203.0.113.10 port 25", after: [connection.replaceAll("-", " ")] }]);
    },
  );

  test("is no encryption that was never reached", () => {
    const { facts, unanswered } = compare(fixtureReport, spoken({ tls: { kind: "not-reached", why: "no answer" } }));
    expect(facts).toEqual([]);
    expect(unanswered).toMatchObject([{ what: "203.0.113.10 encryption" }]);
  });
});
