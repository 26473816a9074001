import { expect, test } from "vitest";
import { securityText } from "./security-text.ts";

const NOW = Date.UTC(2026, 10, 25, 13, 37);
const fields = (text: string) =>
  Object.fromEntries(
    text
      .trimEnd()
      .split("\n")
      .map((line) => line.split(/: (.*)/s)),
  );

test("it has a contact, and expires within a year of being read", () => {
  for (const now of [NOW, NOW + 400 * 86_400_000]) {
    const read = fields(securityText("https://check.example.com", "mailto:us@example.com", now));
    expect(read.Contact).toBe("mailto:us@example.com");
    expect(read.Canonical).toBe("https://check.example.com/.well-known/security.txt");
    // RFC 3339, as RFC 9116 asks.
    expect(read.Expires).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const days = (Date.parse(read.Expires ?? "") - now) / 86_400_000;
    expect(days).toBeGreaterThan(90);
    expect(days).toBeLessThan(365);
  }
});

test.each([
  ["https://check.example.com", "mailto:security@check.example.com"],
  ["http://localhost:3000", "mailto:security@localhost"],
  ["http://203.0.113.9:3000", "mailto:security@%5B203.0.113.9%5D"],
  ["http://[2001:db8::1]:3000", "mailto:security@%5BIPv6%3A2001%3Adb8%3A%3A1%5D"],
])("without a contact, %s has the mailbox of RFC 2142", (origin, contact) => {
  expect(fields(securityText(origin, undefined, NOW)).Contact).toBe(contact);
});
