import { describe, expect, onTestFinished, test } from "vitest";
import { check } from "../index.ts";
import { plain } from "../net/safe-text.ts";
import { reportJson } from "../present/export/json.ts";
import { reportMarkdown, reportText } from "../present/export/text.ts";
import { present } from "../present/present.ts";
import { leftOutSentence } from "../report/left-out.ts";
import { type Report, reportSchema } from "../report/report.ts";
import type { Target } from "../target/target.ts";
import { ip, name } from "../testing/facts.ts";
import { type FloodOptions, type Received, startFlood } from "../testing/flood.ts";

/*
 * What one check sends at most, whatever the world is like: each of these worlds was made to have it send more. Counted
 * at the servers, not by the check.
 */

const DOMAIN = "flood.example.com";
const HOST = "mail.flood.example.com";
const ADDRESS = "203.0.113.10";

const PATIENT = { timeout: 120_000 };

const claims = { selectors: [] };
const domain: Target = { kind: "domain", domain: name(DOMAIN), claims };
const host: Target = { kind: "host", host: name(HOST), claims };
const address: Target = { kind: "address", address: ip(ADDRESS), claims: { ...claims, from: name(DOMAIN) } };

const many = <T>(n: number, of: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => of(i));
const lines = (...records: readonly (string | readonly string[])[]): string => `${records.flat().join("\n")}\n`;
/** Addresses that differ, as many as are wanted. */
const v4 = (owner: string, n: number, from = 0) => many(n, (i) => `${owner} A 203.0.113.${(from + i) % 256}`);
const v6 = (owner: string, n: number, net = 1) =>
  many(n, (i) => `${owner} AAAA 2001:db8:${net}::${(i + 1).toString(16)}`);
const reverseOf = (text: string) => `${text.split(".").reverse().join(".")}.in-addr.arpa.`;

const BASE = lines(
  "ns.registry.test. A 198.51.100.4",
  "reference.test. A 198.51.100.25",
  "reference.test. AAAA 2001:db8:ffff::25",
  `${HOST}. A ${ADDRESS}`,
  `${reverseOf(ADDRESS)} PTR ${HOST}.`,
);
const apex = `${DOMAIN}.`;

interface Case {
  readonly target: Target;
  readonly records: string;
  readonly options?: FloodOptions;
}

const tenHosts = (records: (host: string, i: number) => readonly string[]) =>
  lines(
    many(10, (i) => `${apex} MX ${i} mx${i}.${apex}`),
    many(10, (i) => records(`mx${i}.${apex}`, i)).flat(),
  );
const LONG = "x".repeat(200);

const cases: Readonly<Record<string, Case>> = {
  "ten MX hosts of 500 addresses each": {
    target: domain,
    records: tenHosts((mx, i) => [...v4(mx, 250, i), ...v6(mx, 250, i + 1)]),
  },
  "ten MX hosts that never answer": {
    target: domain,
    records: tenHosts((mx, i) => [...v4(mx, 20, i), ...v6(mx, 20, i + 1)]),
    options: { silentMail: true },
  },
  "ten MX hosts with 100 TLSA records and 20 addresses each": {
    target: domain,
    records: tenHosts((mx, i) => [
      ...v4(mx, 20, i * 20),
      ...many(100, (j) => `_25._tcp.${mx} TLSA 3 1 1 ${j.toString(16).padStart(64, "0")}`),
    ]),
    options: { signed: true },
  },
  "an SPF record that names thousands of hosts": {
    target: domain,
    records: lines(
      `${apex} MX 0 ${HOST}.`,
      `${apex} TXT "v=spf1 ${many(500, (i) => `include:i${i}.${DOMAIN} a:a${i}.${DOMAIN} mx:m${i}.${DOMAIN}`).join(" ")} -all"`,
      many(30, (i) => [
        `i${i}.${apex} TXT "v=spf1 ${many(100, (j) => `a:${i}-${j}.${DOMAIN}`).join(" ")} ?all"`,
        ...v4(`a${i}.${apex}`, 100),
        ...many(10, (j) => `m${i}.${apex} MX ${j} h${i}-${j}.${apex}`),
        ...many(10, (j) => v6(`h${i}-${j}.${apex}`, 20)).flat(),
      ]).flat(),
    ),
  },
  "an SPF record of hundreds of addresses": {
    target: domain,
    records: lines(`${apex} TXT "v=spf1 ${many(250, (i) => `ip4:203.0.113.${i}`).join(" ")} -all"`),
  },
  "a host with 256 IPv4 and 500 IPv6 addresses": {
    target: host,
    records: lines(v4(`${HOST}.`, 256), v6(`${HOST}.`, 500)),
  },
  "500 PTR names with 500 addresses each": {
    target: address,
    records: lines(
      many(500, (i) => `${reverseOf(ADDRESS)} PTR p${i}.${apex}`),
      many(20, (i) => [...v4(`p${i}.${apex}`, 250), ...v6(`p${i}.${apex}`, 250, i + 1)]).flat(),
    ),
  },
  "a reverse zone with 100 name servers of 100 addresses each": {
    target: address,
    records: lines(
      `113.0.203.in-addr.arpa. SOA ns.registry.test. h.registry.test. 1 1 1 1 60`,
      many(100, (i) => [
        `113.0.203.in-addr.arpa. NS n${i}.${apex}`,
        ...many(100, (j) => `n${i}.${apex} A 198.51.100.${100 + (j % 100)}`),
        ...v6(`n${i}.${apex}`, 100, i + 1),
      ]).flat(),
    ),
  },
  "every name an alias, eight times over, and ten selectors": {
    target: { ...address, claims: { from: name(DOMAIN), selectors: many(10, (i) => `s${i}x`) } },
    records: lines(
      many(10, (i) => [
        `s${i}x._domainkey.${apex} CNAME c0-${i}.${apex}`,
        ...many(7, (j) => `c${j}-${i}.${apex} CNAME c${j + 1}-${i}.${apex}`),
        `c7-${i}.${apex} TXT "v=DKIM1; p=${LONG}"`,
      ]).flat(),
    ),
  },
  "TXT records of 60 kB at every name of the domain": {
    target: domain,
    records: lines(
      [apex, `_dmarc.${apex}`, `_mta-sts.${apex}`, `_smtp._tls.${apex}`, `default._bimi.${apex}`].flatMap((owner) =>
        many(250, (i) => `${owner} TXT "${i} ${LONG}"`),
      ),
      many(10, (i) => `*._domainkey.${apex} TXT "k=rsa; n=${i} ${LONG}; p="`),
    ),
  },
  "an MTA-STS host with 100 addresses, each sending on and on": {
    target: domain,
    records: lines(`_mta-sts.${apex} TXT "v=STSv1; id=1"`, v4(`mta-sts.${apex}`, 100)),
    options: {
      web: {
        certificate: { names: [`mta-sts.${DOMAIN}`] },
        pages: { "/.well-known/mta-sts.txt": { status: 301, location: "/.well-known/mta-sts.txt" } },
      },
    },
  },
  "a greeting and an EHLO reply as long as they may be": {
    target: host,
    records: lines(v4(`${HOST}.`, 30)),
    options: {
      mail: { greeting: `${HOST} ${LONG}`, extensions: many(50, (i) => `X${i} ${"é".repeat(200)}`) },
    },
  },
};

async function checked({ target, records, options }: Case): Promise<{ report: Report; received: Received }> {
  const flood = await startFlood(`${BASE}${records}`, options);
  onTestFinished(() => flood.close());
  const report = await check(target, flood.vantage);
  return { report, received: flood.received() };
}

const publicJson = (report: Report) =>
  JSON.stringify(reportJson(present(report, { id: "x", url: "https://x.example/" })));

describe.each(Object.entries(cases))("%s", (_, one) => {
  test("cost no more than a check may", PATIENT, async () => {
    const { report, received } = await checked(one);
    expect(report.ended).toBe("complete");
    expect(received.questions).toBeLessThanOrEqual(200);
    expect(received.sessions).toBeLessThanOrEqual(24);
    expect(received.connections).toBeLessThanOrEqual(8);
    expect(new Set(report.subjects.flatMap(({ address }) => address ?? [])).size).toBeLessThanOrEqual(16);
    expect(report.subjects.filter(({ scope }) => scope !== "sender").length).toBeLessThanOrEqual(18);
    expect(Buffer.byteLength(JSON.stringify(report))).toBeLessThanOrEqual(1_000_000);
    expect(Buffer.byteLength(publicJson(report))).toBeLessThanOrEqual(1_000_000);
    expect(reportSchema.safeParse(report).success).toBe(true);
  });
});

describe("what is left out", PATIENT, () => {
  const wide: Case = { target: host, records: lines(v4(`${HOST}.`, 20)) };
  const twenty = ["ten MX hosts of 500 addresses each", "ten MX hosts that never answer"] as const;
  const caseOf = (title: (typeof twenty)[number]) => cases[title] as Case;

  test("is counted and said in every form: a host with 20 addresses has 20, and 16 are looked at", async () => {
    const { report, received } = await checked(wide);
    expect(report.leftOut).toMatchObject({ addresses: 4, sessions: 0 });
    expect(received.sessions).toBe(16);
    const verdict = report.verdicts.find(({ signal }) => signal === "host-addresses");
    expect(verdict).toMatchObject({ outcome: "found", evidence: { many: ["20"] } });
    const shown = present(report, { id: "x", url: "https://x.example/" });
    const sentence = plain(leftOutSentence(report) ?? []);
    expect(sentence).toMatch(/^Our limits for one check left out 4 addresses/);
    for (const written of [reportText(shown), reportMarkdown(shown)]) expect(written).toContain(sentence);
    expect(JSON.parse(publicJson(report)).leftOut).toEqual(report.leftOut);
  });

  test("leaves every MX host at least one address", async () => {
    const { report } = await checked(caseOf("ten MX hosts of 500 addresses each"));
    const hosts = report.subjects.filter(({ scope }) => scope === "receiver").map((each) => each.name);
    expect(new Set(hosts).size).toBe(10);
    expect(hosts).toHaveLength(16);
  });

  test("is our limit and nobody's silence: DNS questions", async () => {
    const { report, received } = await checked({ ...wide, options: { limits: { dnsQueries: 20 } } });
    expect(received.questions).toBeLessThanOrEqual(20);
    const unasked = report.lookups.filter(({ rcode }) => rcode === "LIMIT");
    expect(unasked.length).toBeGreaterThan(0);
    expect(report.leftOut?.questions).toBeGreaterThanOrEqual(unasked.length);
    expect(report.lookups.some(({ rcode }) => rcode === "TIMEOUT")).toBe(false);
    for (const verdict of report.verdicts) {
      const { reason = [] } = verdict.evidence;
      if (verdict.outcome === "temperror" && reason.length > 0) expect(reason).toContain("limit");
      // Nothing is wrong with this host's answers, and nobody kept silent.
      expect(["none-spoke", "some-silent", "none-answered", "not-heard"]).not.toContain(verdict.outcome);
    }
  });

  test("is our limit and nobody's silence: SMTP sessions", async () => {
    const { report, received } = await checked({ ...wide, options: { limits: { smtpSessions: 3 } } });
    expect(received.sessions).toBe(3);
    expect(report.sessions.filter(({ connection }) => connection === "limit")).toHaveLength(13);
    expect(report.leftOut).toMatchObject({ sessions: 13 });
    const outcomes = Map.groupBy(report.verdicts, ({ signal }) => signal);
    for (const signal of ["smtp-reachable", "starttls", "certificate-name", "certificate-trust", "greeting-name"]) {
      const limited = outcomes.get(signal)?.filter(({ outcome }) => outcome === "limit") ?? [];
      expect(limited.map(({ status }) => status)).toEqual(many(13, () => "unknown"));
    }
  });

  test("the connection that tells whether port 25 works here belongs to the check", async () => {
    const silent = caseOf("ten MX hosts that never answer");
    const paid = await checked(silent);
    const unpaid = await checked({ ...silent, options: { silentMail: true, limits: { smtpSessions: 10 } } });
    // The hosts share addresses: each host is asked under its own name, sixteen in all, and the control comes on top.
    expect([paid, unpaid].map(({ received }) => received.sessions)).toEqual([17, 10]);
    expect(paid.report.sessions.map(({ connection }) => connection)).toEqual(many(16, () => "blocked-here"));
    const asked = unpaid.report.sessions.filter(({ connection }) => connection !== "limit");
    expect(asked).toMatchObject(many(10, () => ({ connection: "filtered", port25: "unknown" })));
  });

  test("is our limit and nobody's silence: HTTPS connections", async () => {
    const { records, options } = cases["an MTA-STS host with 100 addresses, each sending on and on"] as Case;
    const limited = { ...options, limits: { httpsConnections: 0 } };
    const { report, received } = await checked({ target: domain, records, options: limited });
    expect(received.connections).toBe(0);
    expect(report.leftOut).toMatchObject({ connections: 1 });
    expect(report.verdicts.find(({ signal }) => signal === "mta-sts")).toMatchObject({
      status: "unknown",
      outcome: "limit",
    });
  });

  test("is evidence before it is a verdict: a report has room for all of them", async () => {
    const big = cases["a greeting and an EHLO reply as long as they may be"] as Case;
    const whole = (await checked(big)).report;
    const { report } = await checked({ ...big, options: { ...big.options, limits: { reportOctets: 700_000 } } });
    expect(Buffer.byteLength(publicJson(report))).toBeLessThanOrEqual(700_000);
    expect(report.verdicts.map(({ signal }) => signal)).toEqual(whole.verdicts.map(({ signal }) => signal));
    expect(report.leftOut?.octets).toBeGreaterThan(0);
  });

  test("a domain's own rows are asked first", async () => {
    const { report } = await checked(cases["ten MX hosts of 500 addresses each"] as Case);
    const own = report.subjects[0]?.id;
    const unasked = report.lookups.filter(({ rcode }) => rcode === "LIMIT");
    expect(unasked.filter(({ subjects }) => subjects.includes(own ?? ""))).toEqual([]);
  });
});

describe.each(["silence", "servfail", "formerr", "truncate", "truncate-without-tcp", "refused", "garbage"] as const)(
  "where every server answers with %s",
  (fault) => {
    test.each([
      ["a host", host],
      ["an address", address],
      ["a domain", domain],
    ])("%s costs no more", PATIENT, async (_, target) => {
      const records = lines(v4(`${HOST}.`, 30), v6(`${HOST}.`, 30), `${apex} MX 0 ${HOST}.`);
      const flood = await startFlood(`${BASE}${records}`, { limits: { dnsTryMs: 60 } });
      onTestFinished(() => flood.close());
      // The addresses are found; everything else goes wrong.
      flood.fault({}, fault);
      for (const type of ["A", "AAAA", "MX"] as const) flood.fault({ name: DOMAIN, type }, { delay: 0 });
      await check(target, flood.vantage);
      expect(flood.received().questions).toBeLessThanOrEqual(200);
      expect(flood.received().sessions).toBeLessThanOrEqual(24);
    });
  },
);

test(
  "checks that share questions each stay within their own budget, and all of them within its sum",
  PATIENT,
  async () => {
    const flood = await startFlood(`${BASE}${lines(v4(`${HOST}.`, 20))}`, { limits: { dnsQueries: 40 } });
    onTestFinished(() => flood.close());
    const reports = await Promise.all(many(3, () => check(host, flood.vantage)));
    expect(flood.received().questions).toBeLessThanOrEqual(120);
    for (const report of reports) expect(report.leftOut?.questions).toBeGreaterThan(0);
  },
);
