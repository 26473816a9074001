import { describe, expect, test } from "vitest";
import { say } from "../define/signal.ts";
import { answer, failed, forward, ip, name, nodata, nxdomain } from "../testing/facts.ts";
import { concludes } from "../testing/judging.ts";
import { fcrdns } from "./fcrdns.ts";

const address = ip("203.0.113.10");
const elsewhere = answer(ip("203.0.113.99"));
const mail = name("mail.example.com");
const other = name("other.example.org");
const localhost = name("localhost");

test.each([
  ["one name resolves back", answer(mail), [forward(mail, answer(address))], "pass"],
  ["the second of two does", answer(other, mail), [forward(other, nxdomain), forward(mail, answer(address))], "pass"],
  [
    "the second of two addresses is this one",
    answer(mail),
    [forward(mail, answer(ip("203.0.113.99"), address))],
    "pass",
  ],
  [
    "one does while another is unreachable",
    answer(other, mail),
    [forward(other, failed()), forward(mail, answer(address))],
    "pass",
  ],
  [
    "a name with an underscore does",
    answer(name("m_1.example.com")),
    [forward(name("m_1.example.com"), answer(address))],
    "pass",
  ],
  ["the name leads elsewhere", answer(mail), [forward(mail, elsewhere)], "fail-elsewhere"],
  ["the name has no address of this family", answer(mail), [forward(mail, nodata)], "fail-no-address"],
  ["the name does not exist", answer(mail), [forward(mail, nxdomain)], "fail-nxdomain"],
  [
    "one absent, one elsewhere",
    answer(other, mail),
    [forward(other, nxdomain), forward(mail, elsewhere)],
    "fail-elsewhere",
  ],
  [
    "one absent, one without address",
    answer(other, mail),
    [forward(other, nxdomain), forward(mail, nodata)],
    "fail-no-address",
  ],
  [
    "localhost, and a name that leads elsewhere",
    answer(localhost, mail),
    [forward(localhost, nxdomain), forward(mail, elsewhere)],
    "fail-elsewhere",
  ],
  ["localhost leads to loopback", answer(localhost), [forward(localhost, answer(ip("127.0.0.1")))], "unusable"],
  ["a local name that does not exist", answer(name("mail.local")), [forward(name("mail.local"), nxdomain)], "unusable"],
  ["no such reverse name", nxdomain, [], "none"],
  ["no PTR at the reverse name", nodata, [], "none"],
  ["the PTR question timed out", failed(), [], "temperror"],
  ["the only name could not be resolved", answer(mail), [forward(mail, failed("servfail"))], "temperror"],
  [
    "one elsewhere, one unreachable",
    answer(other, mail),
    [forward(other, elsewhere), forward(mail, failed())],
    "temperror",
  ],
  ["no name was followed", answer(mail), [], "temperror"],
] as const)("%s", (_, reverse, forwards, outcome) => {
  expect(concludes(fcrdns, { address, reverse, forward: forwards }).outcome).toBe(outcome);
});

test("an IPv6 server is compared as an address, not as text", () => {
  const six = ip("2001:db8::10");
  const facts = { address: six, reverse: answer(mail), forward: [forward(mail, answer(six))] };
  expect(concludes(fcrdns, facts).outcome).toBe("pass");
});

test("more names than are looked up: our own limit is no verdict, and says how many were looked at", () => {
  const names = Array.from({ length: 12 }, (_, i) => name(`mail${i}.example.com`));
  const forwards = names.slice(0, 10).map((one) => forward(one, elsewhere));
  const { outcome, evidence } = concludes(fcrdns, { address, reverse: answer(...names), forward: forwards });
  expect(outcome).toBe("not-all-followed");
  expect(fcrdns.outcomes["not-all-followed"].status).toBe("unknown");
  expect([evidence?.looked, evidence?.of]).toEqual([["10"], ["12"]]);
});

describe("the fix", () => {
  const fixOf = (owner: string, lookup: Parameters<typeof forward>[1], from = address) => {
    const found = concludes(fcrdns, {
      address: from,
      reverse: answer(name(owner)),
      forward: [forward(name(owner), lookup)],
    });
    const outcome = fcrdns.outcomes[found.outcome];
    if (!("fix" in outcome) || !outcome.fix) throw new Error(`${found.outcome} has no fix`);
    return say(outcome.fix, found.evidence ?? {});
  };
  test("is the very record, ready to copy", () => {
    expect(fixOf("mail.example.com", nxdomain)).toMatchObject({
      who: "forward-dns",
      copy: "mail.example.com. 3600 IN A 203.0.113.10",
    });
    expect(fixOf("mail.example.com", nodata, ip("2001:db8::10")).copy).toBe(
      "mail.example.com. 3600 IN AAAA 2001:db8::10",
    );
  });
  test("of a provider's default name is another PTR, not a record in the provider's zone", () => {
    expect(fixOf("vmi123456.contaboserver.net", nxdomain)).toMatchObject({ who: "address-owner" });
  });
});
