import { afterAll, beforeAll, expect, test } from "vitest";
import { ip, name } from "../testing/facts.ts";
import { startWorld, type World } from "../testing/world.ts";
import { createResolver } from "./dns/resolver.ts";
import type { Gathering } from "./gatherer.ts";
import { forwardZone, intendedHost } from "./intended-hostname.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld({ delayMs: 0, canaries: false, limits: { dnsTryMs: 100, dnsTries: 2, cacheSeconds: 0 } });
});
afterAll(() => world.close());

async function look(helo: string | undefined, address = "203.0.113.34") {
  const resolver = createResolver(world.vantage);
  const signal = new AbortController().signal;
  const dns = resolver.client({ signal, record: () => {}, spend: () => true });
  const gathering = { dns, vantage: world.vantage, signal } as unknown as Gathering;
  const intendedHostname = helo ? { name: name(helo), origin: "given" as const } : undefined;
  world.questions.length = 0;
  const wanted = await intendedHost.gather({ address: ip(address), intendedHostname }, gathering);
  const zone = await forwardZone.gather({ intendedHostname, ptrNameZone: undefined }, gathering);
  resolver.close();
  return { wanted, zone };
}

test.each([
  ["203.0.113.10", "A"],
  ["2001:db8:1::10", "AAAA"],
])("the name is looked up in the family of %s alone", async (address, type) => {
  const { wanted } = await look("mail.example.com", address);
  expect(wanted).toMatchObject({ name: "mail.example.com", origin: "given", addresses: { type } });
  expect(world.questions.flatMap((one) => (/^A/.test(one.type) ? [one.type] : []))).toEqual([type]);
});

test("the zone is that of the name, with what it says of itself", async () => {
  const { zone } = await look("mail.example.com");
  expect(zone).toMatchObject({
    kind: "found",
    zone: { name: "example.com", ns: { records: ["ns1.dns.example.org", "ns2.dns.example.org"] } },
  });
});

test("an alias is followed; its record stands in the zone that holds the alias", async () => {
  const { wanted, zone } = await look("outgoing.example.com");
  expect(wanted?.addresses).toMatchObject({ kind: "answer", aliases: ["rack-7.example.com"] });
  expect(zone).toMatchObject({ kind: "found", zone: { name: "example.com" } });
});

test("a domain that nobody has registered ends at the zone above", async () => {
  const { wanted, zone } = await look("mail.nobody-has-this.com");
  expect(wanted?.addresses.kind).toBe("nxdomain");
  expect(zone).toMatchObject({ kind: "found", zone: { name: "com" } });
});

test("no answer is kept as none", async () => {
  const end = world.fault({ name: "mail.example.com" }, "servfail");
  const { wanted, zone } = await look("mail.example.com");
  end();
  expect(wanted?.addresses).toMatchObject({ kind: "failed", reason: "servfail" });
  expect(zone).toMatchObject({ kind: "failed", name: "mail.example.com", reason: "servfail" });
});

test("without a name nothing is asked", async () => {
  expect(await look(undefined)).toEqual({ wanted: undefined, zone: undefined });
  expect(world.questions).toEqual([]);
});
