import { expect, test } from "vitest";
import type { ForwardZone, IntendedHostname } from "../facts/intended-hostname.ts";
import type { Network } from "../facts/network.ts";
import type { ReverseZone, Zone } from "../facts/zone.ts";
import type { Known } from "../findings/findings.ts";
import { reverseName } from "../net/address.ts";
import { plain } from "../net/safe-text.ts";
import { forwardOwnerSays, ptrOwnerSays } from "../present/plan/ownership-words.ts";
import { answer, failed, ip, name, nodata, nxdomain } from "../testing/facts.ts";
import { pick } from "./index.ts";

const address = ip("203.0.113.10");
const own = reverseName(address);

const zone = (apex: string, servers: string[], primary = servers[0] ?? "ns.invalid"): Zone => ({
  name: name(apex),
  ns: answer(...servers.map(name)),
  soa: answer({ mname: name(primary), rname: name(`hostmaster.${apex}`), serial: 1, minimum: 300 }),
});
const HOSTER = ["ns1.hoster.example.net", "ns2.hoster.example.net"];
const DNS_HOST = ["ns1.dns.example.org"];
const block = (servers = HOSTER): ReverseZone => ({
  kind: "found",
  owner: own,
  zone: zone("113.0.203.in-addr.arpa", servers),
});
const itsOwn = (servers: string[]): ReverseZone => ({ kind: "found", owner: own, zone: zone(own, servers) });
const classless = (servers: string[]): ReverseZone => ({
  kind: "found",
  owner: name("10.0/26.113.0.203.in-addr.arpa"),
  zone: zone("0/26.113.0.203.in-addr.arpa", servers),
  aliasZone: zone("113.0.203.in-addr.arpa", HOSTER),
});
const noZone: ReverseZone = { kind: "failed", reason: "servfail", name: own };

const silent: Network = {
  origin: { kind: "failed", lookup: failed() },
  registration: { kind: "failed", why: "timeout", source: "rdap.example" },
};
const announced = (asn: number): Network => ({
  ...silent,
  origin: { kind: "announced", asns: [asn], prefix: "203.0.113.0/24" },
});
const registered: Network = {
  ...silent,
  registration: { kind: "registered", holder: "Hoster", source: "rdap.example" },
};

const intendedHostname: IntendedHostname = { name: name("mail.example.com"), origin: "ehlo" };
const forwardZone: ForwardZone = { kind: "found", name: intendedHostname.name, zone: zone("example.com", DNS_HOST) };

const owners = (more: Partial<Known>) =>
  pick(
    {
      address,
      reverse: nxdomain,
      reverseZone: block(),
      network: silent,
      intendedHostname,
      forwardZone,
      ...more,
    },
    ["zoneHolders"],
  ).zoneHolders;

test.each<[string, string, Partial<Known>]>([
  ["the block's zone belongs to its holder", "holder", {}],
  ["a registry's word is enough for that", "holder", { reverseZone: noZone, network: registered }],
  ["nothing known, nothing said", "unknown", { reverseZone: noZone }],
  ["a zone run by the server's own organisation is yours", "yours", { reverseZone: block(["ns.example.com"]) }],
  ["an alias into a zone at the DNS host of your name is yours", "yours", { reverseZone: classless(DNS_HOST) }],
  ["so is a zone of the address's own there", "yours", { reverseZone: itsOwn(DNS_HOST) }],
  ["but not the provider's block at that DNS host", "holder", { reverseZone: block(DNS_HOST) }],
  ["an alias into somebody's zone is delegated", "delegated", { reverseZone: classless(["ns.customer.example.org"]) }],
  ["as is a zone of the address's own", "delegated", { reverseZone: itsOwn(HOSTER) }],
  [
    "without a name nobody can tell whose it is",
    "delegated",
    { reverseZone: itsOwn(DNS_HOST), intendedHostname: undefined, forwardZone: undefined },
  ],
  [
    "a cut at the tree's top: nothing is delegated",
    "undelegated",
    { reverseZone: { ...block(), zone: zone("in-addr.arpa", HOSTER) } as ReverseZone },
  ],
  ["a provider is known by its servers", "provider", { reverseZone: block(["ns1.your-server.de"]) }],
  ["by the name it gave", "provider", { reverse: answer(name("vmi1234567.contaboserver.net")) }],
  [
    "by its name even where the zone is silent",
    "provider",
    { reverseZone: noZone, reverse: answer(name("vmi1234567.contaboserver.net")) },
  ],
  ["a network number is only likely", "provider-likely", { network: announced(14061) }],
  ["and says nothing against a delegation", "delegated", { reverseZone: itsOwn(HOSTER), network: announced(14061) }],
])("the PTR record: %s", (_, outcome, clues) => {
  const { ptr } = owners(clues);
  expect(ptr.outcome).toBe(outcome);
  expect(plain(ptrOwnerSays(ptr.outcome, ptr.evidence ?? {}))).toMatch(/\.$/);
});

test.each<[string, string, Partial<Known>]>([
  ["whoever runs the zone of the name", "zone", {}],
  [
    "a domain nobody has registered",
    "not-registered",
    { forwardZone: { ...forwardZone, zone: zone("com", ["a.gtld-servers.net"]) } as ForwardZone },
  ],
  ["no name, no zone", "no-name", { intendedHostname: undefined, forwardZone: undefined }],
  [
    "a zone that was silent",
    "unknown",
    { forwardZone: { kind: "failed", name: intendedHostname.name, reason: "timeout" } },
  ],
])("the forward record: %s", (_, outcome, clues) => {
  const { forward } = owners(clues);
  expect(forward.outcome).toBe(outcome);
  expect(plain(forwardOwnerSays(forward.outcome, forward.evidence ?? {}))).toMatch(/\.$/);
});

test("the label of a classless delegation is named", () => {
  expect(owners({ reverseZone: classless(DNS_HOST) }).ptr.evidence).toMatchObject({
    label: ["0/26"],
    owner: ["10.0/26.113.0.203.in-addr.arpa"],
    aliasZone: ["113.0.203.in-addr.arpa"],
    shared: DNS_HOST,
  });
});

test("an apex that is silent about itself leaves the zone cut", () => {
  const mute: Zone = { name: name("113.0.203.in-addr.arpa"), ns: failed(), soa: nodata };
  expect(owners({ reverseZone: { kind: "found", owner: own, zone: mute } }).ptr).toEqual({
    outcome: "holder",
    evidence: { owner: [own], zone: ["113.0.203.in-addr.arpa"] },
  });
});

test("codes of another version are still readable", () => {
  expect(plain(ptrOwnerSays("of-old", {}))).toMatch(/\.$/);
  expect(plain(forwardOwnerSays("of-old", {}))).toMatch(/\.$/);
});
