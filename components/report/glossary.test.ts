import { expect, test } from "vitest";
import { termsIn } from "./glossary.ts";

const named = (text: string): string[] => termsIn(text).map(({ term }) => term);

test.each([
  ["203.0.113.20 has no PTR record.", ["PTR record"]],
  [
    "The PTR record of 203.0.113.22 names moved.example.com, which resolves to 203.0.113.250.",
    ["PTR record", "To resolve"],
  ],
  [
    "The server answers EHLO as a.example.com, and that name has no address record.",
    ["EHLO name", "Address record (A, AAAA)"],
  ],
  ["mail.localdomain, which is not a fully qualified host name. EHLO", ["Fully qualified", "EHLO name"]],
  ["203.0.113.212 is on Spamhaus ZEN (SBL: a source of spam, listed by Spamhaus).", ["Blocklist"]],
  [
    "Its PTR record and EHLO name are the provider's. What you set is SPF, DKIM and DMARC.",
    ["PTR record", "EHLO name"],
  ],
  ["The EHLO name could not be checked; the PTR record is forward-confirmed.", ["EHLO name", "PTR record"]],
  ["The SPF record of example.com does not name it; DMARC asks to reject.", ["SPF record", "DMARC record"]],
  ["example.com has no MX.", ["MX host"]],
  ["No problem found.", []],
  ["Nothing could be checked: the address is on the local network.", []],
])("%s", (text, terms) => {
  expect(named(text)).toEqual(terms);
});

test("a name that has a word of the field in it is explained all the same, and no more than two are", () => {
  expect(termsIn("PTR EHLO SPF DKIM DMARC MX DNSSEC resolver")).toHaveLength(2);
});

test("each meaning is one short sentence that does not use the word it explains", () => {
  for (const word of [
    "PTR",
    "resolves",
    "EHLO",
    "forward-confirmed",
    "A record",
    "fully qualified",
    "blocklist",
    "SPF",
    "DKIM",
    "DMARC",
    "MX",
    "STARTTLS",
    "certificate",
    "DNSSEC",
    "reverse zone",
    "resolver",
    "CNAME",
  ]) {
    const [{ term, means } = { term: "", means: "" }] = termsIn(word);
    expect(means, word).toMatch(/^[a-z].*\.$/);
    expect(means.split(" ").length, word).toBeLessThanOrEqual(16);
    expect(means.toLowerCase(), word).not.toContain(term.toLowerCase());
  }
});
