import { expect, test } from "vitest";
import { isMasked, masksStarttls, nameIn, wordIn } from "./greeting.ts";

const reply = (...lines: readonly string[]) => ({ code: 220, lines: [...lines] });

test.each([
  ["mail.example.com ESMTP", "mail.example.com", "mail.example.com"],
  ["mail.example.com, pleased to meet you", "mail.example.com", "mail.example.com"],
  ["mail.example.com: Hello [198.51.100.9]", "mail.example.com", "mail.example.com"],
  ["mail.example.com! Welcome", "mail.example.com", "mail.example.com"],
  ["MAIL.example.com. ESMTP", "MAIL.example.com.", "mail.example.com"],
  ["[IPv6:2001:db8::1] ESMTP", "[IPv6:2001:db8::1]", undefined],
  ["mail,example.com ESMTP", "mail,example.com", undefined],
  [", ESMTP", ",", undefined],
  ["", undefined, undefined],
])("of %j the first word is %s", (line, word, name) => {
  expect([wordIn(reply(line)), nameIn(reply(line))]).toEqual([word, name]);
});

test.each([
  ["****************************2******0*00", true],
  ["XXXXXXXXXXXXXXXXXXXXXX", true],
  ["*** WARNING ***", false],
  ["XXL-Versand ESMTP", false],
  ["20", false],
])("a firewall has written %j: %s", (line, masked) => expect(isMasked(reply(line))).toBe(masked));

test.each([
  ["XXXXXXXA", true],
  ["XXXXXXXX", true],
  ["XXXA", true],
  ["XXXXXXXXXXXXXXXXXXXB", true],
  ["XCLIENT NAME ADDR", false],
  ["XEXCH50", false],
  ["X-EXPS GSSAPI", false],
])("an extension called %j is a firewall's: %s", (extension, masks) => {
  expect(masksStarttls(reply("mail.example.com", extension))).toBe(masks);
});
