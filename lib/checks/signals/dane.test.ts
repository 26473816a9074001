import { expect, test } from "vitest";
import { say } from "../define/signal.ts";
import type { LookupOf, RecordData } from "../facts/lookup.ts";
import type { MailExchange } from "../facts/mx.ts";
import type { DaneHost } from "../facts/receiving.ts";
import type { SendingDomain } from "../facts/sender.ts";
import type { SmtpSession } from "../facts/smtp.ts";
import { plain } from "../net/safe-text.ts";
import { certificate, presented, sessionWith } from "../testing/certificates.ts";
import { answer, failed, ip, name, nodata, nxdomain } from "../testing/facts.ts";
import { concludes } from "../testing/judging.ts";
import { noSession, session } from "../testing/sessions.ts";
import { dane } from "./dane.ts";

const sender: SendingDomain = { domain: name("example.com"), origin: "target" };
const address = ip("203.0.113.1");
const [leaf, authority] = [presented("1"), presented("2")];
const seen = sessionWith(
  certificate({ dnsNames: ["mx1.example.com"], presented: [leaf, authority], spkiFingerprint: leaf.spkiSha256 }),
);
const elsewhere = sessionWith(certificate({ dnsNames: ["mx.example.net"], presented: [leaf, authority] }));
const signed = <L extends LookupOf<"A" | "AAAA" | "MX" | "TLSA" | "SOA">>(lookup: L): L => ({
  ...lookup,
  authenticated: true,
});
const unsigned = <L extends LookupOf<"A" | "AAAA" | "MX" | "TLSA">>(lookup: L): L => lookup;
type Tlsa = RecordData["TLSA"];
const tlsa = (usage: number, selector = 1, matching = 1, data = leaf.spkiSha256): Tlsa => ({
  usage,
  selector,
  matching,
  data,
});
const records = (...all: Tlsa[]): LookupOf<"TLSA"> => signed(answer(...all));
const OTHER = "0badc0de".repeat(8);

const exchange = (vouch: typeof unsigned = signed, ...names: string[]): MailExchange => ({
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
const host = (of: string, lookup: LookupOf<"TLSA">, ...sessions: SmtpSession[]): DaneHost => ({
  name: name(of),
  tlsa: lookup,
  sessions: sessions.map((each, i) => ({ address: ip(`203.0.113.${i + 1}`), session: each })),
});
const one = (lookup: LookupOf<"TLSA">, ...sessions: SmtpSession[]) => [host("mx1.example.com", lookup, ...sessions)];
const root = signed(answer({ mname: name("a"), rname: name("b"), serial: 1, minimum: 1 })) as LookupOf<"SOA">;
const judged = (mx: MailExchange, hosts: readonly DaneHost[], validation: LookupOf<"SOA"> = root) =>
  concludes(dane, { sender, mx, dane: { domain: name("example.com"), hosts }, validation });

test.each([
  ["match by usage 3", mx1, one(records(tlsa(3)), seen), "matches"],
  ["match by SHA-512", mx1, one(records(tlsa(3, 0, 2, leaf.sha512)), seen), "matches"],
  ["match by usage 2", mx1, one(records(tlsa(2, 0, 1, authority.sha256)), seen), "matches"],
  ["match by usage 3, whatever the name", mx1, one(records(tlsa(3)), elsewhere), "matches"],
  ["match by usage 2 under another name", mx1, one(records(tlsa(2, 0, 1, authority.sha256)), elsewhere), "mismatch"],
  ["match once of two: a change of keys", mx1, one(records(tlsa(3, 1, 1, OTHER), tlsa(3)), seen), "matches"],
  ["match beside one that mail does not use", mx1, one(records(tlsa(1, 1, 1, OTHER), tlsa(3)), seen), "matches"],
  ["name neither key nor authority", mx1, one(records(tlsa(3, 0, 1, OTHER), tlsa(2, 1, 1, OTHER)), seen), "mismatch"],
  ["name another authority", mx1, one(records(tlsa(2, 1, 1, OTHER)), seen), "mismatch"],
  ["name the server's own as authority", mx1, one(records(tlsa(2)), seen), "mismatch"],
  ["do not match", mx1, one(records(tlsa(3, 1, 1, OTHER)), seen), "mismatch"],
  [
    "match by the weaker digest alone",
    mx1,
    one(records(tlsa(3), tlsa(3, 1, 2, OTHER.repeat(2))), seen),
    "weaker-digest",
  ],
  [
    "hold a key of an authority that is not sent",
    mx1,
    one(records({ ...tlsa(2, 1, 0, "3059"), digest: OTHER }), seen),
    "not-comparable",
  ],
  ["match at one address of two", mx1, one(records(tlsa(3)), seen, elsewhereWith("5")), "mismatch"],
  [
    "name a key, and the server has no TLS",
    mx1,
    one(records(tlsa(3)), session({}, { tls: { kind: "not-offered" } })),
    "no-tls",
  ],
  [
    "name a key, and a firewall is in between",
    mx1,
    one(records(tlsa(3)), session({}, { tls: { kind: "not-offered" }, masked: true })),
    "not-compared",
  ],
  ["name a key, and the server is silent", mx1, one(records(tlsa(3)), noSession("filtered")), "not-compared"],
  ["name a key, and our limit was reached", mx1, one(records(tlsa(3)), noSession("limit")), "limit"],
  ["name a key, and nobody was asked for it", mx1, one(records(tlsa(3))), "limit"],
  ["are of a usage that mail does not know", mx1, one(records(tlsa(1)), seen), "unusable"],
  ["are cut off", mx1, one(records(tlsa(3, 1, 1, "abcd")), seen), "unusable"],
  ["are not there", mx1, one(nxdomain), "absent"],
  [
    "are there for one host of two",
    both,
    [...one(records(tlsa(3)), seen), host("mx2.example.com", signed(nxdomain))],
    "some-hosts",
  ],
  ["are not signed", mx1, one({ ...records(tlsa(3)), authenticated: false } as LookupOf<"TLSA">), "unsigned"],
  [
    "are signed, and the host's addresses are not",
    exchange(unsigned, "mx1.example.com"),
    one(records(tlsa(3))),
    "unsigned",
  ],
  [
    "are signed, and the domain is not",
    { ...mx1, mx: unsigned(answer(...[{ preference: 1, exchange: name("mx1.example.com") }])) },
    one(records(tlsa(3)), seen),
    "matches",
  ],
  [
    "are signed, and the domain is not, and do not match",
    { ...mx1, mx: unsigned(answer({ preference: 1, exchange: name("mx1.example.com") })) },
    one(records(tlsa(3, 1, 1, OTHER)), seen),
    "mismatch",
  ],
  ["got no answer", mx1, one(failed()), "temperror"],
  ["got no answer that validates", mx1, one(failed("bogus")), "bogus"],
  [
    "got no answer for one host of two",
    both,
    [...one(records(tlsa(3)), seen), host("mx2.example.com", failed())],
    "temperror",
  ],
  [
    "got no answer for one host of two, and those of the other do not match",
    both,
    [...one(records(tlsa(3, 1, 1, OTHER)), seen), host("mx2.example.com", failed())],
    "mismatch",
  ],
  ["have no host to be for", { ...mx1, exchangers: [] }, [], "not-receiving"],
  ["are for hosts we could not find out", { ...mx1, mx: failed(), exchangers: [] }, [], "temperror"],
])("TLSA records %s", (_, mx, hosts, outcome) => {
  expect(judged(mx, hosts).outcome).toBe(outcome);
});

function elsewhereWith(digit: string): SmtpSession {
  return sessionWith(certificate({ presented: [presented(digit)] }));
}

test("the host is looked for by the name its records stand under, and by the domain where its MX records are signed", () => {
  const by = (dnsName: string) => sessionWith(certificate({ dnsNames: [dnsName], presented: [leaf, authority] }));
  const pinned = (of: string, base?: string) => [
    {
      ...host("mx1.example.com", records(tlsa(2, 0, 1, authority.sha256)), by(of)),
      ...(base ? { base: name(base) } : {}),
    },
  ];
  expect(judged(mx1, pinned("real.example.net", "real.example.net")).outcome).toBe("matches");
  expect(judged(mx1, pinned("example.com")).outcome).toBe("matches");
  expect(judged({ ...mx1, mx: { ...mx1.mx, authenticated: false } as never }, pinned("example.com")).outcome).toBe(
    "mismatch",
  );
});

test("a record for another key beside the one that matches is named", () => {
  const { outcome, evidence = {} } = judged(mx1, one(records(tlsa(3, 1, 1, OTHER), tlsa(3)), seen));
  expect(evidence.others).toEqual([`3 1 1 ${OTHER}`]);
  expect(plain(say(dane.outcomes[outcome].says, evidence))).toContain(OTHER);
});

test("where our resolver does not validate, signed and unsigned look alike", () => {
  const plainRecords = one({ ...records(tlsa(3)), authenticated: false } as LookupOf<"TLSA">);
  expect(judged(mx1, plainRecords, { ...root, authenticated: false } as LookupOf<"SOA">).outcome).toBe(
    "not-validating",
  );
  expect(judged(mx1, plainRecords, failed()).outcome).toBe("temperror");
});
