import { describe, expect, test } from "vitest";
import { expandMacros, parseMacros } from "./macro.ts";
import { isCheckable, targetName } from "./target-name.ts";

/** The values of RFC 7208 section 7.4. */
const values = {
  s: "strong-bad@email.example.com",
  l: "strong-bad",
  o: "email.example.com",
  d: "email.example.com",
  i: "192.0.2.3",
  p: "unknown",
  v: "in-addr",
  h: "mx.example.org",
};
function expand(text: string, more = {}) {
  const macros = parseMacros(text);
  return "parts" in macros ? expandMacros(macros.parts, { ...values, ...more }) : `bad at ${macros.badAt}`;
}

describe("the examples of RFC 7208 section 7.4", () => {
  test.each([
    ["%{s}", "strong-bad@email.example.com"],
    ["%{o}", "email.example.com"],
    ["%{d4}", "email.example.com"],
    ["%{d3}", "email.example.com"],
    ["%{d2}", "example.com"],
    ["%{d1}", "com"],
    ["%{dr}", "com.example.email"],
    ["%{d2r}", "example.email"],
    ["%{l}", "strong-bad"],
    ["%{l-}", "strong.bad"],
    ["%{lr}", "strong-bad"],
    ["%{lr-}", "bad.strong"],
    ["%{l1r-}", "strong"],
    ["%{ir}.%{v}._spf.%{d2}", "3.2.0.192.in-addr._spf.example.com"],
    ["%{lr-}.lp._spf.%{d2}", "bad.strong.lp._spf.example.com"],
    ["%{lr-}.lp.%{ir}.%{v}._spf.%{d2}", "bad.strong.lp.3.2.0.192.in-addr._spf.example.com"],
    ["%{d2}.trusted-domains.example.net", "example.com.trusted-domains.example.net"],
  ])("%s is %s", (text, expected) => expect(expand(text)).toBe(expected));
});

test("an uppercase letter escapes for URLs all but the unreserved characters", () => {
  expect(expand("%{L}", { l: "~jack&jill=up-a_b3.c" })).toBe("~jack%26jill%3Dup-a_b3.c");
});

describe("names to ask for", () => {
  test.each([
    ["Example.COM.", "example.com"],
    ["a b.example", "a\\032b.example"],
    ["foo:bar/baz.example", "foo\\058bar/baz.example"],
    ["a..example", undefined],
    [`${"x".repeat(64)}.example`, undefined],
    ["", undefined],
  ])("%j is asked as %j", (text, expected) => expect(targetName(text)).toBe(expected));
  test("too long a name loses labels from the left", () => {
    const name = targetName(`${"left.".repeat(60)}right.example`);
    expect(name?.length).toBeLessThanOrEqual(253);
    expect(name).toMatch(/^left\.left\..*\.right\.example$/);
  });
  test.each([
    ["example.com", true],
    ["localhost", false],
    ["[192.0.2.1]", false],
    ["a..example", false],
    ["", false],
  ])("%j can have an SPF check: %s", (text, can) => expect(isCheckable(text)).toBe(can));
});
