import { expect, test } from "vitest";
import type { LookupOf, RecordData } from "../facts/lookup.ts";
import type { MailExchange } from "../facts/mx.ts";
import type { DaneHost } from "../facts/receiving.ts";
import type { SendingDomain } from "../facts/sender.ts";
import type { Certificate, SmtpSession } from "../facts/smtp.ts";
import { answer, failed, ip, name, nodata, nxdomain } from "../testing/facts.ts";
import { session, unheard } from "../testing/sessions.ts";
import { dane } from "./dane.ts";

const sender: SendingDomain = { domain: name("example.com"), origin: "target" };
const address = ip("203.0.113.1");
const KEY = "ab".repeat(32);
const certificate = { fingerprint: "cd".repeat(32), spkiFingerprint: KEY } as Certificate;
const seen = session({}, { tls: { kind: "established", protocol: "TLSv1.3", cipher: "x", certificate } });
const signed = <L extends LookupOf<"A" | "AAAA" | "MX" | "TLSA">>(lookup: L): L => ({ ...lookup, authenticated: true });
const record = (usage: number, matching = 1, data = KEY): LookupOf<"TLSA"> =>
  signed(answer<RecordData["TLSA"]>({ usage, selector: 1, matching, data }));

const exchange = (vouch: typeof signed = signed, ...names: string[]): MailExchange => ({
  domain: name("example.com"),
  mx: vouch(answer(...names.map((each) => ({ preference: 10, exchange: name(each) })))),
  exchangers: names.map((each) => ({
    name: name(each),
    preference: 10,
    a: vouch(answer(address)),
    aaaa: vouch(nodata),
    reachable: [address],
    refused: [],
  })),
});
const mx1 = exchange(signed, "mx1.example.com");
const both = exchange(signed, "mx1.example.com", "mx2.example.com");
const host = (of: string, tlsa: LookupOf<"TLSA">, ...sessions: SmtpSession[]): DaneHost => ({
  name: name(of),
  tlsa,
  sessions: sessions.map((each) => ({ address, session: each })),
});
const one = (tlsa: LookupOf<"TLSA">, ...sessions: SmtpSession[]) => [host("mx1.example.com", tlsa, ...sessions)];

test.each([
  ["match", mx1, one(record(3), seen), "matches"],
  ["are of a kind we do not compare", mx1, one(record(2), seen), "published"],
  ["do not match", mx1, one(record(3, 1, "00".repeat(32)), seen), "mismatch"],
  [
    "name a key, and the server has no TLS",
    mx1,
    one(record(3), session({}, { tls: { kind: "not-offered" } })),
    "no-tls",
  ],
  ["name a key, and the server is silent", mx1, one(record(3), unheard("filtered")), "not-compared"],
  ["are of a usage that mail does not know", mx1, one(record(1), seen), "unusable"],
  ["are cut off", mx1, one(record(3, 1, "abcd"), seen), "unusable"],
  ["are not there", mx1, one(nxdomain), "absent"],
  [
    "are there for one host of two",
    both,
    [...one(record(3), seen), host("mx2.example.com", signed(nxdomain))],
    "some-hosts",
  ],
  ["are not signed", mx1, one({ ...record(3), authenticated: false } as LookupOf<"TLSA">), "unsigned"],
  ["are signed, and the way there is not", exchange((lookup) => lookup, "mx1.example.com"), one(record(3)), "unsigned"],
  ["got no answer", mx1, one(failed()), "temperror"],
  [
    "got no answer for one host of two",
    both,
    [...one(record(3), seen), host("mx2.example.com", failed())],
    "temperror",
  ],
  ["have no host to be for", { ...mx1, exchangers: [] }, [], "not-receiving"],
  ["are for hosts we could not find out", { ...mx1, mx: failed(), exchangers: [] }, [], "temperror"],
])("TLSA records %s", (_, mx, hosts, outcome) => {
  expect(dane.judge({ sender, mx, dane: { domain: name("example.com"), hosts } }).outcome).toBe(outcome);
});
