import type { Answer } from "dns-packet";
import { describe, expect, test } from "vitest";
import { reverseName } from "../address.ts";
import type { ReverseZone } from "../facts/zone.ts";
import type { Facts } from "../facts.ts";
import { cname, NXDOMAIN, ns, resolverOf, SERVFAIL, serve, soa } from "../testing/asking.ts";
import { ip } from "../testing/facts.ts";
import { type Reply, reply } from "../testing/misbehaving-dns.ts";
import type { Gathering } from "./gatherer.ts";
import { forward, reverse } from "./reverse.ts";
import { reverseZone } from "./reverse-zone.ts";

const address = ip("203.0.113.10");
const owner = reverseName(address);
const ptr = (of: string, target: string): Answer => ({ name: of, type: "PTR", ttl: 300, data: target });
const negative = (apex: string): Reply => ({ flags: NXDOMAIN, authorities: [soa(apex)] });

/** A server that answers these questions and refuses to know any other; with what it was asked. */
async function world(replies: Readonly<Record<string, Reply>>) {
  const asked: string[] = [];
  const server = await serve((query) => {
    const question = `${query.name} ${query.type}`;
    asked.push(question);
    return [reply(query, replies[question] ?? { flags: SERVFAIL })];
  });
  const { client } = resolverOf([server], { dnsTries: 1 });
  // Nothing else of the gathering is used here.
  return { asked, gathering: { dns: client() } as unknown as Gathering };
}

describe("reverse and forward", () => {
  test("the PTR names, and where each of the first ten leads in the address's own family", async () => {
    const names = Array.from({ length: 12 }, (_, i) => `mail${i}.example.com`);
    const { asked, gathering } = await world({
      [`${owner} PTR`]: { answers: names.map((one) => ptr(owner, one)) },
      "mail0.example.com A": { answers: [{ name: "mail0.example.com", type: "A", ttl: 60, data: address }] },
    });
    const found = await reverse.gather({ address } as Facts, gathering);
    expect(found.kind === "answer" && found.records).toHaveLength(12);
    const leads = await forward.gather({ address, reverse: found } as Facts, gathering);
    expect(leads).toHaveLength(10);
    expect(leads[0]).toMatchObject({ name: "mail0.example.com", addresses: { kind: "answer", records: [address] } });
    expect(leads[1]?.addresses.kind).toBe("failed");
    expect(asked.filter((question) => question.endsWith("AAAA"))).toEqual([]);
  });

  test("for an IPv6 address only AAAA is asked", async () => {
    const six = ip("2001:db8::10");
    const { asked, gathering } = await world({
      [`${reverseName(six)} PTR`]: { answers: [ptr(reverseName(six), "mail.example.com")] },
    });
    const found = await reverse.gather({ address: six } as Facts, gathering);
    await forward.gather({ address: six, reverse: found } as Facts, gathering);
    expect(asked.at(-1)).toBe("mail.example.com AAAA");
  });

  test("without an answer nothing is followed", async () => {
    const { gathering } = await world({});
    const found = await reverse.gather({ address } as Facts, gathering);
    expect(found.kind).toBe("failed");
    expect(await forward.gather({ address, reverse: found } as Facts, gathering)).toEqual([]);
  });
});

describe("the reverse zone", () => {
  const zoneIn = async (replies: Readonly<Record<string, Reply>>): Promise<ReverseZone> =>
    reverseZone.gather({ address } as Facts, (await world(replies)).gathering);
  const apexOf = (zone: string): Record<string, Reply> => ({
    [`${zone} SOA`]: { answers: [soa(zone)] },
    [`${zone} NS`]: { answers: [ns(zone, "ns1.example.net")] },
  });

  test("is named by the negative answer at the reverse name", async () => {
    const block = "113.0.203.in-addr.arpa";
    expect(await zoneIn({ [`${owner} SOA`]: negative(block), ...apexOf(block) })).toMatchObject({
      kind: "found",
      owner,
      zone: { name: block, soa: { kind: "answer" }, ns: { kind: "answer", records: ["ns1.example.net"] } },
    });
  });

  test("may be the reverse name itself", async () => {
    expect(await zoneIn(apexOf(owner))).toMatchObject({ kind: "found", owner, zone: { name: owner } });
  });

  test("is found by walking up where answers name no zone", async () => {
    const nothing: Reply = { flags: NXDOMAIN };
    const block = "0.203.in-addr.arpa";
    const found = await zoneIn({
      [`${owner} SOA`]: nothing,
      "113.0.203.in-addr.arpa SOA": nothing,
      ...apexOf(block),
    });
    expect(found).toMatchObject({ kind: "found", zone: { name: block } });
  });

  test("follows an alias (RFC 2317), and keeps the zone that holds it", async () => {
    const block = "113.0.203.in-addr.arpa";
    const customer = "0-63.113.0.203.in-addr.arpa";
    const target = `10.${customer}`;
    const found = await zoneIn({
      [`${owner} SOA`]: { flags: NXDOMAIN, answers: [cname(owner, target)], authorities: [soa(customer)] },
      ...apexOf(block),
      ...apexOf(customer),
    });
    expect(found).toMatchObject({
      kind: "found",
      owner: target,
      zone: { name: customer },
      aliasZone: { name: block },
    });
  });

  test("a silent apex leaves the zone found, and its own words unknown", async () => {
    const found = await zoneIn({ [`${owner} SOA`]: negative("113.0.203.in-addr.arpa") });
    expect(found).toMatchObject({ kind: "found", zone: { soa: { kind: "failed" }, ns: { kind: "failed" } } });
  });

  test.each([
    ["SERVFAIL at the reverse name", {}],
    ["SERVFAIL on the way up", { [`${owner} SOA`]: { flags: NXDOMAIN } }],
  ])("%s is a failure, not a zone", async (_, replies: Readonly<Record<string, Reply>>) => {
    expect((await zoneIn(replies)).kind).toBe("failed");
  });
});
