import { describe, expect, test } from "vitest";
import type { MailExchange, MailExchanger } from "../facts/mx.ts";
import type { SendingDomain } from "../facts/sender.ts";
import { walkSpf } from "../gather/spf/walk.ts";
import { plain } from "../net/safe-text.ts";
import { judge } from "../run/judge.ts";
import { answer, failed, ip, name, nodata } from "../testing/facts.ts";
import { nothingAnswered } from "../testing/nothing-answered.ts";
import { type ZoneData, zoneClient } from "../testing/zone-data.ts";
import { spfRecord } from "./spf-record.ts";

const given: SendingDomain = { domain: name("example.com"), origin: "given" };
const target: SendingDomain = { domain: name("example.com"), origin: "target" };
const inferred: SendingDomain = { domain: name("example.com"), origin: "ptr", name: name("mail.example.com") };

async function verdict(record: string | ZoneData, sender: SendingDomain = given, mx?: MailExchange) {
  const zones = typeof record === "string" ? { ...HOSTS, "example.com": [{ TXT: record }] } : record;
  const walk = await walkSpf(name("example.com"), zoneClient(zones));
  return judge(spfRecord, "subject", { ...nothingAnswered, sender, spfRecord: walk, mx });
}

/** `ok.example` has everything, `slow.example` answers nothing, all else is not there. */
const HOSTS: ZoneData = {
  "ok.example": [{ TXT: "v=spf1 ip4:198.51.100.1 -all" }, { A: "198.51.100.1" }, { MX: [10, "ok.example"] }],
  "slow.example": ["TIMEOUT"],
  "two.example": [{ TXT: "v=spf1 a:ok.example -all" }],
  "open.example": [{ TXT: "v=spf1 +all" }],
  "untidy.example": [{ TXT: "v=spf1 -all ip4:198.51.100.1" }],
  "many.example": Array.from({ length: 11 }, (_, i) => ({ MX: [i, `m${i}.example`] as const })),
};
const times = (n: number, term: string) => Array.from({ length: n }, () => term).join(" ");

describe("the record of a given domain", () => {
  test.each<[string, string, string]>([
    ["is in order", "v=spf1 mx:ok.example a:ok.example include:ok.example -all", "pass"],
    ["uses all ten lookups", `v=spf1 ${times(10, "a:ok.example")} -all`, "pass"],
    ["uses eleven", `v=spf1 ${times(11, "a:ok.example")} -all`, "too-many-lookups"],
    [
      "uses eleven, of which one is after all",
      `v=spf1 ${times(10, "a:ok.example")} -all a:ok.example`,
      "terms-after-all",
    ],
    ["counts what includes cost", `v=spf1 ${times(5, "include:two.example")} a:ok.example -all`, "too-many-lookups"],
    [
      "counts ptr and names made of the message",
      `v=spf1 ${times(10, "exists:%{i}.example")} ptr -all`,
      "too-many-lookups",
    ],
    ["has a syntax error", "v=spf1 ip4:1.2.3 -all", "syntax"],
    ["includes a name without a record", "v=spf1 include:gone.example -all", "include-none"],
    ["redirects to a name without a record", "v=spf1 redirect=gone.example", "redirect-none"],
    ["includes itself", "v=spf1 include:example.com -all", "loop"],
    ["has too many MX behind an mx", "v=spf1 mx:many.example -all", "too-many-mx"],
    ["leads nowhere twice", "v=spf1 a:x.example mx:y.example -all", "pass"],
    ["leads nowhere three times", "v=spf1 a:x.example mx:y.example exists:z.example -all", "too-many-voids"],
    ["lets everybody in", "v=spf1 mx:ok.example +all", "plus-all"],
    ["lets everybody in without a sign", "v=spf1 all", "plus-all"],
    ["lets everybody in by an include", "v=spf1 include:open.example -all", "plus-all"],
    ["writes an equals sign for a colon", "v=spf1 include=ok.example -all", "equals-for-colon"],
    ["ends with ?all", "v=spf1 a:ok.example ?all", "ends-open"],
    ["ends without all", "v=spf1 a:ok.example", "ends-open"],
    ["ends with the all of its redirect", "v=spf1 a:ok.example redirect=ok.example", "pass"],
    ["uses ptr", "v=spf1 ptr -all", "uses-ptr"],
    ["has terms after all", "v=spf1 -all ip4:198.51.100.1", "terms-after-all"],
    ["includes somebody untidy, which is not its fault", "v=spf1 include:untidy.example -all", "pass"],
    ["has a redirect beside all", "v=spf1 a:ok.example -all redirect=ok.example", "redirect-unused"],
    ["is long", `v=spf1 ${Array.from({ length: 30 }, (_, i) => `ip4:198.51.100.${i}`).join(" ")} -all`, "too-long"],
    ["includes a name that does not answer", "v=spf1 include:slow.example -all", "temperror"],
    ["has a syntax error beside a silent include", "v=spf1 include:slow.example moo -all", "temperror"],
    ["has one silent host, which cannot matter", "v=spf1 a:slow.example -all", "pass"],
    [
      "has a silent host that could be one void too many",
      "v=spf1 a:slow.example a:x.example a:y.example -all",
      "temperror",
    ],
  ])("%s", async (_, record, outcome) => expect((await verdict(record)).outcome).toBe(outcome));

  test("cannot be two", async () => {
    const zones = { "example.com": [{ TXT: "v=spf1 -all" }, { TXT: "v=spf1 mx -all" }] };
    expect((await verdict(zones)).outcome).toBe("several-records");
  });
  test("does not answer", async () => {
    expect((await verdict({ "example.com": ["TIMEOUT"] })).outcome).toBe("temperror");
  });
});

describe("a domain without a record", () => {
  const none: ZoneData = { "example.com": [{ TXT: "v=spf1; -all" }] };
  test("is the finding of a domain target", async () => {
    expect(await verdict(none, target)).toMatchObject({
      outcome: "missing",
      status: "warn",
      evidence: { nearMiss: ["v=spf1; -all"] },
    });
  });
  const of = (exchange?: string): MailExchange => ({
    domain: name("example.com"),
    mx: exchange === undefined ? nodata : answer({ preference: 10, exchange: name(exchange) }),
    exchangers: exchange === undefined || exchange === "." ? [] : [host(exchange)],
  });
  const host = (exchange: string): MailExchanger => ({
    ...{ name: name(exchange), preference: 10, a: nodata, aaaa: nodata, reachable: [], refused: [] },
  });
  const itself: MailExchange = {
    ...of(),
    exchangers: [{ ...host("example.com"), reachable: [ip("203.0.113.10")] }],
  };
  test.each([
    ["has MX hosts: those may send", of("mx.example.com"), "v=spf1 mx ~all", /authorizes its MX hosts/],
    ["has a null MX: nobody does", of("."), "v=spf1 -all", /sends no mail, as it accepts none/],
    ["has no MX record and no address: it names its servers", of(), undefined, /names its sending servers/],
    ["takes its mail itself: its address may send", itself, "v=spf1 a ~all", /authorizes the address of/],
    ["is not known to have any", undefined, undefined, /names its sending servers/],
  ] as const)("is told what to begin with, where it %s", async (_, mx, record, says) => {
    const { evidence, outcome } = await verdict({ "example.com": [] }, target, mx);
    expect([outcome, evidence.proposed?.[0]]).toEqual(["missing", record]);
    const { fix } = spfRecord.outcomes.missing;
    const made = typeof fix === "function" ? fix(evidence) : fix;
    expect(plain(made?.does ?? [])).toMatch(says);
    expect(made?.copy).toBe(record && `example.com.  3600  IN  TXT  "${record}"`);
  });
  test("gets nothing of that beside what was probably meant as a record", async () => {
    const { evidence } = await verdict({ "example.com": [{ TXT: "spf1 moo" }] }, target, of("mx.example.com"));
    expect(evidence.proposed).not.toEqual(["v=spf1 mx ~all"]);
  });
  test("is the finding of `spf` where an address is checked", async () => {
    expect(await verdict(none)).toMatchObject({ outcome: "no-record", status: "skipped" });
  });
});

test("a broken record of a domain that is only inferred weighs less", async () => {
  expect(await verdict("v=spf1 moo -all", inferred)).toMatchObject({ outcome: "inferred-syntax", status: "warn" });
});
test.each<[SendingDomain, string]>([
  [{ domain: undefined, why: "no-ptr" }, "no-domain"],
  [{ domain: undefined, why: "failed", lookup: failed() }, "temperror"],
])("without a domain: %j", (sender, outcome) => {
  expect(judge(spfRecord, "subject", { ...nothingAnswered, sender }).outcome).toBe(outcome);
});

test("a tangle of includes is followed only so far", async () => {
  const names = Array.from({ length: 20 }, (_, i) => `n${i}.example`);
  const all = names.map((each) => `include:${each}`).join(" ");
  const zones = Object.fromEntries(["example.com", ...names].map((each) => [each, [{ TXT: `v=spf1 ${all} -all` }]]));
  const client = zoneClient(zones);
  const walk = await walkSpf(name("example.com"), client);
  expect([walk.complete, client.asked.length <= 31]).toEqual([false, true]);
  expect(judge(spfRecord, "subject", { ...nothingAnswered, sender: given, spfRecord: walk }).status).toBe("fail");
});
