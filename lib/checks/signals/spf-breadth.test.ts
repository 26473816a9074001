import { expect, test } from "vitest";
import { expandSpf } from "../formats/spf/senders.ts";
import { walkSpf } from "../gather/spf/walk.ts";
import { judge } from "../run/judge.ts";
import { failed, name } from "../testing/facts.ts";
import { nothingAnswered } from "../testing/nothing-answered.ts";
import { zoneClient } from "../testing/zone-data.ts";
import { spfBreadth } from "./spf-breadth.ts";

const sender = { domain: name("example.com"), origin: "target" } as const;
const zone = (record: string) => ({
  "example.com": [{ TXT: record }],
  "wide.example": [{ TXT: "v=spf1 ip4:17.0.0.0/8 -all" }],
  "sendgrid.net": [{ TXT: "v=spf1 ip4:167.89.0.0/17 ip4:100.0.0.0/8 ~all" }],
  "broken.example": [{ TXT: "v=spf1 ip4:17.0.0.0/8 foo:bar -all" }],
});

test.each<[string, string, string]>([
  ["its own servers", "v=spf1 ip4:203.0.113.0/24 ip6:2001:db8::/32 -all", "narrow"],
  ["a /16, as a large sender has", "v=spf1 ip4:17.58.0.0/16 -all", "narrow"],
  ["a /8", "v=spf1 ip4:17.0.0.0/8 -all", "wide"],
  ["a /8 that is only neutral", "v=spf1 ?ip4:17.0.0.0/8 -all", "narrow"],
  ["a /8 behind all, which is never reached", "v=spf1 -all ip4:17.0.0.0/8", "narrow"],
  ["a wide IPv6 range", "v=spf1 ip6:2600::/12 -all", "wide"],
  ["a /8 by way of an include", "v=spf1 include:wide.example -all", "wide"],
  ["an include that breaks", "v=spf1 ip4:203.0.113.1 -all include:broken.example", "narrow"],
  ["a service with shared addresses, whatever its ranges", "v=spf1 include:sendgrid.net -all", "shared"],
  ["everybody", "v=spf1 +all", "everybody"],
  ["nobody, in a record that is broken", "v=spf1 ip4:17.0.0.0/8 foo:bar", "none"],
])("the record lets in %s", async (_, record, outcome) => {
  const spfRecord = await walkSpf(sender.domain, zoneClient(zone(record)));
  const spfSenders = expandSpf(spfRecord, new Map());
  expect(judge(spfBreadth, "x", { ...nothingAnswered, sender, spfRecord, spfSenders }).outcome).toBe(outcome);
});

test.each([
  [{ domain: undefined, why: "no-ptr" }, "no-domain"],
  [{ domain: undefined, why: "failed", lookup: failed() }, "temperror"],
] as const)("without a domain: %o", (missing, outcome) => {
  expect(judge(spfBreadth, "x", { ...nothingAnswered, sender: missing }).outcome).toBe(outcome);
});
