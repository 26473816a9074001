import { expect, test } from "vitest";
import type { ReverseAuthority } from "../facts/authority.ts";
import type { Failure, LookupOf } from "../facts/lookup.ts";
import { about, answer, failed, name, nodata } from "../testing/facts.ts";
import { delegationMatch } from "./delegation-match.ts";

const zone = "113.0.203.in-addr.arpa";
const ns = (...servers: string[]): LookupOf<"NS"> => about(zone, "NS", answer(...servers.map(name)));
const referral = (...servers: string[]): LookupOf<"NS"> => about(zone, "NS", nodata, { referral: servers.map(name) });
const silent = (reason: Failure = "timeout"): LookupOf<"NS"> => about(zone, "NS", failed(reason));

test.each<[string, LookupOf<"NS">, LookupOf<"NS">, string]>([
  ["the same servers", referral("ns1.example", "ns2.example"), ns("ns2.example", "ns1.example"), "same"],
  ["one that only the delegation has", referral("ns1.example", "old.example"), ns("ns1.example"), "differ"],
  ["one that only the zone has", referral("ns1.example"), ns("ns1.example", "ns2.example"), "differ"],
  ["other servers altogether", referral("old.example"), ns("ns1.example"), "differ"],
  ["a parent whose servers hold the zone too", ns("ns1.example"), ns("ns1.example"), "same-servers"],
  ["a parent that is silent", silent(), ns("ns1.example"), "temperror"],
  ["a parent that was not asked", silent("limit"), ns("ns1.example"), "limit"],
  ["a zone that is silent", referral("ns1.example"), silent("servfail"), "temperror"],
  ["a parent that delegates nothing", about(zone, "NS", nodata), ns("ns1.example"), "not-known"],
])("%s", (_, delegated, own, outcome) => {
  const reverseAuthority: ReverseAuthority = {
    kind: "asked",
    owner: name(`10.${zone}`),
    zone: name(zone),
    servers: [],
    delegation: { parent: name("203.in-addr.arpa"), delegated, own },
    leftOut: 0,
  };
  expect(delegationMatch.judge({ reverseAuthority }).outcome).toBe(outcome);
});

test.each<[string, ReverseAuthority, string]>([
  ["nothing delegated", { kind: "undelegated", zone: name("in-addr.arpa") }, "undelegated"],
  ["no zone found", { kind: "failed", lookup: failed() }, "temperror"],
])("%s", (_, reverseAuthority, outcome) => {
  expect(delegationMatch.judge({ reverseAuthority }).outcome).toBe(outcome);
});
