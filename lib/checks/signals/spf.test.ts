import { describe, expect, test } from "vitest";
import { type Fix, say } from "../define/signal.ts";
import type { SendingDomain } from "../facts/sender.ts";
import { evaluateSpf } from "../gather/spf/evaluate.ts";
import { judge } from "../run/judge.ts";
import { failed, ip, name } from "../testing/facts.ts";
import { nothingAnswered } from "../testing/nothing-answered.ts";
import { type ZoneData, zoneClient } from "../testing/zone-data.ts";
import { spf } from "./spf.ts";

const address = ip("203.0.113.10");
const given: SendingDomain = { domain: name("example.com"), origin: "given" };
const inferred: SendingDomain = { domain: name("example.com"), origin: "ptr", name: name("mail.example.com") };

/** The verdict on this address where the sending domain publishes `record`, or stands in these zones. */
async function verdict(record: string | ZoneData, sender: SendingDomain = given) {
  const zones = typeof record === "string" ? { "example.com": [{ TXT: record }] } : record;
  const evaluation = await evaluateSpf({ ip: address, domain: "example.com", dns: zoneClient(zones) });
  return judge(spf, "subject", { ...nothingAnswered, address, sender, spf: evaluation });
}

const behind = (record: string, ...more: ("TIMEOUT" | { TXT: string })[]): ZoneData => ({
  "example.com": [{ TXT: record }],
  "other.example": more,
});

describe("a given sending domain", () => {
  test.each<[string, string | ZoneData, string]>([
    ["names the address", "v=spf1 ip4:203.0.113.10 -all", "pass"],
    [
      "includes the address",
      behind("v=spf1 include:other.example -all", { TXT: "v=spf1 ip4:203.0.113.0/24 -all" }),
      "pass",
    ],
    ["denies all others", "v=spf1 ip4:203.0.113.11 -all", "fail"],
    ["is wary of all others", "v=spf1 ip4:203.0.113.11 ~all", "softfail"],
    ["says nothing of others", "v=spf1 ip4:203.0.113.11 ?all", "neutral"],
    ["ends without all", "v=spf1 ip4:203.0.113.11", "neutral"],
    ["has no record", {}, "none"],
    ["has no TXT record that is SPF", { "example.com": [{ TXT: "hello" }] }, "none"],
    ["has two records", { "example.com": [{ TXT: "v=spf1 -all" }, { TXT: "v=spf1 +all" }] }, "broken-record"],
    ["has a syntax error", "v=spf1 ip4:203.0.113 -all", "broken-record"],
    ["includes a name without a record", "v=spf1 include:gone.example -all", "broken-record"],
    ["leads into the void three times", "v=spf1 a:x.example a:y.example a:z.example -all", "permerror"],
    ["includes a name made of the message, which is not there", "v=spf1 include:%{i}.example -all", "permerror"],
    ["does not answer", { "example.com": ["TIMEOUT"] }, "temperror"],
    ["includes a name that does not answer", behind("v=spf1 include:other.example -all", "TIMEOUT"), "temperror"],
    [
      "uses ptr, and the PTR question is not answered",
      { "example.com": [{ TXT: "v=spf1 ptr -all" }], "10.113.0.203.in-addr.arpa": ["TIMEOUT"] },
      "temperror",
    ],
  ])("%s", async (_, record, outcome) => expect((await verdict(record)).outcome).toBe(outcome));
});

describe("a sending domain inferred from the PTR name weighs less", () => {
  test.each<[string, string, string, string]>([
    ["pass", "v=spf1 ip4:203.0.113.10 -all", "pass", "pass"],
    ["fail", "v=spf1 -all", "inferred-fail", "warn"],
    ["softfail", "v=spf1 ~all", "inferred-softfail", "info"],
    ["permerror", "v=spf1 a:x.example a:y.example a:z.example -all", "inferred-permerror", "warn"],
  ])("%s", async (_, record, outcome, status) => {
    expect(await verdict(record, inferred)).toMatchObject({ outcome, status });
  });
});

describe("without a sending domain", () => {
  test.each<[string, SendingDomain, string]>([
    ["no PTR: reverse DNS owns the cause", { domain: undefined, why: "no-ptr" }, "no-domain"],
    [
      "no organisation in the PTR name",
      { domain: undefined, why: "no-organisation", name: name("srv.firma.local") },
      "no-domain",
    ],
    ["a provider's name", { domain: undefined, why: "made-name", name: name("vps1.example.net") }, "no-domain"],
    ["the PTR question was not answered", { domain: undefined, why: "failed", lookup: failed() }, "temperror"],
  ])("%s", (_, sender, outcome) => {
    expect(judge(spf, "subject", { ...nothingAnswered, sender }).outcome).toBe(outcome);
  });
});

describe("the record to copy lets the address in, and nothing else changes", () => {
  const proposed = async (record: string | ZoneData) => (await verdict(record)).evidence.proposed?.[0];
  test.each([
    ["v=spf1 mx -all", "v=spf1 mx ip4:203.0.113.10 -all"],
    ["v=spf1 -ip4:203.0.113.0/24 mx ~all", "v=spf1 ip4:203.0.113.10 -ip4:203.0.113.0/24 mx ~all"],
    ["v=spf1 mx", "v=spf1 mx ip4:203.0.113.10"],
    ["v=spf1 exp=e.example.com -all ", "v=spf1 exp=e.example.com ip4:203.0.113.10 -all"],
  ])("%s", async (record, expected) => {
    const copy = await proposed(record);
    expect(copy).toBe(expected);
    expect((await verdict(copy ?? "")).outcome).toBe("pass");
  });
  test("before a redirect", async () => {
    const zones = behind("v=spf1 redirect=other.example", { TXT: "v=spf1 -all" });
    expect(await proposed(zones)).toBe("v=spf1 ip4:203.0.113.10 redirect=other.example");
  });
  test("a first record where there is none", async () =>
    expect(await proposed({})).toBe("v=spf1 ip4:203.0.113.10 ~all"));
  test("is cut into strings of 255 octets", async () => {
    const long = `v=spf1 ${Array.from({ length: 20 }, (_, i) => `ip4:198.51.100.${i}`).join(" ")} -all`;
    const { outcome, evidence } = await verdict(long);
    const { fix } = spf.outcomes[outcome as "fail"];
    const copy = fix && (say(fix, evidence) as Fix).copy;
    const strings = [...(copy ?? "").matchAll(/"([^"]*)"/g)].map(([, string]) => string ?? "");
    expect(strings.map((string) => string.length)).toEqual([255, expect.any(Number)]);
    expect(strings.join("")).toBe(evidence.proposed?.[0]);
  });
});

test("the exhibit marks the branch that decided", async () => {
  const { exhibit } = await verdict(
    behind("v=spf1 mx include:other.example -all", { TXT: "v=spf1 ip4:203.0.113.0/24 -all" }),
  );
  expect(exhibit).toMatchObject({
    kind: "tree",
    root: {
      mark: true,
      children: [
        { label: "mx (example.com)" },
        {
          label: "include:other.example",
          mark: true,
          children: [{ label: "ip4:203.0.113.0/24", mark: true }, {}],
        },
        { label: "-all" },
      ],
    },
  });
});
test("a record of thousands of terms is shown short, the deciding one among them", async () => {
  const many = Array.from({ length: 3000 }, (_, i) => `ip4:198.51.${i % 250}.${i % 200}`).join(" ");
  const { exhibit } = await verdict(`v=spf1 ${many} ip4:203.0.113.10 ${many} -all`);
  const root = exhibit?.kind === "tree" ? exhibit.root : undefined;
  expect(root?.children?.length).toBeLessThan(50);
  expect(root?.children?.filter(({ mark }) => mark).map(({ label }) => label)).toEqual(["ip4:203.0.113.10"]);
});
