import { expect, test } from "vitest";
import { expectLinearText } from "../checks/testing/growth.ts";
import { withoutLocalParts } from "./scrub.ts";

test.each([
  ["<jane.doe@example.com>", "<@example.com>"],
  ["to=<jane@example.com>, relay=mx.example.com", "to=<@example.com>, relay=mx.example.com"],
  ["rfc822;jane@example.com", "rfc822;@example.com"],
  ['"jane doe"@example.com', "@example.com"],
  ["jane＠example.com", "@example.com"],
  ["https://example.com/?rcpt=jane%40example.net&x=1", "https://example.com/?rcpt=@example.net&x=1"],
  ["smtp.mailfrom=jane=example.net@example.com;", "smtp.mailfrom=@example.com;"],
  ["prvs=1234=jane+tag=example.org@example.com", "@example.com"],
  ["mailto:jane@example.com", "mailto:@example.com"],
  ["from=<jane>, size=1", "from=<>, size=1"],
  ["from=mail.example.com helo=<x>", "from=mail.example.com helo=<x>"],
  ["a@b@c.example", "@@c.example"],
])("%s", (text, left) => {
  expect(withoutLocalParts(text)).toBe(left);
});

test.each(["@", "a", '"@', "from=", "%40", "x@"])("takes time that grows as the text does: %j", (unit) => {
  expectLinearText(unit, withoutLocalParts);
});
