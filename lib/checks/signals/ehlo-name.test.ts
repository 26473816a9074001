import { expect, test } from "vitest";
import type { Facts, MailNames } from "../facts/facts.ts";
import { answer, failed, forward, ip, name, nodata, nxdomain } from "../testing/facts.ts";
import { concludes } from "../testing/judging.ts";
import { noSession, session } from "../testing/sessions.ts";
import { ehloName } from "./ehlo-name.ts";

const address = ip("203.0.113.10");
const ptr = answer(name("mail.example.com"));
const leads = (owner: string, ...addresses: string[]): MailNames => ({
  ehlo: forward(name(owner), answer(...addresses.map(ip))),
});
const none = { selectors: [] };

test.each([
  ["the PTR name", ptr, session(), leads("mail.example.com", address), "same"],
  [
    "the PTR name, whose forward record is the forward signal's business",
    ptr,
    session(),
    { ehlo: forward(name("mail.example.com"), nxdomain) },
    "same",
  ],
  [
    "another host of the organisation that resolves back",
    ptr,
    session({ ehlo: "mx1.example.com" }),
    leads("mx1.example.com", address),
    "same-organisation",
  ],
  [
    "somebody else's name that resolves back",
    ptr,
    session({ ehlo: "mail.example.net" }),
    leads("mail.example.net", address),
    "leads-back",
  ],
  [
    "a name that leads elsewhere",
    ptr,
    session({ ehlo: "mail.example.net" }),
    leads("mail.example.net", "203.0.113.99"),
    "elsewhere",
  ],
  [
    "a name that does not exist",
    ptr,
    session({ ehlo: "nx.example.net" }),
    { ehlo: forward(name("nx.example.net"), nxdomain) },
    "unresolvable",
  ],
  [
    "a name without an address of this family",
    ptr,
    session({ ehlo: "v6.example.net" }),
    { ehlo: forward(name("v6.example.net"), nodata) },
    "unresolvable",
  ],
  [
    "a name we could not resolve",
    ptr,
    session({ ehlo: "x.example.net" }),
    { ehlo: forward(name("x.example.net"), failed()) },
    "temperror",
  ],
  ["localhost", ptr, session({ ehlo: "localhost" }), {}, "no-host-name"],
  ["a single label", ptr, session({ ehlo: "MAILSERVER" }), {}, "no-host-name"],
  ["a bare address", ptr, session({ ehlo: "203.0.113.10" }), {}, "no-host-name"],
  ["an address literal", ptr, session({ ehlo: "[203.0.113.10]" }), {}, "literal"],
  ["a good name without a PTR", nxdomain, session(), leads("mail.example.com", address), "alone"],
  ["a good name while the PTR question failed", failed(), session(), leads("mail.example.com", address), "temperror"],
  ["nothing: filtered", ptr, noSession("filtered"), {}, "not-heard"],
  ["nothing: closed", ptr, noSession("closed"), {}, "not-heard"],
] as const)("EHLO is %s", (_, reverse, smtp, mailNames, outcome) => {
  expect(concludes(ehloName, { address, claims: none, reverse, smtp, mailNames }).outcome).toBe(outcome);
});

test.each([
  ["the PTR name, though the server is silent", "mail.example.com", {}, "same"],
  ["localhost", "localhost", {}, "sends-no-host-name"],
  [
    "a name that does not exist",
    "nx.example.net",
    { claimed: forward(name("nx.example.net"), nxdomain) },
    "sends-unresolvable",
  ],
  ["a name we could not resolve", "x.example.net", { claimed: forward(name("x.example.net"), failed()) }, "temperror"],
] as const)("the reader says it sends as %s", (_, helo, mailNames, outcome) => {
  const claims = { ...none, helo: name(helo) };
  expect(concludes(ehloName, { address, claims, reverse: ptr, smtp: noSession("filtered"), mailNames }).outcome).toBe(
    outcome,
  );
});

test.each(["localhost", "WIN-4G2K", "srv.firma.local", "[10.1.1.1", "my laptop", "203.0.113.10", "a_b.example.com"])(
  "a server that says it sends as %s is judged by that word",
  (helo) => {
    const verdict = concludes(ehloName, {
      address,
      claims: { helo, selectors: [] },
      reverse: ptr,
      smtp: session(),
      mailNames: leads("mail.example.com", address),
    });
    expect(verdict).toMatchObject({ outcome: "sends-no-host-name", evidence: { ehlo: [helo], origin: ["claimed"] } });
  },
);

test("a claimed literal is a literal", () => {
  const verdict = concludes(ehloName, {
    address,
    claims: { helo: "[203.0.113.10]", selectors: [] },
    reverse: ptr,
    smtp: session(),
    mailNames: {},
  });
  expect(verdict.outcome).toBe("literal");
});

test.each([
  ["an address of the other family", answer(ip("2001:db8::1")), nodata, "other-records"],
  ["an MX record alone", nodata, answer({ preference: 10, exchange: name("mx.example.com") }), "other-records"],
  ["nothing else", nodata, nodata, "unresolvable"],
  ["something we could not find out", failed(), nodata, "temperror"],
])("an EHLO name without an address of the family has %s", (_, otherFamily, mx, outcome) => {
  const ehlo = name("x.example.net");
  const facts = {
    address,
    claims: none,
    reverse: ptr,
    smtp: session({ ehlo }),
    mailNames: { ehlo: forward(ehlo, nodata) },
    ehloElsewhere: { name: ehlo, otherFamily, mx } as Facts["ehloElsewhere"],
  };
  expect(concludes(ehloName, facts).outcome).toBe(outcome);
});
