import { expect, test } from "vitest";
import { say } from "../define/signal.ts";
import type { DmarcPolicy, DmarcReportHost } from "../facts/dmarc.ts";
import type { LookupOf } from "../facts/lookup.ts";
import type { SendingDomain } from "../facts/sender.ts";
import { plain } from "../net/safe-text.ts";
import { walkOf } from "../testing/dmarc-walk.ts";
import { about, answer, failed, name, nodata, nxdomain } from "../testing/facts.ts";
import { dmarc } from "./dmarc.ts";
import { dmarcReports } from "./dmarc-reports.ts";

type Records = Parameters<typeof walkOf>[1];
const REJECT = "v=DMARC1; p=reject";

function policy(
  domain: string,
  records: Records,
  reportHosts: readonly DmarcReportHost[] = [],
  existence: LookupOf<"MX"> = nodata,
): DmarcPolicy {
  return { domain: name(domain), walk: walkOf(domain, records), existence, reportHosts };
}
const given = (domain: string): SendingDomain => ({ domain: name(domain), origin: "given" });
const judged = (...of: Parameters<typeof policy>) =>
  dmarc.judge({ sender: given(of[0]), dmarc: policy(...of), spfRecord: undefined });

test.each([
  ["reject", "example.com", { "example.com": REJECT }, "reject"],
  ["quarantine", "example.com", { "example.com": "v=DMARC1; p=quarantine; pct=50" }, "quarantine"],
  ["none", "example.com", { "example.com": "v=DMARC1; p=none" }, "none"],
  ["reject, while testing", "example.com", { "example.com": `${REJECT}; t=y` }, "testing"],
  ["none, while testing", "example.com", { "example.com": "v=DMARC1; p=none; t=y" }, "none"],
  ["inherited", "mail.example.com", { "example.com": REJECT }, "reject"],
  ["inherited, by sp", "mail.example.com", { "example.com": `${REJECT}; sp=none` }, "none"],
  ["of a public suffix", "example.bank", { bank: `${REJECT}; psd=y` }, "reject"],
  ["nothing", "example.com", {}, "missing"],
  ["nothing but other text", "example.com", { "example.com": "v=spf1 -all" }, "missing"],
  ["something nearly right", "example.com", { "example.com": "v=dmarc1; p=reject" }, "misspelt"],
  [
    "something nearly right, above which is a policy",
    "mail.example.com",
    { "mail.example.com": "p=none", "example.com": REJECT },
    "reject",
  ],
  ["two records", "example.com", { "example.com": [REJECT, "v=DMARC1; p=none"] }, "several"],
  [
    "two records, above which is a policy",
    "mail.example.com",
    { "mail.example.com": [REJECT, REJECT], "example.com": REJECT },
    "several",
  ],
  ["no valid p, with reports", "example.com", { "example.com": "v=DMARC1; p=on; rua=mailto:a@example.com" }, "unclear"],
  ["no valid p, without reports", "example.com", { "example.com": "v=DMARC1; p=on" }, "invalid"],
  [
    "its own record, the rest unknown",
    "mail.example.com",
    { "mail.example.com": REJECT, "example.com": null },
    "reject",
  ],
  ["its own record unknown", "mail.example.com", { "mail.example.com": null, "example.com": REJECT }, "temperror"],
  ["a record above unknown", "mail.example.com", { "example.com": null }, "temperror"],
  ["only the top-level domain unknown", "mail.example.com", { "example.com": REJECT, com: null }, "temperror"],
] as const)("the policy is %s", (_, domain, records, outcome) => {
  expect(judged(domain, records).outcome).toBe(outcome);
});

test("a policy missing under a domain that is our guess weighs less", () => {
  const sender: SendingDomain = { domain: name("example.com"), origin: "ptr", name: name("mail.example.com") };
  expect(dmarc.judge({ sender, dmarc: policy("example.com", {}), spfRecord: undefined }).outcome).toBe(
    "inferred-missing",
  );
});

test("an alias beside the record is a finding, an unanswered question about one is none", () => {
  const at = (alias: LookupOf<"CNAME">, own: LookupOf<"TXT"> = answer(REJECT)) => {
    const asked = policy("example.com", {});
    const [first, ...rest] = asked.walk;
    const walk = first ? [{ ...first, lookup: about("_dmarc.example.com", "TXT", own) }, ...rest] : [];
    const beside = { ...asked, walk, alias: about("_dmarc.example.com", "CNAME", alias) };
    return dmarc.judge({ sender: given("example.com"), dmarc: beside, spfRecord: undefined });
  };
  expect(at(answer(name("_dmarc.vendor.example.net")))).toMatchObject({
    outcome: "alias-beside",
    evidence: { at: ["_dmarc.example.com"], alias: ["_dmarc.vendor.example.net"] },
  });
  expect(at(nodata).outcome).toBe("reject");
  expect(at(failed()).outcome).toBe("reject");
});

test.each([
  ["a tag twice", "v=DMARC1; p=reject; p=none", "void"],
  ["a tag twice in two cases", "v=DMARC1; p=reject; P=none", "void"],
  ["a policy for subdomains that is none", "v=DMARC1; p=reject; sp=jerect; rua=mailto:a@example.com", "weakened"],
  ["the same beside p=none", "v=DMARC1; p=none; sp=jerect; rua=mailto:a@example.com", "unclear"],
  ["the same without a report address", "v=DMARC1; p=reject; sp=jerect", "invalid"],
] as const)("%s", (_, record, outcome) => {
  expect(judged("example.com", { "example.com": record }).outcome).toBe(outcome);
});

test("what receivers that follow RFC 7489 still do is said", () => {
  const says = (...records: readonly string[]) => {
    const { outcome, evidence = {} } = judged("example.com", { "example.com": records });
    return plain(say(dmarc.outcomes[outcome].says, evidence));
  };
  expect(says("v=DMARC1; p=reject; pct=0")).toMatch(/honour pct=0: they apply quarantine to all of the mail/);
  expect(says("v=DMARC1; p=quarantine; pct=50")).toMatch(/50 % of the mail and none to the rest/);
  expect(says("v=DMARC1; p=reject; pct=100")).not.toMatch(/RFC 7489 (?:honour|apply)/);
  expect(says(REJECT, "v=DMARC1; p=none")).toMatch(/RFC 7489 stop there: they do not apply DMARC/);
});

test("np is for domains that do not exist", () => {
  const records = { "example.com": "v=DMARC1; p=none; np=reject" };
  expect(judged("gone.example.com", records, [], nxdomain).outcome).toBe("reject");
  expect(judged("here.example.com", records, [], nodata).outcome).toBe("none");
  expect(judged("what.example.com", records, [], failed()).outcome).toBe("temperror");
  expect(judged("what.example.com", { "example.com": REJECT }, [], failed()).outcome).toBe("reject");
});

test("what RFC 9989 took away, what nobody defined and what cannot be read is named", () => {
  const { evidence } = judged("example.com", {
    "example.com": "v=DMARC1; p=reject; pct=50; ri=1; foo=bar; adkim=x; aspf=s",
  });
  expect(evidence).toMatchObject({ removed: ["pct", "ri"], unknown: ["foo"], flaws: ["adkim=x"], strict: ["SPF"] });
});

const TO = (host: string) => ({ "example.com": `v=DMARC1; p=none; rua=mailto:dmarc@${host}` });
const host = (of: string, authorization: LookupOf<"TXT">, records: Records = {}): DmarcReportHost => ({
  host: name(of),
  authorization: about(`example.com._report._dmarc.${of}`, "TXT", authorization),
  walk: walkOf(of, records),
});

test.each([
  ["to the domain itself", TO("example.com"), [], "arrive"],
  ["to a host below it", TO("mail.example.com"), [], "arrive"],
  ["to another organization that agreed", TO("example.net"), [host("example.net", answer("v=DMARC1"))], "arrive"],
  [
    "to one that agreed, for another address of its own",
    TO("example.net"),
    [host("example.net", answer("v=DMARC1; rua=mailto:x@example.net"))],
    "arrive",
  ],
  [
    "to one that sends them on elsewhere",
    TO("example.net"),
    [host("example.net", answer("v=DMARC1; rua=mailto:x@example.org"))],
    "unauthorized",
  ],
  ["to one that did not agree", TO("example.net"), [host("example.net", nxdomain)], "unauthorized"],
  ["to one that says something else", TO("example.net"), [host("example.net", answer("hello"))], "unauthorized"],
  ["to one we could not ask", TO("example.net"), [host("example.net", failed())], "temperror"],
  [
    "to one whose organization we could not find out",
    TO("example.net"),
    [host("example.net", nxdomain, { net: null })],
    "temperror",
  ],
  ["nowhere", { "example.com": REJECT }, [], "not-asked"],
  ["to something that is no address", { "example.com": "v=DMARC1; p=none; rua=dmarc@example.com" }, [], "unreadable"],
  ["without a policy", {}, [], "no-policy"],
  ["without an answer", { "example.com": null }, [], "temperror"],
])("reports go %s", (_, records, hosts, outcome) => {
  const sender = given("example.com");
  expect(dmarcReports.judge({ sender, dmarc: policy("example.com", records, hosts) }).outcome).toBe(outcome);
});

test("a name too long to be asked for is nobody's agreement", () => {
  const long = `${"a".repeat(63)}.${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(40)}.net`;
  const at = host(long, failed("formerr"));
  const records = TO(long);
  expect(
    dmarcReports.judge({ sender: given("example.com"), dmarc: policy("example.com", records, [at]) }).outcome,
  ).toBe("unauthorized");
});
