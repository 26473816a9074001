import { describe, expect, test } from "vitest";
import { name } from "../testing/facts.ts";
import {
  hasPublicSuffix,
  isHostname,
  isWithin,
  labels,
  organisationalDomain,
  parent,
  parseName,
  relate,
} from "./domain-name.ts";

describe("a host name", () => {
  test.each([
    ["mail.example.com", true],
    ["MAIL.example.com", true],
    ["3com.com", true],
    ["localhost", true],
    ["xn--bcher-kva.de", true],
    [`${"a".repeat(63)}.com`, true],
    [`${"a".repeat(64)}.com`, false],
    [`${"a".repeat(62)}.`.repeat(4).concat("com"), false],
    ["a_b.example.com", false],
    ["-a.example.com", false],
    ["a-.example.com", false],
    ["a..example.com", false],
    ["mail.example.com.", false],
    ["", false],
    [".", false],
    ["1.2.3.4", false],
    ["example.123", false],
    ["*.example.com", false],
    ["bücher.de", false],
    ["a\\046b.example.com", false],
    ["a.example.com\n", false],
  ])("%j: %s", (text, is) => expect(isHostname(text)).toBe(is));
});

describe("the organisational domain", () => {
  test.each([
    ["mail.example.com", "example.com"],
    ["example.com", "example.com"],
    ["a.b.example.co.uk", "example.co.uk"],
    ["www.ck", "www.ck"],
    ["a.b.ck", "a.b.ck"],
    // Suffixes that are private: each customer is an organisation, and the suffix itself is its operator's.
    ["x.y.github.io", "y.github.io"],
    ["github.io", "github.io"],
    ["mail.acme.uk.com", "acme.uk.com"],
    ["acme.com.de", "acme.com.de"],
    ["home.dyn.ddns.net", "dyn.ddns.net"],
    ["s3.amazonaws.com", "amazonaws.com"],
    ["a_b.example.com", "example.com"],
    ["mail.bedrijf.lan", "bedrijf.lan"],
    ["a.xn--p1ai", "a.xn--p1ai"],
    // The dot is inside a label.
    ["a\\046b.example.com", "example.com"],
    ["www.a\\046example.com", "a\\046example.com"],
    // A name is not a URL: what looks like one inside is part of a label.
    ["example.com/x.attacker.net", "attacker.net"],
    ["example.com:25.attacker.net", "attacker.net"],
    ["x@example.com?.attacker.net", "attacker.net"],
    ["http://example.com#.attacker.net", "attacker.net"],
  ])("of %s is %s", (text, organisation) => expect(organisationalDomain(name(text))).toBe(organisation));

  test.each([
    "com",
    "co.uk",
    "foo.ck",
    "localhost",
    ".",
    "1.2.3.4",
    "mail.25",
    "7.113.0.203.in-addr.arpa",
    "b.d.0.1.0.0.2.ip6.arpa",
    "arpa",
  ])("%s has none", (text) => expect(organisationalDomain(name(text))).toBeUndefined());
});

describe("a top-level domain that exists", () => {
  test.each([
    ["mail.example.com", true],
    ["com", true],
    ["x.github.io", true],
    ["a.xn--p1ai", true],
    ["a\\046b.example.com", true],
    ["mail.bedrijf.lan", false],
    ["localhost", false],
    ["server.local", false],
    ["x.example", false],
    ["x.internal", false],
    ["x.onion", false],
    ["1.2.3.4", false],
    [".", false],
    ["example.com/x.local", false],
  ])("%s: %s", (text, exists) => expect(hasPublicSuffix(name(text))).toBe(exists));
});

test.each([
  ["mail.example.com", "mail.example.com", "same"],
  ["mail.example.com", "mx.example.com", "same-organisation"],
  ["mail.example.com", "example.com", "same-organisation"],
  ["mail.example.com", "mail.example.net", "unrelated"],
  ["a.co.uk", "b.co.uk", "unrelated"],
  ["co.uk", "a.co.uk", "unrelated"],
  ["mail.acme.uk.com", "mx.acme.uk.com", "same-organisation"],
  ["acme.uk.com", "other.uk.com", "unrelated"],
  ["acme.uk.com", "uk.com", "unrelated"],
  ["a.github.io", "b.github.io", "unrelated"],
  ["localhost", "localhost", "same"],
  ["localhost", "x.localhost", "unrelated"],
  ["1.2.3.4", "2.2.3.4", "unrelated"],
  ["1.0.0.10.in-addr.arpa", "2.0.0.10.in-addr.arpa", "unrelated"],
  ["example.com/x.attacker.net", "mail.example.com", "unrelated"],
])("%s and %s: %s", (a, b, relation) => {
  expect(relate(name(a), name(b))).toBe(relation);
  expect(relate(name(b), name(a))).toBe(relation);
});

test.each([
  ["mail.example.com", "mail.example.com"],
  [" Mail.EXAMPLE.com. ", "mail.example.com"],
  ["a_b.example.com", "a_b.example.com"],
  ["bücher.de", "xn--bcher-kva.de"],
  ["BÜCHER.de", "xn--bcher-kva.de"],
  ["例え。jp", "xn--r8jz45g.jp"],
  ["localhost", "localhost"],
])("%j is read as %s", (input, expected) => expect(parseName(input)).toBe(expected));

test.each([
  "",
  ".",
  "a..b",
  ".a",
  "a b.com",
  "a/b.com",
  "a:25",
  "user@a.com",
  "a\\046b.com",
  "a.com?x",
  "a%41.com",
  "<a.com>",
  `${"a".repeat(64)}.com`,
  "a.".repeat(127).concat("bb"),
  "x".repeat(2000),
  "ü".repeat(900),
  "\u0000.com",
  "a\u202eb.com",
  // Digits of other scripts are not quietly turned into an address.
  "１２７.0.0.1",
  "①②⑦.⓪.⓪.①",
  "127。0。0。1",
  "ü.0x7f",
])("%j is no name", (input) => expect(parseName(input)).toBeUndefined());

test("the parts of a name", () => {
  expect(labels(name("a\\046b.c"))).toEqual(["a\\046b", "c"]);
  expect(labels(name("."))).toEqual([]);
  expect(parent(name("a.b"))).toBe("b");
  expect(parent(name("b"))).toBe(".");
  expect(parent(name("."))).toBe(".");
});
test.each([
  ["a.b", "b", true],
  ["b", "b", true],
  ["ab", "b", false],
  ["a.b", ".", true],
  ["b", "a.b", false],
])("%s is within %s: %s", (inner, zone, within) => expect(isWithin(name(inner), name(zone))).toBe(within));
