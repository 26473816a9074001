import { expect, test } from "vitest";
import { name } from "../../testing/facts.ts";
import { hostnameFault, isUnusable } from "./hostname-fault.ts";

test.each([
  ["mail.example.com", undefined],
  ["xn--mller-kva.example.com", undefined],
  ["1-2-3.example.co.uk", undefined],
  ["localhost", "localhost"],
  ["localhost.localdomain", "localhost"],
  ["mail.localdomain", "localhost"],
  ["203.0.113.5", "numeric"],
  ["mail.5", "numeric"],
  ["our\\032mail.example.com", "characters"],
  ["mail\\046example.example.org", "characters"],
  ["<b>.example.com", "characters"],
  [".", "characters"],
  ["mailserver", "single-label"],
  ["mail_server.example.com", "underscore"],
  ["-mail.example.com", "malformed"],
  ["mail-.example.com", "malformed"],
  ["mail_-.example.com", "malformed"],
  ["5.113.0.203.in-addr.arpa", "reverse-tree"],
  ["mail.corp.local", "internal"],
  ["router.home.arpa", "internal"],
  ["mail.office.lan", "internal"],
  ["mail.corp.internal", "internal"],
  ["mail.example.nosuchtld", "unknown-tld"],
])("%s: %s", (text, fault) => {
  expect(hostnameFault(name(text))).toBe(fault);
  expect(isUnusable(name(text))).toBe(fault !== undefined && fault !== "underscore");
});
