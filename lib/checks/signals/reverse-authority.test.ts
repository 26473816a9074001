import { expect, test } from "vitest";
import { say } from "../define/signal.ts";
import type { AuthorityServer, ReverseAuthority } from "../facts/authority.ts";
import type { LookupOf } from "../facts/lookup.ts";
import { about, answer, failed, ip, name, nodata, nxdomain } from "../testing/facts.ts";
import { reverseAuthority } from "./reverse-authority.ts";

const address = ip("203.0.113.10");
const owner = "10.113.0.203.in-addr.arpa";
const aa = { authoritative: true };

const one = about(owner, "PTR", answer(name("mail.example.com")), aa);
const other = about(owner, "PTR", answer(name("old.example.com")), aa);
const both = about(owner, "PTR", answer(name("a.example.com"), name("b.example.com")), aa);
const bothTurned = about(owner, "PTR", answer(name("b.example.com"), name("a.example.com")), aa);
const none = about(owner, "PTR", nxdomain, aa);
const empty = about(owner, "PTR", nodata, aa);
const elsewhere = about(owner, "PTR", nodata, { ...aa, aliases: [name("x.example.com")], referral: [] });
const fromCache = about(owner, "PTR", answer(name("mail.example.com")));
const refers = about(owner, "PTR", nodata, { referral: [name("a.root-servers.net")] });
const [silent, refuses, broken] = [failed(), failed("refused"), failed("servfail")];

const server = (label: string, ...lookups: LookupOf<"PTR">[]): AuthorityServer => ({
  name: name(`${label}.example.net`),
  answers: lookups.map((lookup, i) => ({ address: ip(`198.51.100.${i + 1}`), lookup })),
  refused: [],
  open: [],
});
type Lookups = LookupOf<"PTR">[];
const ns1 = (...lookups: Lookups) => server("ns1", ...lookups);
const ns2 = (...lookups: Lookups) => server("ns2", ...lookups);
const ns3 = (...lookups: Lookups) => server("ns3", ...lookups);

const again = (of: AuthorityServer, ...lookups: Lookups): AuthorityServer => ({
  ...of,
  answers: of.answers.map((each) => ({ ...each, again: lookups })),
});
const nowhere = server("ns2");
const inside = { ...nowhere, refused: [ip("10.0.0.1")] };
const unresolved = { ...nowhere, open: [failed()] };

test.each<[string, AuthorityServer[], string]>([
  ["two that agree", [ns1(one), ns2(one)], "agree"],
  ["the same names in another order", [ns1(both), ns2(bothTurned)], "agree"],
  ["one on its own", [ns1(one)], "single"],
  ["two that agree that there is none, each in its way", [ns1(none), ns2(empty)], "agree-none"],
  ["one of them with an old name", [ns1(one), ns2(other)], "disagree"],
  ["one of them with an alias", [ns1(one), ns2(elsewhere)], "disagree"],
  ["one of them without the record", [ns1(one), ns2(none)], "missing-at-some"],
  ["one that refuses", [ns1(one), ns2(refuses)], "lame"],
  ["one that answers out of a cache", [ns1(one), ns2(fromCache)], "lame"],
  ["one that refers to the root", [ns1(one), ns2(refers)], "lame"],
  ["one that has no address", [ns1(one), nowhere], "nowhere"],
  ["one that has a private address only", [ns1(one), inside], "nowhere"],
  ["one that is an address", [ns1(one), { ...nowhere, name: name("198.51.100.53") }], "by-address"],
  [
    "one that is an address with the zone's name behind it, for want of a dot",
    [ns1(one), { ...nowhere, name: name("198.51.100.53.113.0.203.in-addr.arpa") }],
    "by-address",
  ],
  ["one that is an IPv6 address", [ns1(one), { ...nowhere, name: name("2001:db8::53") }], "by-address"],
  ["one without an address and one that is lame", [ns1(one), nowhere, ns3(refuses)], "nowhere"],
  ["one whose answers differ from one time to the next", [again(ns1(one), other), ns2(one)], "flapping"],
  ["one that has the record only now and then", [again(ns1(one), none)], "flapping"],
  ["the same names in another order the next time", [again(ns1(both), bothTurned), ns2(both)], "agree"],
  ["one that was silent when asked again", [again(ns1(one), silent), ns2(one)], "agree"],
  ["only addresses for names", [{ ...nowhere, name: name("198.51.100.53") }], "none-spoke"],
  ["one that is silent", [ns1(one), ns2(silent)], "some-silent"],
  ["one that answers SERVFAIL", [ns1(one), ns2(broken)], "some-silent"],
  ["one whose address could not be looked up", [ns1(one), unresolved], "some-silent"],
  ["one that is silent over one family only", [ns1(one, silent), ns2(one)], "agree"],
  ["one that says something else over the other family", [ns1(one, other), ns2(one)], "disagree"],
  ["a difference, while another is silent", [ns1(one), ns2(other), ns3(silent)], "disagree"],
  ["a lame one, while another is silent", [ns1(one), ns2(refuses), ns3(silent)], "lame"],
  ["all silent", [ns1(silent), ns2(silent)], "none-spoke"],
  ["all refusing", [ns1(refuses), ns2(refuses)], "none-serves"],
  ["all answering SERVFAIL", [ns1(broken), ns2(broken)], "none-serves"],
  ["one refusing and one silent", [ns1(refuses), ns2(silent)], "none-spoke"],
  ["none at all", [], "none-spoke"],
])("name servers: %s", (_, servers, outcome) => {
  const fact: ReverseAuthority = { kind: "asked", owner: name(owner), zone: name("zone.example"), servers, leftOut: 0 };
  expect(reverseAuthority.judge({ address, reverseAuthority: fact }).outcome).toBe(outcome);
});

test("an address, a name without one and a lame server get a fix each", () => {
  const fact: ReverseAuthority = {
    kind: "asked",
    owner: name(owner),
    zone: name("zone.example"),
    servers: [ns1(one), nowhere, { ...nowhere, name: name("198.51.100.53") }, ns3(refuses)],
    leftOut: 0,
  };
  const { evidence = {} } = reverseAuthority.judge({ address, reverseAuthority: fact });
  expect(evidence).toMatchObject({
    byAddress: ["198.51.100.53"],
    nowhere: ["ns2.example.net"],
    lame: ["ns3.example.net"],
  });
  const { fix } = reverseAuthority.outcomes["by-address"];
  const values = (say(fix, evidence)?.does ?? []).flatMap((part) => ("prose" in part ? [] : [part.code]));
  expect(values).toEqual(["zone.example", "198.51.100.53", "ns2.example.net", "ns3.example.net"]);
});

test.each<[string, ReverseAuthority, string]>([
  ["could not be found", { kind: "failed", lookup: failed() }, "temperror"],
  ["is the registry's", { kind: "undelegated", zone: name("in-addr.arpa") }, "undelegated"],
])("the zone %s", (_, fact, outcome) => {
  expect(reverseAuthority.judge({ address, reverseAuthority: fact }).outcome).toBe(outcome);
});
