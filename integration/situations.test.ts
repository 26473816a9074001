import { describe, expect, test } from "vitest";
import { plain } from "../lib/checks/net/safe-text.ts";
import { outcomesOf, reportOn, type Situation } from "../lib/checks/testing/situation.ts";

/* Situations of people who run mail servers that were once judged wrongly: each in a world of its own, with its codes. */

const IDENTITY = `
  20.113.0.203.in-addr.arpa.  PTR  out.shop.example.org.
  out.shop.example.org.       A    203.0.113.20
`;
const MAIL = `
  shop.example.org.           MX   10 out.shop.example.org.
`;
const SPF = `
  shop.example.org.           TXT  "v=spf1 ip4:203.0.113.20 -all"
`;
/** Zone text without the indentation it has here: a line that begins with a space has no owner of its own. */
const flat = (records: string): string => records.replace(/^ +/gm, "");
const hosts = { "203.0.113.20": { greeting: "out.shop.example.org ESMTP" } };
const address = (records: string, more: Partial<Situation> = {}): Situation => ({
  target: "203.0.113.20",
  from: "shop.example.org",
  records: flat(IDENTITY + MAIL + records),
  hosts,
  ...more,
});
const domain = (records: string): Situation => ({ target: "domain:shop.example.org", records: flat(records) });
const says = (greeting: string, answer: string): Situation =>
  address(SPF, {
    hosts: {
      "203.0.113.20": [
        { send: `220 ${greeting}\r\n` },
        { expect: "EHLO" },
        { send: `${answer}\r\n` },
        { expect: "QUIT" },
        { send: "221 bye\r\n" },
        { close: true },
      ],
    },
  });

/** A domain whose MTA-STS policy is enforced, with one MX host that is as it is told; `mx` is what the policy has. */
const held = (
  host: Exclude<NonNullable<Situation["hosts"]>[string], string | readonly unknown[]>,
  mx = "mx.shop.example.org",
): Situation => ({
  target: "domain:shop.example.org",
  records: flat(`shop.example.org. MX 10 mx.shop.example.org.
    mx.shop.example.org. A 203.0.113.20
    20.113.0.203.in-addr.arpa. PTR mx.shop.example.org.
    _mta-sts.shop.example.org. TXT "v=STSv1; id=1"
    mta-sts.shop.example.org. A 203.0.113.21`),
  hosts: { "203.0.113.20": { greeting: "mx.shop.example.org ESMTP", ...host } },
  web: {
    "203.0.113.21": {
      certificate: { names: ["mta-sts.shop.example.org"] },
      pages: {
        "/.well-known/mta-sts.txt": { body: `version: STSv1\nmode: enforce\nmx: ${mx}\nmax_age: 604800\n` },
      },
    },
  },
});

test.each<[string, Situation, Record<string, string>]>([
  [
    "SPF in typographic quotes was meant as SPF",
    address('shop.example.org. TXT "\\226\\128\\156v=spf1 ip4:203.0.113.20 -all\\226\\128\\157"'),
    { spf: "warn/none" },
  ],
  [
    "a faulty term behind the one that matches: the record is at fault, the mail passes",
    address('shop.example.org. TXT "v=spf1 ip4:203.0.113.20 include:gone.shop.example.org -all"'),
    { spf: "pass/pass", "spf-record": "fail/include-none" },
  ],
  [
    "two TXT records under one selector",
    address(
      `${SPF}
      s1._domainkey.shop.example.org. TXT "v=DKIM1; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A"
      s1._domainkey.shop.example.org. TXT "MIIBCgKCAQEA"`,
      { selector: "s1" },
    ),
    { "dkim-keys": "fail/several" },
  ],
  [
    "a selector that is an alias to nothing",
    address(`${SPF} s1._domainkey.shop.example.org. CNAME s1.vendor.example.net.`, { selector: "s1" }),
    { "dkim-keys": "fail/alias-dangling" },
  ],
  [
    "a domain that sends and takes nothing, and says so",
    domain(`shop.example.org. MX 0 .
      shop.example.org. TXT "v=spf1 -all"
      _dmarc.shop.example.org. TXT "v=DMARC1; p=reject"
      *._domainkey.shop.example.org. TXT "v=DKIM1; p="`),
    { mx: "pass/sends-and-takes-nothing", "dkim-keys": "pass/all-revoked" },
  ],
  [
    "a domain that sends nothing and has no place for mail",
    domain(`shop.example.org. TXT "v=spf1 -all"
      _dmarc.shop.example.org. TXT "v=DMARC1; p=reject"`),
    { mx: "info/sends-nothing" },
  ],
  [
    "a policy with an invalid one beside it is weakened",
    address(`${SPF} _dmarc.shop.example.org. TXT "v=DMARC1; p=reject; sp=rejcet; rua=mailto:d@shop.example.org"`),
    { dmarc: "warn/weakened" },
  ],
  [
    "a DMARC record with backslashes",
    address(`${SPF} _dmarc.shop.example.org. TXT "v=DMARC1\\\\; p=reject"`),
    { dmarc: "warn/misspelt" },
  ],
  [
    "EHLO answered with OK names nobody",
    says("out.shop.example.org ESMTP", "250 OK"),
    { "greeting-name": "pass/same", "ehlo-name": "unknown/nameless" },
  ],
  [
    "EHLO answered with a greeting to the client names nobody",
    says("out.shop.example.org ESMTP", "250-Hello nameplate.example.net\r\n250 SIZE 1"),
    { "ehlo-name": "unknown/nameless" },
  ],
  [
    "what stands behind the name is a sentence",
    says("out.shop.example.org, ESMTP", "250-out.shop.example.org: pleased to meet you\r\n250 SIZE 1"),
    { "greeting-name": "pass/same", "ehlo-name": "pass/same" },
  ],
  [
    "a status code and a sentence name nobody",
    says("Mail Gateway ready", "250 2.0.0 Ok"),
    { "greeting-name": "info/nameless", "ehlo-name": "unknown/nameless" },
  ],
  [
    "an echo of our own name is not the server's",
    says("out.shop.example.org ESMTP", "250-nameplate.example.net\r\n250 SIZE 1"),
    { "ehlo-name": "unknown/echo" },
  ],
  [
    "a notice in front is no name",
    says("This server is for customers only", "250 out.shop.example.org"),
    { "greeting-name": "info/nameless", "ehlo-name": "pass/same" },
  ],
  [
    "letters beyond ASCII are no host name",
    says("böx.shop.example.org ESMTP", "250 böx.shop.example.org"),
    { "greeting-name": "warn/no-host-name", "ehlo-name": "warn/no-host-name" },
  ],
  [
    "an internal name can have no SPF record",
    says("MX01.firma.local ESMTP", "250 MX01.firma.local"),
    { "ehlo-name": "warn/no-host-name", "helo-spf": "skipped/no-domain-name" },
  ],
  [
    "an SPF record that redirects by a macro: its lookups and senders cannot all be counted",
    address(`shop.example.org. TXT "v=spf1 redirect=%{l1r+}._spf.%{d}"
      postmaster._spf.shop.example.org. TXT "v=spf1 ip4:203.0.113.20 -all"`),
    { spf: "pass/pass", "spf-record": "pass/pass-uncounted", "spf-senders": "info/counted" },
  ],
  [
    "an included domain has a null MX and no SPF: the record is at fault, the mail passes",
    address(`shop.example.org. TXT "v=spf1 ip4:203.0.113.20 include:news.shop.example.org -all"
      news.shop.example.org. MX 0 .`),
    { spf: "pass/pass", "spf-record": "fail/include-none" },
  ],
  [
    "tabs between the terms of an SPF record",
    address('shop.example.org. TXT "v=spf1\\009ip4:203.0.113.20\\009-all"'),
    { spf: "warn/none", "spf-record": "skipped/no-record" },
  ],
  [
    "a selector written as the whole name of its record",
    address(`${SPF} s1._domainkey.shop.example.org. TXT "v=DKIM1; p="`, {
      selector: "s1._domainkey.shop.example.org",
    }),
    { "dkim-keys": "fail/revoked" },
  ],
  [
    "a key published with the domain appended twice",
    address(
      `${SPF} s1._domainkey.shop.example.org.shop.example.org. TXT "v=DKIM1; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A"`,
      {
        selector: "s1",
      },
    ),
    { "dkim-keys": "fail/missing" },
  ],
  [
    "a DMARC record and an alias at one name",
    address(`${SPF} _dmarc.shop.example.org. TXT "v=DMARC1; p=quarantine"`, {
      resolver: ({ name, type }, truth) =>
        name === "_dmarc.shop.example.org" && type === "CNAME"
          ? {
              rcode: "NOERROR",
              recursionAvailable: true,
              answers: [{ owner: name, type, ttl: 60, data: [{ name: "_dmarc.vendor.example.net" }] }],
            }
          : truth(),
    }),
    { dmarc: "warn/alias-beside" },
  ],
  [
    "a firewall in front overwrites greeting and STARTTLS: nothing is known of the server's TLS",
    says("*".repeat(60), "250-out.shop.example.org\r\n250-XXXXXXXA\r\n250 SIZE 1"),
    { "greeting-name": "info/masked", starttls: "unknown/masked" },
  ],
  [
    "an enforced MTA-STS policy, and the MX host has a self-signed certificate",
    held({ certificate: { names: ["mx.shop.example.org"], selfSigned: true } }),
    { "mta-sts": "fail/mx-tls" },
  ],
  [
    "an enforced MTA-STS policy, and the MX host offers no STARTTLS",
    held({ starttls: "absent" }),
    { "mta-sts": "fail/mx-tls", starttls: "warn/not-offered" },
  ],
  ["an MTA-STS policy whose host ends in a dot", held({}, "mx.shop.example.org."), { "mta-sts": "warn/mx-dot" }],
  [
    "TLSA records of other certificates, for the leaf and for its issuer",
    {
      target: "domain:shop.example.org",
      zones: [
        {
          apex: "shop.example.org",
          ns: ["ns1.dns.example.org"],
          dnssec: "secure",
          records: flat(`@ MX 10 mx
            mx A 203.0.113.20
            _25._tcp.mx TLSA 3 0 1 ${"0badc0de".repeat(8)}
            _25._tcp.mx TLSA 2 1 1 ${"0badc0de".repeat(8)}`),
        },
      ],
      hosts: { "203.0.113.20": { greeting: "mx.shop.example.org ESMTP" } },
    },
    { dane: "fail/mismatch" },
  ],
  [
    "one word without a number names no line",
    {
      target: "203.0.113.20",
      records: "20.113.0.203.in-addr.arpa. PTR pool.example.com.\npool.example.com. A 203.0.113.20",
      hosts: { "203.0.113.20": { greeting: "pool.example.com ESMTP" } },
    },
    { "generic-ptr": "pass/custom", fcrdns: "pass/pass" },
  ],
])("%s", async (_, situation, expected) => {
  expect(outcomesOf(await reportOn(situation), Object.keys(expected))).toEqual(expected);
});

describe("the sentence on top", () => {
  test("names who refuses, or speaks of no refusal", async () => {
    const faulty = address('shop.example.org. TXT "v=spf1 ip4:203.0.113.20 include:gone.shop.example.org -all"');
    const { headline, receivers } = await reportOn(faulty);
    expect(receivers.filter(({ action }) => action === "reject")).toEqual([]);
    expect(plain(headline.because)).not.toMatch(/refuse/);
  });

  test("of a domain that is not there for mail is content", async () => {
    const { headline } = await reportOn(
      domain(
        'shop.example.org. MX 0 .\nshop.example.org. TXT "v=spf1 -all"\n_dmarc.shop.example.org. TXT "v=DMARC1; p=reject"',
      ),
    );
    expect(headline.status).toBe("pass");
  });
});

test.each([
  ["a space in front", '" v=DMARC1; p=reject; rua=mailto:d@shop.example.org"'],
  ["typographic quotes", '"\\226\\128\\156v=DMARC1; p=reject; rua=mailto:d@shop.example.org\\226\\128\\157"'],
  ["backslashes", '"v=DMARC1\\\\; p=reject\\\\; rua=mailto:d@shop.example.org"'],
])("a DMARC record with %s is corrected, and keeps what its owner meant", async (_, record) => {
  const { plan, verdicts } = await reportOn(address(`${SPF} _dmarc.shop.example.org. TXT ${record}`));
  expect(verdicts.find(({ signal }) => signal === "dmarc")).toMatchObject({ status: "warn", outcome: "misspelt" });
  const [step] = plan.filter(({ signal }) => signal === "dmarc");
  expect(step?.copy).toContain('"v=DMARC1; p=reject; rua=mailto:d@shop.example.org"');
});

test("an SPF record with tabs is to be replaced by the same in valid syntax, and not to get another one beside it", async () => {
  const { plan } = await reportOn(address('shop.example.org. TXT "v=spf1\\009ip4:203.0.113.20\\009-all"'));
  const [step] = plan.filter(({ signal }) => signal === "spf");
  expect(step?.copy).toContain('"v=spf1 ip4:203.0.113.20 -all"');
  expect(plain(step?.does ?? [])).toMatch(/^Replace /);
});

test("a key with the domain appended twice is moved as it is", async () => {
  const { plan } = await reportOn(
    address(
      `${SPF} s1._domainkey.shop.example.org.shop.example.org. TXT "v=DKIM1; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A"`,
      {
        selector: "s1",
      },
    ),
  );
  const [step] = plan.filter(({ signal }) => signal === "dkim-keys");
  expect(step?.copy).toMatch(/^s1\._domainkey\.shop\.example\.org\. /);
});

test("no step hands out a name that another row calls invalid", async () => {
  const { plan, verdicts } = await reportOn({
    target: "203.0.113.20",
    records: "20.113.0.203.in-addr.arpa. PTR mail_1.example.com.\nmail_1.example.com. A 203.0.113.20",
    hosts: { "203.0.113.20": { greeting: "mail_1.example.com ESMTP" } },
  });
  expect(plan.length).toBeGreaterThan(0);
  const settings = plan.flatMap(({ copy, configs = [] }) => [copy, ...configs.map(({ lines }) => lines)]);
  expect(settings.join("\n")).not.toContain("mail_1");
  expect(verdicts.find(({ signal }) => signal === "ehlo-name")?.fix?.copy ?? "").not.toContain("mail_1");
});
