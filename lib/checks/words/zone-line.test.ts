import { expect, test } from "vitest";
import { LINE } from "./wrap.ts";
import { zoneLine } from "./zone-line.ts";

const OWNER6 = `${"0.".repeat(31)}0.ip6.arpa.`;

test.each([
  ["mail.example.com. 3600 IN A 203.0.113.10", "mail.example.com. 3600 IN A 203.0.113.10"],
  [`${OWNER6} 3600 IN PTR mail.example.com.`, `${OWNER6} (\n    3600 IN PTR\n    mail.example.com. )`],
])("%s", (line, written) => {
  expect(zoneLine(line)).toBe(written);
});

test("a long string becomes several that say the same, and an escape stays whole", () => {
  const value = `v=DKIM1; k=rsa; p=${"A".repeat(392)}\\"\\034end`;
  const written = zoneLine(`s1._domainkey.example.com.  3600  IN  TXT  "${value.slice(0, 200)}" "${value.slice(200)}"`);
  for (const line of written.split("\n")) expect(line.length).toBeLessThanOrEqual(LINE);
  const strings = [...written.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, inside]) => inside);
  expect(strings.join("")).toBe(value);
  expect(written).toMatch(/^s1\._domainkey\.example\.com\. \(\n {4}3600 IN TXT\n[\s\S]* \)$/);
});
test("a digest of a TLSA record stays in one piece where it fits", () => {
  expect(zoneLine(`_25._tcp.mail.example.com.  3600  IN  TLSA  3 1 1 ${"ab".repeat(32)}`)).toContain("ab".repeat(32));
});
test.each([`x${"y".repeat(300)}`, `${"long".repeat(50)}.example.com. 3600 IN A 203.0.113.1`])(
  "%s fits as well",
  (line) => {
    for (const one of zoneLine(line).split("\n")) expect(one.length).toBeLessThanOrEqual(LINE);
  },
);
