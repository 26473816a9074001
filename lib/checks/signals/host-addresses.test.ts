import { expect, test } from "vitest";
import { answer, failed, ip, name, nodata, nxdomain } from "../testing/facts.ts";
import { hostAddresses } from "./host-addresses.ts";

const a = ip("203.0.113.10");
const inner = { address: ip("10.1.2.3"), what: "Private-Use" };

test.each([
  ["one address", answer(a), nodata, [a], [], "found"],
  ["one address, the other family unknown", answer(a), failed(), [a], [], "incomplete"],
  ["a public and a private address", answer(a, inner.address), nodata, [a], [inner], "some-private"],
  ["only a private address", answer(inner.address), nodata, [], [inner], "only-private"],
  ["only a private address, the other family unknown", answer(inner.address), failed(), [], [inner], "temperror"],
  ["no address", nodata, nodata, [], [], "none"],
  ["no name", nxdomain, nxdomain, [], [], "nxdomain"],
  ["no answer", failed("servfail"), failed("servfail"), [], [], "temperror"],
  ["no A record, and no answer for AAAA", nodata, failed(), [], [], "temperror"],
] as const)("%s", (_, v4, v6, reachable, refused, outcome) => {
  const facts = { a: v4, aaaa: v6, reachable, refused };
  expect(hostAddresses.judge({ host: name("mail.example.com"), hostAddresses: facts }).outcome).toBe(outcome);
});
