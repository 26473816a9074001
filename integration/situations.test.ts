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
