import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { check } from "../index.ts";
import { plain } from "../net/safe-text.ts";
import { reportText } from "../present/export/text.ts";
import { present } from "../present/present.ts";
import { leftOutSentence } from "../report/left-out.ts";
import type { Report, ReportedVerdict } from "../report/report.ts";
import { parseClaims } from "../target/claims.ts";
import { parseTarget } from "../target/target.ts";
import type { Sample } from "../testing/internet/sample.ts";
import { startWorld, type WorldOptions } from "../testing/world.ts";

/* Situations of people who run mail servers: delegations, resolvers that lie, many addresses, sending domains. */

interface Situation extends Pick<Sample, "records" | "zones" | "hosts"> {
  readonly target?: string;
  readonly from?: string;
}

const PATIENT = { timeout: 60_000 };
const QUICK = { smtpConnectMs: 500, smtpGreetingMs: 500, smtpReplyMs: 500 };

async function checked(
  { target = "203.0.113.10", from, ...input }: Situation,
  options: WorldOptions = {},
): Promise<Report> {
  const content = [{ id: "case", target, title: "", note: "", ...input }];
  const world = await startWorld({ delayMs: 0, limits: QUICK, ...options, content });
  onTestFinished(() => world.close());
  const read = parseTarget(target);
  if (!read.ok) throw new Error(`${target} cannot be read`);
  return check({ ...read.target, claims: parseClaims(from ? { from } : {}).claims }, world.vantage);
}

const rows = (report: Report, signal: string): ReportedVerdict[] =>
  report.verdicts.filter((verdict) => verdict.signal === signal);

const NAMED = "10.113.0.203.in-addr.arpa. PTR mail.example.com.";
const WHOLE = `${NAMED}\nmail.example.com. A 203.0.113.10`;
const hosts = { "203.0.113.10": { greeting: "mail.example.com ESMTP" } };

describe("name servers of the reverse zone", PATIENT, () => {
  test.each([
    ["one that has no address", "113.0.203.in-addr.arpa. NS ns9.gone.example.com.", "nowhere", "ns9.gone.example.com"],
    ["one that is an address", "113.0.203.in-addr.arpa. NS 198.51.100.53.", "byAddress", "198.51.100.53"],
  ])("%s", async (_, ns, key, value) => {
    const report = await checked({ records: `${WHOLE}\n${ns}`, hosts });
    const [verdict] = rows(report, "reverse-authority");
    expect(verdict).toMatchObject({ status: "warn", evidence: { [key]: [value] } });
    expect(verdict?.evidence).not.toHaveProperty("lame");
    expect(rows(report, "fcrdns")[0]?.outcome).toBe("pass");
    // The delegation does not have it.
    expect(rows(report, "delegation-match")[0]).toMatchObject({ outcome: "differ", evidence: { onlyInside: [value] } });
  });

  test("the same on both sides of the cut", async () => {
    expect(rows(await checked({ records: WHOLE, hosts }), "delegation-match")[0]?.outcome).toBe("same");
  });
});

test(
  "an SPF record that includes itself through a wildcard is to be corrected where it can be edited",
  PATIENT,
  async () => {
    const records = [
      WHOLE,
      "$ORIGIN d.example.org.",
      '@ TXT "v=spf1 include:%{ir}.%{d}._spf.d.example.org -all"',
      '*._spf TXT "v=spf1 include:%{ir}.%{d}._spf.d.example.org -all"',
    ].join("\n");
    const report = await checked({ records, hosts, from: "d.example.org" });
    const [spf] = rows(report, "spf");
    expect(spf).toMatchObject({ outcome: "permerror", evidence: { editable: ["d.example.org"] } });
    expect(rows(report, "spf-record")[0]?.outcome).toBe("pass-uncounted");
  },
);

test("a resolver that rewrites NXDOMAIN leaves the name open, and is named", PATIENT, async () => {
  const report = await checked(
    { records: NAMED, hosts },
    {
      resolver: (query, truth) => {
        const said = truth();
        if (said === "silence" || said.rcode !== "NXDOMAIN" || query.type !== "A") return said;
        const data = [Uint8Array.of(198, 51, 100, 250)];
        return {
          rcode: "NOERROR",
          recursionAvailable: true,
          answers: [{ owner: query.name, type: "A", ttl: 60, data }],
        };
      },
    },
  );
  expect(rows(report, "fcrdns")[0]).toMatchObject({
    status: "unknown",
    outcome: "temperror",
    evidence: { reason: ["resolver-rewrites"] },
  });
  expect(report.vantage.resolverFaults?.flatMap(({ faults }) => faults)).toContain("rewrites");
  for (const { status, signal } of report.verdicts.filter(({ evidence }) =>
    JSON.stringify(evidence).includes("198.51.100.250"),
  ))
    expect([signal, status]).toEqual([signal, "unknown"]);
});

test("a host with 20 addresses has 20, and what was not asked is our limit", PATIENT, async () => {
  const all = Array.from({ length: 20 }, (_, i) => 100 + i);
  const report = await checked({
    target: "pool.example.com",
    records: all
      .map((i) => `pool.example.com. A 203.0.113.${i}\n${i}.113.0.203.in-addr.arpa. PTR pool.example.com.`)
      .join("\n"),
    hosts: Object.fromEntries(all.map((i) => [`203.0.113.${i}`, { greeting: "pool.example.com ESMTP" }])),
  });
  expect(rows(report, "host-addresses")[0]).toMatchObject({
    outcome: "found",
    evidence: { many: ["20"], lookedAt: ["16"] },
  });
  expect(plain(leftOutSentence(report) ?? [])).toContain("4 addresses");
  // The domain's own rows were asked first.
  for (const signal of ["spf-record", "dkim-keys", "dmarc", "mx"]) {
    const [own] = report.verdicts.filter((one) => one.signal === signal && one.subject === "domain example.com");
    expect([signal, own?.status]).not.toEqual([signal, "unknown"]);
    expect(own).toBeDefined();
  }
  const blaming = ["none-spoke", "some-silent", "none-answered", "not-heard", "authority-unknown", "unknown"];
  expect(report.verdicts.filter(({ outcome }) => blaming.includes(outcome))).toEqual([]);
  for (const { outcome, evidence } of report.verdicts)
    if (outcome === "temperror") expect(evidence.reason).toEqual(["limit"]);
});

test("twelve PTR names are all followed: the last one confirms", PATIENT, async () => {
  const names = Array.from({ length: 12 }, (_, i) => `p${i}.example.com.`);
  const records = [
    ...names.map((name) => `10.113.0.203.in-addr.arpa. PTR ${name}`),
    ...names.slice(0, 11).map((name) => `${name} A 203.0.113.99`),
    "p11.example.com. A 203.0.113.10",
  ];
  const report = await checked({
    records: records.join("\n"),
    hosts: { "203.0.113.10": { greeting: "p11.example.com ESMTP" } },
  });
  expect(rows(report, "fcrdns")[0]).toMatchObject({ outcome: "pass", evidence: { confirmed: ["p11.example.com"] } });
  expect(rows(report, "ehlo-name")[0]?.outcome).toBe("same");
});

test("an EHLO name that has an MX record only exists to Postfix, and resolves nowhere", PATIENT, async () => {
  const report = await checked({
    records: `${WHOLE}\nmx-only.example.com. MX 10 mail.example.com.`,
    hosts: { "203.0.113.10": { greeting: "mx-only.example.com ESMTP" } },
  });
  expect(rows(report, "ehlo-name")[0]).toMatchObject({ outcome: "other-records", evidence: { found: ["MX"] } });
  expect(report.receivers?.find(({ receiver }) => receiver === "postfix-helo")?.rule).toBe("elsewhere");
});

describe("the MX hosts of a domain", PATIENT, () => {
  const DOMAIN_OF_MAIL = [
    "$ORIGIN d.example.org.",
    "@ MX 10 mx",
    "mx A 203.0.113.60",
    "mx A 203.0.113.61",
    "60.113.0.203.in-addr.arpa. PTR mx.d.example.org.",
  ].join("\n");
  const mail = {
    "203.0.113.60": { greeting: "mx.d.example.org ESMTP" },
    "203.0.113.61": { greeting: "localhost ESMTP" },
  };
  const about = (report: Report, subject: string, signal: string) =>
    report.verdicts.filter((one) => one.subject === subject && one.signal === signal).map(({ status }) => status);

  test.each([
    ["an SPF record that names none of them", '@ TXT "v=spf1 ip4:203.0.113.99 -all"'],
    ["no SPF record", ""],
    ["an SPF record that names them", '@ TXT "v=spf1 mx -all"'],
  ])("are judged as senders, each address once: %s", async (_, spf) => {
    const target = "domain:d.example.org";
    const report = await checked({ target, records: `${DOMAIN_OF_MAIL}\n${spf}`, hosts: mail });
    for (const [address, status] of [
      ["203.0.113.60", "pass"],
      ["203.0.113.61", "fail"],
    ] as const) {
      expect(report.subjects.filter((one) => one.address === address).map(({ scope }) => scope)).toEqual([
        "receiver",
        "sender",
      ]);
      expect([address, about(report, address, "reverse-dns")]).toEqual([address, [status]]);
    }
    expect(about(report, "203.0.113.60", "fcrdns")).toEqual(["pass"]);
    // What they say in EHLO stands with what else they said.
    expect(about(report, "mx.d.example.org 203.0.113.60", "ehlo-name")).toEqual(["pass"]);
    expect(about(report, "mx.d.example.org 203.0.113.61", "ehlo-name")).toEqual(["warn"]);
    const shown = present(report, { id: "", url: "" });
    expect(plain([...shown.headline.says, ...shown.headline.because])).toContain("203.0.113.61");
    expect(reportText(shown)).toContain("Signals of 203.0.113.61, judged as a sender");
  });

  test("what mailbox providers make of their names is said, and nothing of what nobody asked", async () => {
    const report = await checked({ target: "domain:d.example.org", records: DOMAIN_OF_MAIL, hosts: mail });
    const refusing = (subject: string) =>
      report.receivers.filter((one) => one.subject === subject && one.action === "reject").map((one) => one.receiver);
    expect(refusing("203.0.113.61")).toEqual(["gmail", "gmx", "t-online", "orange", "comcast", "fastmail"]);
    expect(refusing("203.0.113.60")).toEqual([]);
    expect(report.receivers.every(({ receiver }) => !/postfix|exim|spamassassin|rspamd/.test(receiver))).toBe(true);
    const { headline } = present(report, { id: "", url: "" });
    expect(plain(headline.because)).toMatch(/^Gmail, GMX and four others refuse mail from 203\.0\.113\.61\./);

    const sound = await checked({
      target: "domain:d.example.org",
      records: `${DOMAIN_OF_MAIL}\n61.113.0.203.in-addr.arpa. PTR mx.d.example.org.`,
      hosts: { ...mail, "203.0.113.61": mail["203.0.113.60"] },
    });
    // The names are in order: that is no ground to say that nobody refuses.
    const { says, because } = present(sound, { id: "", url: "" }).headline;
    expect(plain([...says, ...because])).not.toMatch(/refuse/);
  });

  test("what is wrong with their names is mended as for the address alone, with what they say in EHLO", async () => {
    const report = await checked({ target: "domain:d.example.org", records: DOMAIN_OF_MAIL, hosts: mail });
    const steps = present(report, { id: "", url: "" }).plan.filter(({ subject }) => subject === "203.0.113.61");
    expect(steps.map(({ kind, mends }) => [kind, mends.map(({ signal }) => signal)])).toEqual([
      ["ptr", ["reverse-dns"]],
      ["greeting", ["greeting-name", "ehlo-name"]],
    ]);
    expect(steps[0]?.copy).toBe("61.113.0.203.in-addr.arpa. 3600 IN PTR mx.d.example.org.");
    expect(steps[0]?.ticket?.ready).toBe(true);
    expect(report.remedies.map(({ subject }) => subject)).toEqual(["203.0.113.61"]);
  });

  test("who can mend them is found out for four, and what it costs stays within a check", async () => {
    const addresses = Array.from({ length: 12 }, (_, i) => `203.0.113.${60 + i}`);
    const records = [
      "d.example.org. MX 0 .",
      `d.example.org. TXT "v=spf1 ${addresses.map((a) => `ip4:${a}`).join(" ")} -all"`,
    ];
    const report = await checked({ target: "domain:d.example.org", records: records.join("\n") });
    expect(report.subjects.filter(({ scope }) => scope === "sender")).toHaveLength(12);
    expect(report.remedies).toHaveLength(4);
    expect(report.leftOut).toMatchObject({ questions: 0 });
  });

  test("of a domain that takes no mail there are none", async () => {
    const report = await checked({ target: "domain:d.example.org", records: "d.example.org. MX 0 ." });
    expect(report.subjects.map(({ scope }) => scope)).toEqual(["domain"]);
  });
});

test("a provider's name is no sending domain", PATIENT, async () => {
  const name = "static.10.113.0.203.clients.your-server.de";
  const report = await checked({
    records: `10.113.0.203.in-addr.arpa. PTR ${name}.`,
    zones: [
      { apex: "your-server.de", ns: ["ns1.your-server.de"], records: `ns1 A 198.51.100.55\n${name}. A 203.0.113.10` },
    ],
    hosts: { "203.0.113.10": { greeting: `${name} ESMTP` } },
  });
  for (const signal of ["spf", "spf-record", "dkim-keys", "dmarc", "mx"])
    expect(rows(report, signal)[0]).toMatchObject({ status: "skipped", outcome: "no-domain" });
});

/** The case says `null` for either. */
const NULL_MX = ["null-mx", "sends-and-takes-nothing"];

describe("situations that are right and stay so", PATIENT, () => {
  const file = resolve(import.meta.dirname, "../../../../shared/cases/identity-cases.json");
  const holds: { id: string; input: Sample & { resolver?: string }; asked: { target: string }; right: string }[] =
    existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).holds : [];
  const ours = holds.filter(({ id, input }) => /^[rvx]-/.test(id) && !input.resolver);
  test.skipIf(ours.length === 0).each(ours)("$id", async ({ input, asked, right: expectations }) => {
    const { records, zones = [], hosts: mail } = input;
    const { target } = asked;
    const report = await checked({ target, ...(records ? { records } : {}), zones, ...(mail ? { hosts: mail } : {}) });
    for (const expected of expectations.split("; ")) {
      const [signal = "", value = ""] = expected.split(": ");
      const found = rows(report, signal);
      expect(found.length).toBeGreaterThan(0);
      const said = found.flatMap(({ status, outcome }) => [status, outcome]);
      const right = value.split("|").flatMap((one) => (one === "null" ? NULL_MX : one));
      expect(said.some((one) => right.includes(one))).toBe(true);
    }
  });
});
