import { expect, test } from "vitest";
import { say } from "../define/signal.ts";
import type { LookupOf } from "../facts/lookup.ts";
import type { MailExchange, MailExchanger } from "../facts/mx.ts";
import type { SendingDomain } from "../facts/sender.ts";
import { plain } from "../net/safe-text.ts";
import { answer, failed, ip, name, nodata, nxdomain } from "../testing/facts.ts";
import { mx } from "./mx.ts";

const host = (of: string, a: LookupOf<"A">, more: Partial<MailExchanger> = {}): MailExchanger => ({
  name: name(of),
  preference: 10,
  a,
  aaaa: nodata,
  reachable: a.kind === "answer" ? a.records : [],
  refused: [],
  ...more,
});
const good = host("mx.example.com", answer(ip("203.0.113.1")));
const gone = host("gone.example.com", nxdomain);
const inside = host("inside.example.com", answer(ip("10.0.0.1")), {
  reachable: [],
  refused: [{ address: ip("10.0.0.1"), what: "private" }],
});
const alias = host("alias.example.com", {
  ...answer(ip("203.0.113.1")),
  aliases: [name("mx.example.net")],
} as LookupOf<"A">);
const literal = host("203.0.113.7", nxdomain);
const records = (...names: string[]): LookupOf<"MX"> =>
  answer(...names.map((exchange) => ({ preference: 10, exchange: name(exchange) })));
const to = (...exchangers: MailExchanger[]): MailExchange => ({
  domain: name("example.com"),
  mx: records(...exchangers.map((each) => each.name)),
  exchangers,
});
const self = (a: LookupOf<"A">, more: Partial<MailExchanger> = {}): MailExchange => ({
  domain: name("example.com"),
  mx: nodata,
  exchangers: [host("example.com", a, more)],
});
const given: SendingDomain = { domain: name("example.com"), origin: "given" };
const guessed: SendingDomain = { domain: name("example.com"), origin: "ptr", name: name("mail.example.com") };

test.each([
  ["to one host", to(good), "found"],
  ["to two hosts", to(good, good), "found"],
  ["to an alias", to(alias), "alias"],
  ["to the domain's own address", self(answer(ip("203.0.113.1"))), "implicit"],
  ["nowhere: a null MX", { ...to(), mx: records(".") }, "null-mx"],
  ["to a host beside a null MX", { ...to(good), mx: records(".", "mx.example.com") }, "null-mx-beside"],
  ["nowhere: no MX, no address", self(nodata), "none"],
  ["nowhere: no such domain", { ...to(), mx: nxdomain }, "nxdomain"],
  ["to a host that does not exist", to(gone), "no-address"],
  ["to an address instead of a host", to(literal), "no-address"],
  ["to a host, and to one that does not exist", to(good, gone), "some-without-address"],
  ["to a host, and to an address", to(good, literal), "some-without-address"],
  ["to a private address", to(inside), "only-private"],
  ["to the domain's own private address", self(nodata, { refused: inside.refused }), "only-private"],
  ["to a host, and to a private address", to(good, inside), "some-private"],
  ["who knows where", { ...to(), mx: failed() }, "temperror"],
  ["to a host whose addresses got no answer", to(host("mx.example.com", failed())), "temperror"],
  [
    "to a host, and to one whose addresses got no answer",
    to(good, host("mx2.example.com", failed("servfail"))),
    "temperror",
  ],
])("mail goes %s", (_, exchange, outcome) => {
  expect(mx.judge({ sender: given, mx: exchange, spfRecord: undefined }).outcome).toBe(outcome);
});

test.each([
  ["no MX, no address", self(nodata), "inferred-none"],
  ["no such domain", { ...to(), mx: nxdomain }, "inferred-nxdomain"],
  ["a host that does not exist", to(gone), "inferred-no-address"],
  ["a private address", to(inside), "inferred-only-private"],
])("under a domain that is our guess, %s weighs less", (_, exchange, outcome) => {
  expect(mx.judge({ sender: guessed, mx: exchange, spfRecord: undefined }).outcome).toBe(outcome);
});

/** `reject_unknown_sender_domain` asks whether there is an MX or address record, not what the MX host has. */
test.each([
  ["no MX, no address", self(nodata), /Postfix defers .* 450 4\.1\.8 .* 1\.5 points/],
  ["no such domain", { ...to(), mx: nxdomain }, /Postfix defers .* 450 4\.1\.8 .* 1\.5 points/],
  ["an MX host that does not exist", to(gone), /^Exim refuses .* 0\.5 points\. Postfix's .* accepts it/],
  ["a private address", to(inside), /check_sender_mx_access/],
])("who acts on %s", (_, exchange, words) => {
  const { outcome, evidence } = mx.judge({ sender: given, mx: exchange, spfRecord: undefined });
  expect(plain(say(mx.outcomes[outcome]?.whoCares ?? [], evidence ?? {}))).toMatch(words);
});

test("no MX record is spoken of where there is none", () => {
  const exchange = self(nodata, { refused: inside.refused });
  const { outcome, evidence } = mx.judge({ sender: given, mx: exchange, spfRecord: undefined });
  expect(plain(say(mx.outcomes[outcome].says, evidence ?? {}))).toBe(
    "Mail to example.com goes to 10.0.0.1 (private), which is not public: senders cannot reach it.",
  );
});
