import { expect, test } from "vitest";
import type { ReverseZone, Zone } from "../facts/zone.ts";
import { answer, failed, ip, name } from "../testing/facts.ts";
import { concludes } from "../testing/judging.ts";
import { reverseDelegation } from "./reverse-delegation.ts";

const address = ip("203.0.113.10");
const reverse = name("10.113.0.203.in-addr.arpa");
const soa = answer({
  mname: name("ns1.provider.example.net"),
  rname: name("dns\\046team.provider.example.net"),
  serial: 1,
  minimum: 300,
});
const zone = (apex: string, more: Partial<Zone> = {}): Zone => ({
  name: name(apex),
  soa,
  ns: answer(name("ns2.provider.example.net"), name("ns1.provider.example.net")),
  ...more,
});
const found = (owner: string, of: Zone, aliasZone?: Zone): ReverseZone => ({
  kind: "found",
  owner: name(owner),
  zone: of,
  ...(aliasZone ? { aliasZone } : {}),
});
const block = zone("113.0.203.in-addr.arpa");
const customer = zone("0-63.113.0.203.in-addr.arpa");
const alias = "10.0-63.113.0.203.in-addr.arpa";

test.each([
  ["the block's zone", found(reverse, block), "block"],
  ["the zone of a larger block", found(reverse, zone("0.203.in-addr.arpa")), "block"],
  ["a zone for the address alone", found(reverse, zone(reverse)), "address"],
  ["an alias into a customer's zone", found(alias, customer, block), "alias"],
  ["an alias whose own zone could not be found", found(alias, customer), "alias"],
  ["no delegation below the tree", found(reverse, zone("in-addr.arpa")), "undelegated"],
  ["the apex did not answer", found(reverse, zone("113.0.203.in-addr.arpa", { soa: failed(), ns: failed() })), "block"],
  ["no zone was found", { kind: "failed", reason: "servfail", name: reverse } as const, "temperror"],
])("%s", (_, reverseZone, outcome) => {
  expect(concludes(reverseDelegation, { address, reverseZone }).outcome).toBe(outcome);
});

test("it shows who runs the zone, and the contact as a mail address", () => {
  const { evidence } = concludes(reverseDelegation, { address, reverseZone: found(reverse, block) });
  expect(evidence).toMatchObject({
    zone: [block.name],
    servers: ["ns1.provider.example.net", "ns2.provider.example.net"],
    primary: ["ns1.provider.example.net"],
    contact: ["dns.team@provider.example.net"],
  });
});
