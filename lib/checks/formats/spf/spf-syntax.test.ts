import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectLinearText } from "../../testing/growth.ts";
import { isNearlySpf, isSpf, parseSpf } from "./spf-syntax.ts";

const errors = (terms: string) => parseSpf(`v=spf1 ${terms}`).errors.map(({ code }) => code);

describe("what a term may be", () => {
  test.each([
    ["all in any case, with any qualifier", "-ALL +all ~All ?all"],
    ["addresses with and without a prefix length", "ip4:192.0.2.1 ip4:192.0.2.0/24 ip6:2001:db8::/32 ip6:::1"],
    ["prefix length 0", "ip4:0.0.0.0/0 a/0 mx//0"],
    ["both prefix lengths on hosts", "a/24//64 mx:example.com/24//64 a//64"],
    ["a slash and a colon inside a name", "a:foo:bar/baz.example.com"],
    ["macros with digits, reversal, delimiters", "exists:%{ir}.%{v}._spf.%{d2} exists:%{l1r+-/_=,.}.example.com"],
    ["a name that ends in a macro", "include:_spf.%{o} a:%{h}"],
    ["a name that ends in a dot", "include:_spf.example.com."],
    ["escaped percent, space and encoded space", "exists:a%%b%_c%-d.example.com"],
    ["a top label with hyphens and digits", "a:foo.xn--zckzah a:foo.1-2"],
    ["modifiers nobody knows", "moo.cow-far_out=man:dog/cat empty= exp=e.example.com"],
  ])("%s", (_, terms) => expect(errors(terms)).toEqual([]));
});

describe("what it may not be", () => {
  test.each([
    ["an unknown mechanism", "moo", "unknown-mechanism"],
    ["a mechanism's name with a dot after it", "-all.", "unknown-mechanism"],
    ["an argument for all", "-all:foo", "unexpected-argument"],
    ["a modifier with a colon", "redirect:example.com", "colon-for-equals"],
    ["an include of nothing", "include", "missing-domain"],
    ["an include of an empty name", "include:", "missing-domain"],
    ["a prefix length on include", "include:example.com/24", "bad-domain"],
    ["a name of one label", "a:museum", "bad-domain"],
    ["a numeric top label", "a:example.123", "bad-domain"],
    ["a top label that begins with a hyphen", "a:example.-com", "bad-domain"],
    ["a port", "a:example.com:8080", "bad-domain"],
    ["an address as a name", "a:192.0.2.1", "address-for-domain"],
    ["a percent sign that starts nothing", "exists:%x.example.com", "bad-macro"],
    ["a macro letter for explanations only", "exp=%{r}.example.com", "bad-macro"],
    ["no parts of a value", "exists:%{d0}.example.com", "bad-macro"],
    ["an address left out", "ip4", "missing-address"],
    ["part of an address", "ip4:192.0.2", "bad-address"],
    ["an IPv6 address under ip4", "ip4:2001:db8::1", "bad-address"],
    ["an IPv4 address under ip6", "ip6:192.0.2.1", "bad-address"],
    ["leading zeros", "ip4:192.0.2.0/024", "bad-prefix-length"],
    ["more bits than there are", "ip4:192.0.2.0/33", "bad-prefix-length"],
    ["more bits than there are, for IPv6", "ip6:2001:db8::/129", "bad-prefix-length"],
    ["an empty prefix length", "ip4:192.0.2.0/", "bad-prefix-length"],
    ["a bare slash", "a/", "bad-prefix-length"],
    ["a tab between terms", "ip4:192.0.2.1\t-all", "bad-character"],
    ["a byte beyond ASCII", "a:exa\u00efmple.com", "bad-character"],
    ["a second redirect", "redirect=a.example.com redirect=b.example.com", "repeated-modifier"],
  ])("%s", (_, terms, code) => expect(errors(terms)).toEqual([code]));
});

test("every error has its place", () => {
  const record = "v=spf1 ip4:1.2.3  moo -all";
  expect(parseSpf(record).errors).toMatchObject([
    { at: 7, text: "ip4:1.2.3" },
    { at: 18, text: "moo" },
  ]);
});

describe("which TXT records count", () => {
  test.each([
    ["v=spf1", true],
    ["V=sPf1 -all", true],
    ["v=spf10 -all", false],
    ["v=spf1\t-all", false],
    ["v=spf1-all", false],
    [" v=spf1 -all", false],
  ])("%j: %s", (text, counts) => expect(isSpf(text)).toBe(counts));
  test.each([
    ["v=spf1; a -all", true],
    ['"v=spf1 -all"', true],
    [" v=spf1 -all", true],
    ["v = spf1 -all", true],
    ["spf1 -all", true],
    ["v=spf1 -all", false],
    ["spf2.0/pra -all", false],
    ["google-site-verification=spf", false],
    ["v=DMARC1; p=none", false],
  ])("%j was meant as one: %s", (text, meant) => expect(isNearlySpf(text)).toBe(meant));
});

describe("whatever is published", () => {
  const byte = fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code));
  const piece = fc.oneof(
    fc.constantFrom(
      " ",
      "a",
      "mx:",
      "ip4:",
      "%{",
      "}",
      "/",
      "//",
      "include:",
      "redirect=",
      "-",
      "192.0.2.1",
      "::",
      ".",
    ),
    byte,
  );
  test("is read without throwing, every word as a term or as an error", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        const text = `v=spf1 ${pieces.join("")}`;
        const { terms, errors } = parseSpf(text);
        const words = text.split(" ").filter((word) => word !== "").length - 1;
        expect(terms.length + errors.length).toBe(words);
        for (const { text: term, at } of [...terms, ...errors]) expect(text.slice(at, at + term.length)).toBe(term);
      }),
      { numRuns: 2000 },
    );
  });
  test.each(["/1", "%{d", "a:", "1.", "/", "%{l1r+-/_=,.}", ":", "ip4:1.2.3.4/", " "])(
    "is read in time that grows as it does: %j",
    (seed) => expectLinearText(seed, parseSpf, "v=spf1 a:"),
  );
});
