import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Vantage } from "../lib/checks/facts/vantage.ts";
import { check } from "../lib/checks/index.ts";
import type { Report } from "../lib/checks/report/report.ts";
import { parseTarget } from "../lib/checks/target/target.ts";
import { contradictions, viewsOf } from "../lib/checks/testing/coherence.ts";
import { startDns } from "./dns/start.ts";
import { ADDRESSES } from "./internet/places.ts";
import { createKeeper } from "./keeper.ts";
import { startMail } from "./mail/start.ts";
import { addAddresses } from "./namespace.ts";
import { type Daemon, whyNot } from "./programs.ts";
import { labVantage } from "./vantage.ts";

const missing = whyNot("ip", "nsd", "unbound", "rbldnsd", "ldns-signzone", "postfix", "exim4", "smtpd");

describe.skipIf(missing)(`verdicts about real servers${missing ? ` (skipped: ${missing})` : ""}`, () => {
  const keeper = createKeeper();
  let resolver: Daemon;
  let vantage: Vantage;
  beforeAll(async () => {
    addAddresses(ADDRESSES);
    resolver = await startDns(keeper);
    await startMail(keeper);
    vantage = labVantage();
  });
  afterAll(() => keeper.close());

  async function reportOf(target: string): Promise<Report> {
    const reading = parseTarget(target);
    if (!reading.ok) throw new Error(`no target: ${target}`);
    const report = await check(reading.target, vantage);
    // Whatever a real server does, its report does not contradict itself.
    expect(contradictions(viewsOf(report))).toEqual([]);
    return report;
  }

  /** Outcomes by signal. */
  const outcomes = (report: Report, subject?: string) =>
    Object.fromEntries(
      report.verdicts
        .filter((verdict) => subject === undefined || verdict.subject === subject)
        .map(({ signal, outcome }) => [signal, outcome]),
    );

  const coherent = {
    "reverse-dns": "named",
    "single-ptr": "one",
    "ptr-hostname": "valid",
    "generic-ptr": "custom",
    fcrdns: "pass",
    "resolver-agreement": "agree",
    "reverse-dnssec": "insecure",
    "smtp-reachable": "open",
    "greeting-name": "same",
    "ehlo-name": "same",
    starttls: "established",
    "certificate-name": "exact",
    "certificate-trust": "self-signed",
    spf: "pass",
    "reverse-delegation": "block",
  };

  test.each([
    ["Postfix", "203.0.113.10", { "ipv6-parity": "even", dnswl: "known", mx: "found", dmarc: "reject" }],
    ["Postfix over IPv6", "2001:db8:10::10", { dnsbl: "clean" }],
    ["Exim", "203.0.113.60", { "ipv6-parity": "even" }],
  ])("a coherent server: %s", async (_, target, more) => {
    const report = await reportOf(target);
    expect(outcomes(report)).toMatchObject({ ...coherent, ...more });
    expect(
      report.verdicts.filter(({ status }) => status === "fail" || status === "warn").map(({ signal }) => signal),
    ).toEqual([]);
  });

  test("Exim over IPv6 is on a list for IPv6", async () => {
    expect(outcomes(await reportOf("2001:db8:60::60"))).toMatchObject({ ...coherent, dnsbl: "listed-weak" });
  });

  const faults: [string, string, Record<string, string>][] = [
    ["no PTR (NXDOMAIN)", "203.0.113.12", { "reverse-dns": "none", fcrdns: "none", "reverse-delegation": "block" }],
    ["no PTR (NODATA)", "203.0.113.14", { "reverse-dns": "none", fcrdns: "none" }],
    ["the name leads elsewhere", "203.0.113.13", { "reverse-dns": "named", fcrdns: "fail-elsewhere" }],
    ["the name does not exist", "203.0.113.15", { fcrdns: "fail-nxdomain" }],
    ["the name has no address of this family", "203.0.113.16", { fcrdns: "fail-no-address" }],
    ["two names, both resolve back", "203.0.113.17", { "single-ptr": "several", fcrdns: "pass" }],
    ["two names, one resolves back", "203.0.113.18", { "single-ptr": "several", fcrdns: "pass" }],
    ["the name is an alias of an alias", "203.0.113.19", { fcrdns: "pass" }],
    ["the customer's own reverse zone (RFC 2317)", "203.0.113.33", { "reverse-delegation": "alias", fcrdns: "pass" }],
    [
      "the reverse zone is not loaded",
      "203.0.113.70",
      { "reverse-dns": "temperror", fcrdns: "temperror", "reverse-delegation": "temperror", "smtp-reachable": "open" },
    ],
    ["the name's zone is not loaded", "203.0.113.91", { "reverse-dns": "named", fcrdns: "temperror" }],
    ["the name's zone is bogus", "203.0.113.92", { fcrdns: "temperror", "reverse-dnssec": "bogus-forward" }],
    ["both zones are signed", "203.0.113.93", { fcrdns: "pass", "reverse-dnssec": "secure" }],
    ["the reverse zone is bogus", "203.0.113.97", { "reverse-dns": "temperror", "reverse-dnssec": "bogus-reverse" }],
    [
      "nothing listens on port 25",
      "203.0.113.90",
      { fcrdns: "pass", "smtp-reachable": "closed", "greeting-name": "not-listening", starttls: "not-listening" },
    ],
    [
      "Postfix refuses in its greeting",
      "203.0.113.21",
      { "smtp-reachable": "refused", "greeting-name": "not-heard", starttls: "not-reached" },
    ],
    [
      "Exim defers in its greeting",
      "203.0.113.61",
      { "smtp-reachable": "refused-for-now", "greeting-name": "not-heard", starttls: "not-reached" },
    ],
    ["rbldnsd lists it", "203.0.113.62", { dnsbl: "listed", dnswl: "not-listed", fcrdns: "pass" }],
    [
      "OpenSMTPD breaks off STARTTLS",
      "203.0.113.63",
      { "ehlo-name": "same", starttls: "handshake-failed", "certificate-name": "no-tls" },
    ],
    [
      "it greets as another server",
      "203.0.113.64",
      { "greeting-name": "unrelated", "ehlo-name": "elsewhere", "certificate-name": "same-organisation" },
    ],
    ["it was never told its name", "203.0.113.65", { "greeting-name": "no-host-name", "ehlo-name": "no-host-name" }],
  ];
  test.each(faults)("%s: %s", async (_, target, expected) => {
    const report = await reportOf(target);
    expect(report.ended).toBe("complete");
    expect(outcomes(report, target)).toMatchObject(expected);
  });

  test("postscreen makes us wait between the lines of its greeting, and the check has the patience", async () => {
    const report = await reportOf("203.0.113.20");
    expect(outcomes(report)).toMatchObject({ ...coherent, spf: "inferred-fail" });
    const [session] = report.sessions;
    expect(session?.greeting?.lines).toHaveLength(2);
    expect(session?.greetingMs).toBeGreaterThanOrEqual(2000);
  });

  test("a list whose server is dead is never a listing, nor a clean one", async () => {
    const { verdicts } = await reportOf("203.0.113.10");
    expect(verdicts.find(({ signal }) => signal === "dnsbl")).toMatchObject({ status: "unknown", outcome: "partly" });
  });

  test("a host is checked address by address, and the private one is left alone", async () => {
    const report = await reportOf("inside.example.net");
    expect(outcomes(report, "inside.example.net")).toMatchObject({ "host-addresses": "some-private" });
    // The domain's mail hosts are spoken with as well, under the names that senders ask for.
    // They are listed as they ended.
    expect(new Set(report.sessions.map(({ address }) => address))).toEqual(
      new Set(["203.0.113.10", "2001:db8:10::10"]),
    );
  });

  test("greeting, EHLO and TLS of Postfix and Exim are recorded as they were", async () => {
    const [postfix, exim] = await Promise.all(
      ["203.0.113.10", "203.0.113.60"].map(async (target) => (await reportOf(target)).sessions[0]),
    );
    expect(postfix).toMatchObject({ greetingWord: "mail.example.net", ehloWord: "mail.example.net" });
    expect(exim).toMatchObject({ greetingWord: "mx.example.org", ehloWord: "mx.example.org" });
    expect([postfix, exim].flatMap((session) => session?.oddities ?? [])).toEqual([]);
    for (const [session, name] of [
      [postfix, "mail.example.net"],
      [exim, "mx.example.org"],
    ] as const) {
      expect(session?.ehlo?.lines).toContain("STARTTLS");
      expect(session?.ehloAfterTls?.lines).not.toContain("STARTTLS");
      expect(session?.tls).toMatchObject({ kind: "established", protocol: "TLSv1.3" });
      expect(session?.tls.kind === "established" && session.tls.certificate).toMatchObject({
        selfSigned: true,
        dnsNames: expect.arrayContaining([name]),
      });
      expect(session?.transcript.at(-1)).toMatch(/^S: 221/);
    }
  });

  test("with the resolver gone everything about names is unknown, and nothing is called missing", async () => {
    await resolver.stop();
    vantage = labVantage();
    const report = await reportOf("203.0.113.10");
    expect(report.verdicts.filter(({ status }) => status === "fail" || status === "warn")).toEqual([]);
    expect(outcomes(report)).toMatchObject({
      "reverse-dns": "temperror",
      fcrdns: "temperror",
      spf: "temperror",
      mx: "temperror",
      dnsbl: "temperror",
      "smtp-reachable": "open",
      starttls: "established",
    });
  });
});
