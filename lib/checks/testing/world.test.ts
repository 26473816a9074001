import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { LookupOf, RecordType } from "../facts/lookup.ts";
import type { AskOptions, Resolver } from "../gather/dns/client.ts";
import { createResolver } from "../gather/dns/resolver.ts";
import { createSmtpProbe } from "../gather/smtp/probe.ts";
import { fromBigInt, reverseName } from "../net/address.ts";
import { parseClaims } from "../target/claims.ts";
import { parseTarget } from "../target/target.ts";
import { ip, name } from "./facts.ts";
import { sample, samples, sections, zoneDeclarations } from "./internet.ts";
import { startWorld, type World } from "./world.ts";
import { parseZone } from "./zone-file.ts";

const QUICK = {
  dnsTryMs: 100,
  dnsTries: 2,
  smtpConnectMs: 300,
  smtpGreetingMs: 300,
  smtpReplyMs: 300,
  cacheSeconds: 0,
};

let world: World;
let resolver: Resolver;
beforeAll(async () => {
  world = await startWorld({ delayMs: 0, limits: QUICK });
  resolver = createResolver(world.vantage);
});
afterAll(async () => {
  resolver.close();
  await world.close();
});
afterEach(() => world.clearFaults());

const signal = new AbortController().signal;
const ask = <K extends RecordType>(owner: string, type: K, options?: AskOptions): Promise<LookupOf<K>> =>
  resolver.client({ signal, record: () => {}, spend: () => true }).ask(name(owner), type, options);

/** What a lookup came to, in one word or in its records. */
async function found(owner: string, type: RecordType, options?: AskOptions) {
  const lookup = await ask(owner, type, options);
  return lookup.kind === "answer" ? lookup.records : lookup.kind === "failed" ? lookup.reason : lookup.kind;
}
const ptr = (address: string, options?: AskOptions) => found(reverseName(ip(address)), "PTR", options);
const probe = (address: string) => createSmtpProbe(world.vantage).probe(ip(address), signal);

describe("the samples", () => {
  it("have ids of their own", () => {
    const ids = samples.map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(sections.every((section) => section.samples.length > 0)).toBe(true);
    expect(() => sample("no-such-thing")).toThrow();
  });

  it("do not contradict each other: an address has one host, an alias stands alone, a zone is declared once", () => {
    const hosts = samples.flatMap(({ hosts = {} }) => Object.keys(hosts));
    const apexes = zoneDeclarations.map(({ apex }) => apex);
    const records = samples.flatMap((each) => parseZone(each.records ?? ""));
    const beside = records.filter(
      ({ type, owner }) => type === "CNAME" && records.filter((r) => r.owner === owner).length > 1,
    );
    const twice = (list: readonly string[]) => list.filter((item, i) => list.indexOf(item) !== i);
    expect({ hosts: twice(hosts), apexes: twice(apexes), beside }).toEqual({ hosts: [], apexes: [], beside: [] });
  });

  it.each(samples.map(({ id, target, options }) => [id, target, options] as const))(
    "%s can be pasted as it is",
    (_, target, options = {}) => {
      const reading = parseTarget(target);
      expect(reading.ok).toBe(true);
      if (reading.ok && reading.target.kind === "address")
        expect(world.vantage.guard(reading.target.address).allowed).toBe(true);
      expect(parseClaims(options).problems).toEqual({});
    },
  );
});

describe("the small internet, seen through our own client", () => {
  it.each([
    ["coherent", "203.0.113.10", ["mail.example.com"]],
    ["no-ptr", "203.0.113.20", "nxdomain"],
    ["ptr-nodata", "203.0.113.21", "nodata"],
    ["two-ptrs", "203.0.113.28", ["first.example.com", "second.example.com"]],
    ["rfc2317", "203.0.113.130", ["classless.example.com"]],
    ["ipv6-coherent", "2001:db8:1::10", ["mail6.example.com"]],
    ["ipv6-no-ptr", "2001:db8:1::31", "nxdomain"],
    ["reverse-servfail", "203.0.113.50", "servfail"],
    ["reverse-timeout", "203.0.113.51", "timeout"],
    ["reverse-refused", "203.0.113.52", "servfail"],
    ["lame", "203.0.113.54", ["trouble-54.example.com"]],
    ["all-lame", "203.0.113.55", "servfail"],
    ["reverse-bogus", "203.0.113.58", "bogus"],
    ["alias-loop", "203.0.113.60", "alias-loop"],
    ["delegated-to-nowhere", "203.0.113.61", "servfail"],
    ["ptr-spaces", "203.0.113.46", [String.raw`our\032mail\032server.example.com`]],
    ["ptr-bidi", "203.0.113.48", [String.raw`\226\128\174moc.elpmaxe\226\128\172.example.com`]],
    ["ptr-dots", "203.0.113.49", [String.raw`mail\046example\046com.example.org`]],
  ])("%s: the PTR of %s", async (_, address, expected) => {
    expect(await ptr(address)).toEqual(expected);
  });

  it.each([
    ["mail.example.com", "A", ["203.0.113.10"]],
    ["gone.example.com", "A", "nxdomain"],
    ["only-v6.example.com", "A", "nodata"],
    ["mail.servfail.example.com", "A", "servfail"],
    ["mail.bogus.example.com", "A", "bogus"],
    ["null-mx.example.org", "MX", [{ preference: 0, exchange: "." }]],
    ["spf-several.example.org", "TXT", ["v=spf1 ip4:203.0.113.192 -all", "v=spf1 include:_spf.example.com -all"]],
    ["2.0.0.127.bl.spamcop.net", "A", ["127.0.0.2"]],
    ["1.0.0.127.bl.spamcop.net", "A", "nxdomain"],
    ["1.0.0.127.bl.suomispam.net", "A", ["127.0.0.2"]],
    ["2.0.0.127.truncate.gbudb.net", "A", "nxdomain"],
    ["212.113.0.203.smallinternet.zen.dq.spamhaus.net", "A", ["127.0.0.2", "127.0.0.4"]],
    ["10.113.0.203.origin.asn.cymru.com", "TXT", ["64500 | 203.0.113.0/24 | ZZ | test | 2026-01-01"]],
  ] as const)("%s %s", async (owner, type, expected) => {
    expect(await found(owner, type)).toEqual(expected);
  });

  it("has a DKIM key of 2048 bits come in one piece", async () => {
    const [record] = (await found("s2026._domainkey.example.com", "TXT")) as string[];
    expect(record).toMatch(/^v=DKIM1; k=rsa; p=[A-Za-z0-9+/]{392}$/);
  });

  it("vouches for signed zones, and for those only", async () => {
    expect(await ask("12.113.0.203.in-addr.arpa", "PTR")).toMatchObject({ kind: "answer", authenticated: true });
    expect(await ask("10.113.0.203.in-addr.arpa", "PTR")).toMatchObject({ kind: "answer", authenticated: false });
  });

  it("has authoritative servers that can be asked directly: agreeing, lame and disagreeing ones", async () => {
    const at = (address: string) => ({ at: { address: ip(address), port: 53 } });
    const [ns1, ns2, elsewhere] = [at("198.51.100.53"), at("198.51.100.54"), at("198.51.100.64")];
    expect(await ask("10.113.0.203.in-addr.arpa", "PTR", ns1)).toMatchObject({ kind: "answer", authoritative: true });
    expect(await ptr("203.0.113.54", ns1)).toEqual(["trouble-54.example.com"]);
    expect(await ptr("203.0.113.54", elsewhere)).toBe("refused");
    expect(await ptr("203.0.113.56", ns1)).toEqual(["trouble-56.example.com"]);
    expect(await ptr("203.0.113.56", ns2)).toEqual(["before-56.example.com"]);
  });

  it("refers from the root down to the zone", async () => {
    const root = { at: { address: ip("198.51.100.10"), port: 53 } };
    expect(await ask("10.113.0.203.in-addr.arpa", "PTR", root)).toMatchObject({
      kind: "nodata",
      zone: "113.0.203.in-addr.arpa",
      referral: ["ns1.hoster.example.net", "ns2.hoster.example.net"],
    });
  });

  it("has public resolvers that still remember what was", async () => {
    const seen = await Promise.all(
      world.publicResolvers.map(async (at) => [at.name, await ptr("203.0.113.57", { at, recursion: true })]),
    );
    expect(Object.fromEntries(seen)).toEqual({
      Cloudflare: ["trouble-57.example.com"],
      Google: ["before-57.example.com"],
      Quad9: "nxdomain",
      OpenDNS: ["trouble-57.example.com"],
    });
  });

  it("fails on demand, recovers, and keeps count", async () => {
    world.questions.length = 0;
    world.fault({ name: "mail.example.com", type: "A" }, "servfail");
    expect(await found("mail.example.com", "A")).toBe("servfail");
    expect(await found("mail.example.com", "MX")).toBe("nodata");
    world.clearFaults();
    expect(await found("mail.example.com", "A")).toEqual(["203.0.113.10"]);
    expect(world.questions.filter(({ type }) => type === "MX")).toEqual([
      { server: "198.51.100.2", name: "mail.example.com", type: "MX", transport: "udp" },
    ]);
  });
});

describe("port 25 of the small internet", () => {
  it.each([
    ["coherent", { connection: "open", greetingName: "mail.example.com", ehloName: "mail.example.com" }],
    ["coherent", { tls: { kind: "established", certificate: { chain: "trusted", dnsNames: ["mail.example.com"] } } }],
    ["ipv6-coherent", { connection: "open", greetingName: "mail6.example.com" }],
    ["greeting-localhost", { connection: "open", greetingWord: "localhost" }],
    ["greeting-masked", { connection: "open", masked: true, tls: { kind: "not-offered" } }],
    ["port-closed", { connection: "closed" }],
    ["port-filtered", { connection: "filtered" }],
    ["tarpit", { connection: "tarpit" }],
    ["refused-554", { connection: "refused" }],
    ["refused-421", { connection: "refused" }],
    ["silent", { connection: "tarpit" }],
    ["dropped", { connection: "dropped" }],
    ["not-smtp", { connection: "not-smtp" }],
    ["starttls-absent", { tls: { kind: "not-offered" } }],
    ["starttls-declined", { tls: { kind: "declined" } }],
    ["starttls-broken", { tls: { kind: "handshake-failed" } }],
    ["certificate-self-signed", { tls: { kind: "established", certificate: { selfSigned: true } } }],
    ["certificate-other-name", { tls: { kind: "established", certificate: { dnsNames: ["www.example.org"] } } }],
  ] as const)("%s is %j", async (id, expected) => {
    expect(await probe(sample(id).target)).toMatchObject(expected);
  });

  it("has TLSA records that match its certificates", async () => {
    const { tls } = await probe("203.0.113.200");
    const tlsa = await ask("_25._tcp.mx.receiving.example.org", "TLSA");
    expect(tls.kind === "established" && tls.certificate?.spkiFingerprint).toBe(
      tlsa.kind === "answer" && tlsa.records[0]?.data,
    );
  });

  it("keeps what was said to it", async () => {
    await probe("203.0.113.11");
    expect(world.connections(ip("203.0.113.11"))).toBe(1);
    expect(world.commands(ip("203.0.113.11")).map((line) => line.split(" ")[0])).toEqual([
      "EHLO",
      "STARTTLS",
      "EHLO",
      "QUIT",
    ]);
  });

  it("can be a place from which port 25 is blocked", async () => {
    const blocked = await startWorld({ limits: QUICK, port25Blocked: true });
    try {
      const smtp = createSmtpProbe(blocked.vantage, async () => ip("203.0.113.10"));
      expect(await smtp.probe(ip("203.0.113.11"), signal)).toMatchObject({ connection: "blocked-here" });
    } finally {
      await blocked.close();
    }
  });
});

it("never lets a packet leave loopback, wherever it is meant to go", () => {
  const address = fc.oneof(
    fc.bigInt(0n, 2n ** 32n - 1n).map((n) => fromBigInt(n, 4)),
    fc.bigInt(0n, 2n ** 128n - 1n).map((n) => fromBigInt(n, 6)),
    fc.constantFrom(...world.publicResolvers.map((each) => each.address)),
  );
  const port = fc.oneof(fc.constantFrom(25, 53, 443), fc.nat(65_535));
  fc.assert(fc.property(address, port, (a, p) => world.vantage.route({ address: a, port: p }).address === "127.0.0.1"));
});
