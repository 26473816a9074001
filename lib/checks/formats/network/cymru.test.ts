import { expect, test } from "vitest";
import { ip } from "../../testing/facts.ts";
import { asNumberName, originName, readAsName, readOrigins } from "./cymru.ts";

test("the names asked for", () => {
  expect(originName(ip("203.0.113.10"))).toBe("10.113.0.203.origin.asn.cymru.com");
  expect(originName(ip("2001:db8::1"))).toMatch(/^1\.0\.0\.0\..*8\.b\.d\.0\.1\.0\.0\.2\.origin6\.asn\.cymru\.com$/);
  expect(asNumberName(64500)).toBe("as64500.asn.cymru.com");
});

test.each([
  [["64500 | 203.0.113.0/24 | ZZ | test | 2026-01-01"], { asns: [64500], prefix: "203.0.113.0/24", country: "ZZ" }],
  [["64500 64501 | 203.0.113.0/24 | | test |"], { asns: [64500, 64501], prefix: "203.0.113.0/24" }],
  [
    ["64500 | 203.0.0.0/16 | ZZ | test |", "64501 | 203.0.113.0/24 | ZZ | test |"],
    { asns: [64501], prefix: "203.0.113.0/24", country: "ZZ" },
  ],
  [["64500 | 2001:db8::/32 | ZZ | test |"], { asns: [64500], prefix: "2001:db8::/32", country: "ZZ" }],
  [["NA | 203.0.113.0/24 | ZZ"], undefined],
  [["64500"], undefined],
  [["v=spf1 -all"], undefined],
  [[""], undefined],
])("origins: %j", (records, expected) => {
  expect(readOrigins(records)).toEqual(expected);
});

test.each([
  [["64500 | ZZ | test | 2026-01-01 | EXAMPLE-HOSTING Example Hosting, ZZ"], "EXAMPLE-HOSTING Example Hosting"],
  [["64500 | ZZ | test | 2026-01-01 | ODD | NAME, Inc., ZZ"], "ODD | NAME, Inc."],
  [["64500 | ZZ"], undefined],
  [[], undefined],
])("the name of an AS: %j", (records, expected) => {
  expect(readAsName(records)).toBe(expected);
});
