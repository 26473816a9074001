import { describe, expect, test } from "vitest";
import type { Facts } from "../facts/facts.ts";
import type { Known } from "../findings/findings.ts";
import { predict } from "../run/predict.ts";
import { answer, failed, ip, name, nodata } from "../testing/facts.ts";
import { type Flaws, identity } from "../testing/identities.ts";
import { eximHelo } from "./exim-helo.ts";
import { eximReverse } from "./exim-reverse.ts";
import { gmail } from "./gmail.ts";
import { haraka } from "./haraka.ts";
import { microsoftIpv6 } from "./microsoft-ipv6.ts";
import { postfixClient } from "./postfix-client.ts";
import { postfixHelo } from "./postfix-helo.ts";
import { postfixReverseClient } from "./postfix-reverse-client.ts";
import { rspamd } from "./rspamd.ts";
import { spamassassin } from "./spamassassin.ts";

describe("a PTR name that no host can have is none to Postfix", () => {
  test.each([
    ["numbers only", "1.2.3.4", "defer"],
    ["a space in it", "mail\\032one.example.com", "defer"],
    ["a hyphen at the edge", "-mail.example.com", "defer"],
    ["an underscore, which it takes", "mail_1.example.com", "accept"],
  ])("%s", (_, ptr, action) => {
    expect(predict(postfixClient, identity({ ptr: [ptr] })).action).toBe(action);
    expect(predict(postfixReverseClient, identity({ ptr: [ptr] })).action).toBe(action);
  });
  test("beside one that is, it does not count", () => {
    const facts = identity({ ptr: ["mail.example.com", "1.2.3.4"], forward: "first" });
    expect(predict(postfixClient, facts).rule).toBe("pass");
  });
});

test("Exim takes a name with an underscore, by way of the C library", () => {
  expect(predict(eximReverse, identity({ ptr: ["mail_1.example.com"] })).action).toBe("accept");
});

test("an eleventh name that nobody followed leaves it open to Postfix, not to those that take any name", () => {
  const whole = identity({ ptr: Array.from({ length: 11 }, (_, i) => `mail${i}.example.com`) });
  const facts = { ...whole, forward: whole.forward.slice(0, 10) };
  expect(predict(postfixClient, facts).action).toBe("unknown");
  expect(predict(haraka, facts).action).toBe("accept");
  expect(predict(eximReverse, facts).action).toBe("unknown");
});

describe("an open name beside others", () => {
  const whole = identity({ ptr: ["mail.example.com", "other.example.com"], forward: "first" });
  const [first, second] = whole.forward;
  const silent = identity({ forward: "silent" }).forward[0]?.addresses;
  if (!first || !second || !silent) throw new Error("no lookups");
  test("one resolves back: Exim defers all the same, so it cannot be told", () => {
    expect(predict(eximReverse, { ...whole, forward: [first, { ...second, addresses: silent }] }).action).toBe(
      "unknown",
    );
  });
  test("one leads elsewhere: it might have been the open one", () => {
    expect(predict(gmail, { ...whole, forward: [{ ...first, addresses: silent }, second] }).action).toBe("unknown");
  });
});

describe("Postfix's HELO restrictions, each alone", () => {
  const [invalid, nonFqdn, unknown] = Object.keys(postfixHelo.variants);
  const nothing = "nowhere.example.org";
  test.each<[what: string, flaws: Flaws, ...rules: string[]]>([
    ["a name that exists", {}, "pass", "pass", "pass"],
    ["one that does not", { ehlo: nothing, ehloLeads: "nxdomain" }, "pass", "pass", "not-found"],
    [
      "one without an address of the family",
      { ehlo: nothing, ehloLeads: "nodata" },
      "pass",
      "pass",
      "perhaps-not-found",
    ],
    [
      "one that leads elsewhere: none compares",
      { ehlo: "mx.example.org", ehloLeads: "elsewhere" },
      "pass",
      "pass",
      "pass",
    ],
    ["one label", { ehlo: "mailhost" }, "pass", "non-fqdn", "not-found"],
    ["localhost", { ehlo: "localhost" }, "pass", "non-fqdn", "localhost"],
    ["odd characters", { ehlo: "ma!l.example.com" }, "invalid", "non-fqdn", "not-found"],
    ["a bare address", { ehlo: "203.0.113.10" }, "pass", "non-fqdn", "not-found"],
    ["a literal", { ehlo: "[203.0.113.10]" }, "literal", "literal", "literal"],
    ["a broken one", { ehlo: "[203.0.113.]" }, "bad-literal", "bad-literal", "bad-literal"],
    ["an IPv6 literal without its tag", { ehlo: "[2001:db8::10]" }, "bad-literal", "bad-literal", "bad-literal"],
    ["a literal that does not end", { ehlo: "[203.0.113.10" }, "bad-literal", "bad-literal", "bad-literal"],
    ["a name in brackets", { ehlo: "[mail.example.com]" }, "bad-literal", "bad-literal", "bad-literal"],
  ])("%s", (_, flaws, ...rules) => {
    expect([invalid, nonFqdn, unknown].map((variant) => predict(postfixHelo, identity(flaws), variant).rule)).toEqual(
      rules,
    );
  });
});

describe("Postfix's reject_unknown_helo_hostname is content with A, AAAA or MX", () => {
  const facts = identity({ ehlo: "mx.example.org", ehloLeads: "nodata" });
  const [, , unknown] = Object.keys(postfixHelo.variants);
  const host = name("mx.example.org");
  test.each([
    ["the other family's address", answer(ip("2001:db8::1")), nodata, "elsewhere"],
    ["an MX record alone", nodata, answer({ preference: 10, exchange: name("mx.example.net") }), "elsewhere"],
    ["a null MX alone", nodata, answer({ preference: 0, exchange: name(".") }), "elsewhere"],
    ["neither", nodata, nodata, "not-found"],
    ["an answer that never came", nodata, failed(), "perhaps-not-found"],
  ])("%s", (_, otherFamily, mx, rule) => {
    const asked = { ...facts, ehloElsewhere: { name: host, otherFamily, mx } as Facts["ehloElsewhere"] };
    expect(predict(postfixHelo, asked, unknown).rule).toBe(rule);
  });

  test.each([
    ["an MX record settles Rspamd's NORES symbol", nodata, answer({ preference: 10, exchange: host }), 1, 1],
    ["neither does so too", nodata, nodata, 1.3, 1.3],
    ["the other family's address leaves it open", answer(ip("2001:db8::1")), nodata, 1, 1.3],
    ["no answer leaves it open", nodata, failed(), 1, 1.3],
  ])("%s", (_, otherFamily, mx, least, most) => {
    const asked = { ...facts, ehloElsewhere: { name: host, otherFamily, mx } as Facts["ehloElsewhere"] };
    expect(predict(rspamd, asked).score).toMatchObject({ least, most });
  });
});

test("SpamAssassin may add KHOP_HELO_FCRDNS where SPF passes for a domain that is only guessed", () => {
  const facts = identity({ ehlo: "mx.example.org", from: name("example.com"), spf: "pass" });
  const symbols = (sender: Known["sender"]) => predict(spamassassin, { ...facts, sender }).evidence.perhaps ?? [];
  const domain = name("example.com");
  expect(symbols({ domain, origin: "given" })).not.toContain("KHOP_HELO_FCRDNS");
  expect(symbols({ domain, origin: "ptr", name: name("mail.example.com") })).toContain("KHOP_HELO_FCRDNS");
});

describe("Exim's verify = helo compares texts", () => {
  test.each<[what: string, flaws: Flaws, action: string]>([
    ["the very address in brackets", { ehlo: "[203.0.113.10]" }, "accept"],
    ["another one", { ehlo: "[203.0.113.11]" }, "reject"],
    ["an IPv6 literal never equals", { address: "2001:db8::10", ehlo: "[IPv6:2001:db8::10]" }, "reject"],
    ["unless it lacks its tag", { address: "2001:db8::10", ehlo: "[2001:db8::10]" }, "accept"],
    ["an impossible literal", { ehlo: "[203.0.113.300]" }, "reject"],
    ["an underscore", { ehlo: "under_score.example.com" }, "reject"],
    ["the confirmed PTR name, though its own lookup failed", { ehloLeads: "silent" }, "accept"],
    ["another name whose lookup failed", { ehlo: "mx.example.org", ehloLeads: "silent" }, "unknown"],
  ])("%s", (_, flaws, action) => {
    expect(predict(eximHelo, identity(flaws)).action).toBe(action);
  });
});

test("Haraka spares names that say static or business", () => {
  const judged = (ptr: string) => predict(haraka, identity({ ptr: [ptr] })).rule;
  expect(judged("ip-203-0-113-10.static.example.net")).toBe("pass");
  expect(judged("ip-203-0-113-10.business.example.net")).toBe("pass");
  expect(judged("static.ip-203-0-113-10.example.net")).toBe("generic");
});

describe("SPF or DKIM", () => {
  const from = name("example.com");
  const six = "2001:db8::10";
  test.each<[what: string, flaws: Flaws, rule: string]>([
    ["SPF passes", { from, spf: "pass" }, "meets"],
    ["it does not: then it is for DKIM, which nobody sees from here", { from, spf: "fail" }, "needs-dkim"],
    ["it has no answer", { from, spf: "temperror" }, "meets-identity"],
    ["the domain is not known", {}, "meets-identity"],
  ])("%s", (_, flaws, rule) => {
    expect(predict(gmail, identity(flaws)).rule).toBe(rule);
    expect(predict(microsoftIpv6, identity({ ...flaws, address: six })).rule).toBe(rule);
  });
  test("a domain guessed from the PTR name proves nothing by its SPF", () => {
    const facts = identity({ from, spf: "fail" });
    const guess = { domain: from, origin: "ptr", name: name("mail.example.com") } as const;
    expect(predict(gmail, { ...facts, sender: guess }).rule).toBe("meets-identity");
  });
});

test("replies carry the address or the name", () => {
  expect(predict(postfixClient, identity({ reverse: "none" })).reply).toBe(
    "450 4.7.25 Client host rejected: cannot find your hostname, [203.0.113.10]",
  );
  expect(predict(postfixHelo, identity({ ehlo: "mailhost" })).reply).toBe(
    "504 5.5.2 <mailhost>: Helo command rejected: need fully-qualified hostname",
  );
});
