import fc from "fast-check";
import type { Failure } from "../facts/lookup.ts";
import type { SmtpConnection, SmtpReply, SmtpSession, TlsOutcome } from "../facts/smtp.ts";
import { defaultLimits, type Vantage } from "../facts/vantage.ts";
import { ADDRESS_LISTS } from "../formats/dnsbl/address-lists.ts";
import { ALLOW_LISTS } from "../formats/dnsbl/allow-lists.ts";
import { NAME_LISTS } from "../formats/dnsbl/name-lists.ts";
import { isMasked, masksStarttls, nameIn, offersStarttls, wordIn } from "../gather/smtp/greeting.ts";
import { family, type IpAddress, parseAddress, parseCidr, reverseLabels, reverseName } from "../net/address.ts";
import { createGuard } from "../net/guard.ts";
import type { Report } from "../report/report.ts";
import { check } from "../run/check.ts";
import { lend } from "../run/vantage-share.ts";
import type { Target } from "../target/target.ts";
import { certificate } from "./certificates.ts";
import { ip, name } from "./facts.ts";
import { paperResolver } from "./paper-dns.ts";

/**
 * Worlds made up by chance: one server with all that may be right or wrong about it, at random and together. A whole
 * check is made of each, gatherers included, over a DNS on paper; seeded and shrinkable, because a world is plain data.
 */

const ADDRESSES = ["203.0.113.10", "2001:db8:1::10"] as const;
/** Names that PTR, EHLO, greeting and certificate may hold; of every kind that receivers tell apart. */
const NAMES = [
  "mail.example.com",
  "mx2.example.com",
  "mail.example.net",
  "mail_1.example.com",
  "vmi123456.contaboserver.net",
  "203-0-113-10.dsl.example.net",
  "203-0-113-10.static.example.org",
  "mail.corp.local",
  "mailhost",
  "localhost",
] as const;
const WORDS = [...NAMES, "[203.0.113.10]", "198.51.100.7", "Welcome", "mäil.example.com", "under_score", ""] as const;
const FAILURES = ["timeout", "servfail", "refused", "bogus", "limit"] as const satisfies readonly Failure[];
/** Where a name resolves to. */
const STATES = ["back", "back and more", "elsewhere", "alias", "no-address", "nxdomain", ...FAILURES] as const;
const CONNECTIONS = [
  "open",
  "closed",
  "filtered",
  "blocked-here",
  "no-route",
  "refused",
  "tarpit",
  "dropped",
  "not-smtp",
  "cancelled",
] as const satisfies readonly SmtpConnection[];
const TLS = [
  "established",
  "expired",
  "weak",
  "self-signed",
  "not-offered",
  "masked",
  "declined",
  "handshake-failed",
] as const;
const SPF = [
  "none",
  "v=spf1 ip4:203.0.113.10 ip6:2001:db8:1::10 -all",
  "v=spf1 a:mail.example.com -all",
  "v=spf1 ip4:198.51.100.1 -all",
  "v=spf1 ip4:198.51.100.1 ~all",
  "v=spf1 ip4:198.51.100.1 ?all",
  "v=spf1 include:gone.example.com -all",
  "v=spf1 ip4:203.0.113.10 include:gone.example.com -all",
  "v=spf1 ip4:203.0.113.999 -all",
  "v=spf1 +all",
  "v=spf1 mx a ptr -all",
  ...FAILURES,
] as const;
const DMARC = [
  "none",
  "v=DMARC1; p=reject; rua=mailto:d@example.com",
  "v=DMARC1; p=none",
  "v=DMARC1; p=rejct",
  "timeout",
] as const;
const MX = ["none", "10 mail.example.com.", "0 .", "10 gone.example.com.", "10 198.51.100.9.", "timeout"] as const;
const ZONES = ["block", "own", "alias", "alias to nothing", "undelegated", "silent"] as const;
const SERVERS = [
  ["ns1.hoster.example.net", "ns2.hoster.example.net"],
  ["ns1.contabo.net", "ns2.contabo.net"],
  ["ns.example.com"],
] as const;

export const world = fc.record({
  address: fc.constantFrom(...ADDRESSES),
  target: fc.constantFrom("address", "address", "address", "host", "domain"),
  reverse: fc.oneof(
    { weight: 6, arbitrary: fc.constant("answer") },
    { weight: 2, arbitrary: fc.constantFrom("none", ...FAILURES) },
  ),
  ptr: fc.oneof(
    { weight: 8, arbitrary: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.constant(Array.from({ length: 12 }, (_, i) => `m${i}.example.com`)) },
  ),
  states: fc.record(Object.fromEntries(NAMES.map((each) => [each, fc.constantFrom(...STATES)]))),
  zone: fc.constantFrom(...ZONES),
  servers: fc.constantFrom(...SERVERS),
  /** One of the zone's servers that keeps silent or says something else. */
  server: fc.constantFrom("same", "same", "silent", "lame"),
  connection: fc.oneof(
    { weight: 5, arbitrary: fc.constant("open" as const) },
    { weight: 3, arbitrary: fc.constantFrom(...CONNECTIONS) },
  ),
  code: fc.constantFrom(421, 554),
  greeting: fc.constantFrom(...WORDS, "***"),
  ehlo: fc.constantFrom(...WORDS, "nameplate.example.net"),
  tls: fc.constantFrom(...TLS),
  certificate: fc.uniqueArray(fc.constantFrom(...NAMES, "*.example.com", "www.example.com"), { maxLength: 2 }),
  claims: fc.record({
    helo: fc.option(fc.constantFrom(...NAMES), { nil: undefined, freq: 2 }),
    from: fc.option(fc.constantFrom("example.com", "example.net"), { nil: undefined, freq: 2 }),
    selectors: fc.constantFrom([], [], ["s1"]),
  }),
  spf: fc.constantFrom(...SPF),
  heloSpf: fc.constantFrom(...SPF),
  dmarc: fc.constantFrom(...DMARC),
  mx: fc.constantFrom(...MX),
  listed: fc.uniqueArray(fc.constantFrom(...[...ADDRESS_LISTS, ...NAME_LISTS, ...ALLOW_LISTS].map(({ id }) => id)), {
    maxLength: 3,
  }),
  silentLists: fc.uniqueArray(fc.constantFrom(...[...ADDRESS_LISTS, ...NAME_LISTS].map(({ id }) => id)), {
    maxLength: 2,
  }),
  /** An IPv6 address beside the one looked at, and what it lacks. */
  sibling: fc.constantFrom("none", "none", "whole", "no-ptr", "unconfirmed", "silent"),
  /** How many DNS questions the check may ask. */
  questions: fc.constantFrom(200, 200, 200, 40, 12),
  /** How many addresses it may look at. */
  addresses: fc.constantFrom(defaultLimits.addresses, defaultLimits.addresses, 1, 0),
});
export type PaperWorld = typeof world extends fc.Arbitrary<infer T> ? T : never;

/** One in which nothing is wrong. */
export const inOrder: PaperWorld = {
  address: "203.0.113.10",
  target: "address",
  reverse: "answer",
  ptr: ["mail.example.com"],
  states: { "mail.example.com": "back" },
  zone: "block",
  servers: ["ns1.hoster.example.net", "ns2.hoster.example.net"],
  server: "same",
  connection: "open",
  code: 554,
  greeting: "mail.example.com",
  ehlo: "mail.example.com",
  tls: "established",
  certificate: ["mail.example.com"],
  claims: { helo: undefined, from: undefined, selectors: [] },
  spf: "v=spf1 ip4:203.0.113.10 ip6:2001:db8:1::10 -all",
  heloSpf: "none",
  dmarc: "v=DMARC1; p=reject; rua=mailto:d@example.com",
  mx: "10 mail.example.com.",
  listed: [],
  silentLists: [],
  sibling: "none",
  questions: 200,
  addresses: defaultLimits.addresses,
};

const ALLOWED = ["203.0.113.0/24", "198.51.100.0/24", "2001:db8::/32"].flatMap((text) => parseCidr(text) ?? []);
const NOW = Date.UTC(2026, 10, 25, 12);
const KEY = "paper";
const SIBLING = ip("2001:db8:1::aaaa");

/** Makes a whole check of one world. */
export function checkOnPaper(of: PaperWorld): Promise<Report> {
  const address = ip(of.address);
  const vantage: Vantage = {
    label: "a test on paper",
    resolvers: [{ address: ip("198.51.100.2"), port: 53 }],
    publicResolvers: [{ address: ip("9.9.9.9"), port: 53, name: "Quad9" }],
    allowed: ALLOWED,
    guard: createGuard(ALLOWED),
    route: (endpoint) => endpoint,
    now: () => NOW,
    ehloName: "nameplate.example.net",
    spamhausKey: KEY,
    limits: { ...defaultLimits, dnsQueries: of.questions, addresses: of.addresses },
  };
  const faults = faultsOf(of, address);
  lend(vantage, {
    resolver: paperResolver({ records: recordsOf(of, address), faults }),
    probe: {
      probe: async (asked: IpAddress) => sessionOf(of, asked, address),
      port25: { note: () => undefined, works: async () => true },
    },
  });
  return check(targetOf(of, address), vantage);
}

function targetOf({ target, claims }: PaperWorld, address: IpAddress): Target {
  const said = {
    selectors: claims.selectors,
    ...(claims.helo ? { helo: name(claims.helo) } : {}),
    ...(claims.from ? { from: name(claims.from) } : {}),
  };
  if (target === "host") return { kind: "host", host: name("mail.example.com"), claims: said };
  if (target === "domain") return { kind: "domain", domain: name("example.com"), claims: said };
  return { kind: "address", address, claims: said };
}

/** Where the PTR record lives: the reverse name, or what it is an alias for (RFC 2317). */
const ownerOf = ({ zone }: PaperWorld, address: IpAddress): string =>
  zone.startsWith("alias") ? "10.customer.example.com" : reverseName(address);

const apexOf = ({ zone }: PaperWorld, address: IpAddress): string => {
  const own = reverseName(address);
  if (zone === "own") return own;
  if (zone === "undelegated") return family(address) === 4 ? "in-addr.arpa" : "ip6.arpa";
  return own
    .split(".")
    .slice(family(address) === 4 ? 1 : 16)
    .join(".");
};

function recordsOf(of: PaperWorld, address: IpAddress): string {
  const type = family(address) === 4 ? "A" : "AAAA";
  const other = type === "A" ? "198.51.100.99" : "2001:db8:ffff::99";
  const owner = ownerOf(of, address);
  const lines: string[] = [
    ...[".", "com", "net", "org", "arpa", "in-addr.arpa", "ip6.arpa", "example.com", "example.net", "example.org"].map(
      (apex) => soa(apex, apex.startsWith("example") ? "ns1.dns.example.org" : "ns.registry.example.net"),
    ),
    ...(of.zone === "undelegated" ? [] : [soa(apexOf(of, address), of.servers[0], of.servers)]),
    ...of.servers.map((each, i) => `${each}. A 198.51.100.${50 + i}`),
    "ns1.dns.example.org. A 198.51.100.63",
    "ns.registry.example.net. A 198.51.100.10",
    ...(owner === reverseName(address) ? [] : [`${reverseName(address)}. CNAME ${owner}.`]),
  ];
  if (of.reverse === "answer" && of.zone !== "alias to nothing")
    for (const each of of.ptr) lines.push(`${owner}. PTR ${each}.`);
  for (const each of new Set<string>([...NAMES, ...of.ptr])) {
    const state = of.states[each] ?? "elsewhere";
    if (state === "back" || state === "back and more") lines.push(`${each}. ${type} ${address}`);
    if (state === "back and more" || state === "elsewhere") lines.push(`${each}. ${type} ${other}`);
    if (state === "alias") lines.push(`${each}. CNAME rack7.example.net.`);
    if (state === "no-address") lines.push(`${each}. TXT "here"`);
    // An alias can have nothing beside it.
    if (type === "A" && of.sibling !== "none" && state !== "alias") lines.push(`${each}. AAAA ${SIBLING}`);
  }
  lines.push(`rack7.example.net. ${type} ${address}`);
  if (of.sibling === "whole" || of.sibling === "unconfirmed")
    lines.push(`${reverseName(SIBLING)}. PTR ${of.sibling === "whole" ? of.ptr[0] : "mail.example.net"}.`);
  for (const domain of ["example.com", "example.net"]) lines.push(...senderLines(domain, of));
  if (of.heloSpf.startsWith("v=")) lines.push(`mail.example.com. TXT "${of.heloSpf}"`);
  return [...lines, ...listLines(of, address)].join("\n");
}

const soa = (apex: string, primary: string, servers: readonly string[] = [primary]): string => {
  const owner = apex === "." ? "." : `${apex}.`;
  const ns = servers.map((each) => `${owner} NS ${each}.`);
  return [`${owner} SOA ${primary}. hostmaster.${primary}. 1 3600 600 86400 60`, ...ns].join("\n");
};

function senderLines(domain: string, { spf, dmarc, mx, claims }: PaperWorld): string[] {
  return [
    ...(spf.startsWith("v=") ? [`${domain}. TXT "${spf}"`] : []),
    ...(dmarc.startsWith("v=") ? [`_dmarc.${domain}. TXT "${dmarc}"`] : []),
    ...(/^\d/.test(mx) ? [`${domain}. MX ${mx}`] : []),
    ...(claims.selectors.length > 0 && domain === "example.com" ? [`s1._domainkey.${domain}. TXT "v=DKIM1; p="`] : []),
  ];
}

/** Lists with their test entries (RFC 5782 section 5), and what they list. */
function listLines({ listed, ptr, claims }: PaperWorld, address: IpAddress): string[] {
  const keyed = ({ zone, key }: (typeof ADDRESS_LISTS)[number]) => (key ? `${KEY}.${key.zone}` : zone);
  const code = (list: (typeof ADDRESS_LISTS)[number]) =>
    (list.codes.by === "address" && Object.keys(list.codes.named)[0]) ||
    (list.codes.by === "trust" ? "127.0.9.2" : "127.0.0.2");
  const six = reverseLabels(parseAddress("::ffff:127.0.0.2") ?? address);
  return [
    ...[...ADDRESS_LISTS, ...ALLOW_LISTS].flatMap((list) => [
      `2.0.0.127.${keyed(list)}. A 127.0.0.2`,
      `${six}.${keyed(list)}. A 127.0.0.2`,
      ...(listed.includes(list.id) ? [`${reverseLabels(address)}.${keyed(list)}. A ${code(list)}`] : []),
    ]),
    ...NAME_LISTS.flatMap((list) => [
      `test.${keyed(list)}. A ${list.codes.by === "bits" ? "127.0.0.14" : code(list)}`,
      ...(listed.includes(list.id)
        ? [...new Set([...ptr, claims.from ?? "example.com", "example.com", "example.net"])].map(
            (each) => `${each}.${keyed(list)}. A ${list.codes.by === "bits" ? "127.0.0.8" : code(list)}`,
          )
        : []),
    ]),
  ];
}

function faultsOf(of: PaperWorld, address: IpAddress): Record<string, Failure> {
  const isFailure = (text: string): text is Failure => (FAILURES as readonly string[]).includes(text);
  const type = family(address) === 4 ? "A" : "AAAA";
  const faults: Record<string, Failure> = {};
  if (isFailure(of.reverse)) faults[`${ownerOf(of, address)} PTR`] = of.reverse;
  if (of.zone === "silent") faults[`${reverseName(address)} SOA`] = "servfail";
  for (const [each, state] of Object.entries(of.states)) if (isFailure(state)) faults[`${each} ${type}`] = state;
  if (isFailure(of.spf)) faults["example.com TXT"] = of.spf;
  if (isFailure(of.heloSpf)) faults["mail.example.com TXT"] = of.heloSpf;
  if (isFailure(of.dmarc)) faults["_dmarc.example.com TXT"] = of.dmarc;
  if (isFailure(of.mx)) faults["example.com MX"] = of.mx;
  if (of.sibling === "silent") faults[`${reverseName(SIBLING)} PTR`] = "timeout";
  if (of.server === "silent") faults[`${of.servers[0]} A`] = "timeout";
  for (const list of [...ADDRESS_LISTS, ...NAME_LISTS].filter(({ id }) => of.silentLists.includes(id)))
    faults[`2.0.0.127.${list.key ? `${KEY}.${list.key.zone}` : list.zone} A`] = "timeout";
  return faults;
}

function sessionOf(of: PaperWorld, asked: IpAddress, address: IpAddress): SmtpSession {
  const { connection } = of;
  const base = { masked: false, ms: 40, transcript: [] as string[] };
  if (asked !== address && asked !== SIBLING)
    return { ...base, connection: "closed", tls: { kind: "not-reached", why: "closed" } };
  if (connection !== "open") {
    const greeting = connection === "refused" ? { code: of.code, lines: ["go away"] } : undefined;
    return {
      ...base,
      connection,
      ...(greeting ? { greeting } : {}),
      ...(connection === "filtered" ? { port25: "works" as const } : {}),
      tls: { kind: "not-reached", why: connection },
    };
  }
  const masked = of.tls === "masked";
  const greeting: SmtpReply = {
    code: 220,
    lines: [of.greeting === "***" ? "*******************" : `${of.greeting} ESMTP`],
  };
  const ehlo: SmtpReply = {
    code: 250,
    lines: [of.ehlo || "OK", ...(masked ? ["XXXXXXXA"] : of.tls === "not-offered" ? [] : ["STARTTLS"])],
  };
  const hidden = isMasked(greeting);
  const [greetingWord, greetingName] = [wordIn(greeting), nameIn(greeting)];
  const [ehloWord, ehloName] = [wordIn(ehlo), nameIn(ehlo)];
  return {
    ...base,
    connection,
    masked: hidden,
    greeting,
    ...(greetingWord ? { greetingWord } : {}),
    ...(greetingName && !hidden ? { greetingName } : {}),
    ehlo,
    ...(ehloWord ? { ehloWord } : {}),
    ...(ehloName ? { ehloName } : {}),
    ...(masksStarttls(ehlo) ? { oddities: ["starttls-masked" as const] } : {}),
    tls: offersStarttls(ehlo) ? tlsOf(of) : { kind: "not-offered" },
    transcript: [`S: 220 ${greeting.lines[0]}`, "C: EHLO nameplate.example.net", `S: 250 ${ehlo.lines[0]}`],
  };
}

function tlsOf({ tls, certificate: names }: PaperWorld): TlsOutcome {
  if (tls === "declined") return { kind: "declined", reply: { code: 454, lines: ["TLS not available"] } };
  if (tls === "handshake-failed") return { kind: "handshake-failed", detail: "ERR_SSL_NO_SHARED_CIPHER" };
  const shown = certificate({
    dnsNames: names,
    notBefore: NOW - 30 * 86_400_000,
    notAfter: NOW + (tls === "expired" ? -1 : 60) * 86_400_000,
    keyBits: tls === "weak" ? 1024 : 2048,
    selfSigned: tls === "self-signed",
  });
  return { kind: "established", protocol: "TLSv1.3", cipher: "TLS_AES_256_GCM_SHA384", certificate: shown };
}
