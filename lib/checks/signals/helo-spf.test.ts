import { expect, test } from "vitest";
import type { HeloIdentity } from "../facts/sender.ts";
import { evaluateSpf } from "../gather/spf/evaluate.ts";
import { judge } from "../run/judge.ts";
import { failed, ip, name } from "../testing/facts.ts";
import { nothingAnswered } from "../testing/nothing-answered.ts";
import { type ZoneData, zoneClient } from "../testing/zone-data.ts";
import { heloSpf } from "./helo-spf.ts";

const address = ip("203.0.113.10");

async function outcome(record: string | ZoneData, helo = "mail.example.com", from = "example.com") {
  const zones = typeof record === "string" ? { [helo]: [{ TXT: record }] } : record;
  const evaluation = await evaluateSpf({ ip: address, domain: helo, helo, dns: zoneClient(zones) });
  return judge(heloSpf, "subject", {
    ...nothingAnswered,
    address,
    sender: { domain: name(from), origin: "given" },
    heloIdentity: { domain: name(helo), origin: "ehlo" },
    heloSpf: evaluation,
  }).outcome;
}

test.each<[string, string | ZoneData, string]>([
  ["a record that lets the server send", "v=spf1 ip4:203.0.113.10 -all", "pass"],
  ["no record", {}, "none"],
  ["a record that denies it", "v=spf1 -all", "fail"],
  ["a record that doubts it", "v=spf1 ~all", "softfail"],
  ["a record that says nothing", "v=spf1 ?all", "neutral"],
  ["a broken record", "v=spf1 moo -all", "permerror"],
  ["no answer", { "mail.example.com": ["TIMEOUT"] }, "temperror"],
])("%s", async (_, record, expected) => expect(await outcome(record)).toBe(expected));

test.each<[string, string, string]>([
  ["passes", "v=spf1 ip4:203.0.113.10 -all", "pass"],
  ["fails once, not twice", "v=spf1 -all", "same-domain"],
])("an EHLO name that is the sending domain %s", async (_, record, expected) => {
  expect(await outcome(record, "example.com", "example.com")).toBe(expected);
});
test("an EHLO name of one label has no SPF to speak of", async () => {
  expect(await outcome({}, "localhost")).toBe("no-domain-name");
});
test.each<[HeloIdentity, string]>([
  [{ domain: undefined, why: "no-ptr" }, "no-name"],
  [{ domain: undefined, why: "failed", lookup: failed() }, "temperror"],
])("without a name: %j", (heloIdentity, expected) => {
  expect(judge(heloSpf, "subject", { ...nothingAnswered, heloIdentity }).outcome).toBe(expected);
});
