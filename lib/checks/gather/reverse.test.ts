import type { Answer } from "dns-packet";
import { describe, expect, test } from "vitest";
import type { Facts } from "../facts/facts.ts";
import type { ReverseZone } from "../facts/zone.ts";
import { reverseName } from "../net/address.ts";
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
  const named = (many: number, leads: Readonly<Record<number, string>>) => {
    const names = Array.from({ length: many }, (_, i) => `mail${i}.example.com`);
    return world({
      [`${owner} PTR`]: { answers: names.map((one) => ptr(owner, one)) },
      ...Object.fromEntries(
        names.map((one, i): [string, Reply] => {
          const to = leads[i];
          return [
            `${one} A`,
            to ? { answers: [{ name: one, type: "A", ttl: 60, data: to }] } : negative("example.com"),
          ];
        }),
      ),
    });
  };

  test.each([
    ["all of them, more than ten too", 24, { 0: address }, 24],
    ["of very many, no more once one confirms", 58, { 0: address }, 30],
    ["of very many, on until one confirms", 58, { 35: address }, 40],
    ["none that confirms, to our limit", 75, {}, 60],
  ])("the PTR names, and where they lead in the address's own family: %s", async (_, many, leads, followed) => {
    const { asked, gathering } = await named(many, leads);
    const found = await reverse.gather({ address } as Facts, gathering);
    expect(found.kind === "answer" && found.records).toHaveLength(many);
    const led = await forward.gather({ address, reverse: found } as Facts, gathering);
    expect(led).toHaveLength(followed);
    expect(led.flatMap(({ addresses }) => (addresses.kind === "answer" ? addresses.records : []))).toEqual(
      Object.values(leads),
    );
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
