import { expect, test } from "vitest";
import type { SpfSenders } from "../facts/spf.ts";
import { failed, ip, name } from "../testing/facts.ts";
import { spfSenders } from "./spf-senders.ts";

const sender = { domain: name("example.com"), origin: "target" } as const;
const empty: SpfSenders = {
  count4: 0n,
  count6: 0n,
  ranges: [],
  rangeCount: 0,
  denied: [],
  singles: [],
  singleCount: 0,
  everybody: false,
  open: [],
  failed: [],
};
const range = (family: 4 | 6, first: string, last: string) => ({ family, first: ip(first), last: ip(last) });
const silent = failed("servfail") as Extract<ReturnType<typeof failed>, { kind: "failed" }>;

test.each([
  ["a block", { ...empty, count4: 256n, ranges: [range(4, "203.0.113.0", "203.0.113.255")], rangeCount: 1 }, "counted"],
  ["only a mechanism no list can name", { ...empty, open: ["ptr"] }, "counted"],
  ["everybody", { ...empty, everybody: true }, "everybody"],
  [
    "only private addresses",
    { ...empty, denied: [{ ...range(4, "10.0.0.0", "10.255.255.255"), why: "Private-Use" }] },
    "nobody",
  ],
  ["nothing", empty, "none"],
  ["an include that got no answer", { ...empty, count4: 1n, rangeCount: 1, failed: [silent] }, "temperror"],
  ["no record", undefined, "none"],
] as const)("the record lets in %s", (_, found, outcome) => {
  expect(spfSenders.judge({ sender, spfSenders: found, spfRecord: undefined }).outcome).toBe(outcome);
});

test("half the IPv6 internet is counted exactly", () => {
  const found = {
    ...empty,
    count6: 2n ** 96n,
    ranges: [range(6, "2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff")],
    rangeCount: 1,
  };
  expect(spfSenders.judge({ sender, spfSenders: found, spfRecord: undefined }).evidence?.ipv6).toEqual([
    "79228162514264337593543950336",
  ]);
});
