import { expect, test } from "vitest";
import { mailWord } from "./mail-word.ts";

test.each([
  ["mail.example.com", "name"],
  ["MAIL.example.com.", "name"],
  ["[192.0.2.1]", "literal"],
  ["[IPv6:2001:db8::1]", "literal"],
  ["192.0.2.1", "bare-address"],
  ["localhost", "localhost"],
  ["localhost.localdomain", "localhost"],
  ["MAILSERVER", "single-label"],
  ["mail.corp.local", "local-name"],
  ["mail_1.example.com", "invalid"],
  ["***", "invalid"],
  ["", "invalid"],
])("%s is a %s", (word, kind) => expect(mailWord(word)).toBe(kind));
