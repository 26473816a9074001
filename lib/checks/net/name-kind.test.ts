import { expect, test } from "vitest";
import { nameKind, replyKind } from "./name-kind.ts";

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
  ["mäil.example.com", "invalid"],
  ["***", "invalid"],
  ["", "invalid"],
])("%s is a %s", (word, kind) => expect(nameKind(word)).toBe(kind));

test.each([
  ["mail.example.com ESMTP", "name"],
  ["mail.example.com This server is protected", "name"],
  ["mailhost ESMTP Postfix", "single-label"],
  ["debian", "single-label"],
  ["mail", "single-label"],
  ["mail ESMTP Exim", "single-label"],
  ["Mail service ready", "text"],
  ["relay7 ready", "single-label"],
  ["This server is protected by", "text"],
  ["Hello nameplate.example.net [198.51.100.9]", "text"],
  ["OK", "text"],
  ["ESMTP ready", "text"],
  ["Welcome, stranger", "text"],
  ["Property of somebody", "text"],
  ["Requested mail action okay, completed", "text"],
  ["Nice to meet you", "text"],
  ["I am mail.example.com", "text"],
  ["Server mail.example.com ready", "text"],
  ["2.0.0 Ok", "text"],
  ["Mail Gateway ready", "text"],
  ["Microsoft ESMTP MAIL Service ready", "text"],
  ["zimbra ESMTP Postfix", "single-label"],
  ["exchange Microsoft ESMTP MAIL Service ready", "single-label"],
  ["SIZE 10240000", "text"],
  ["PIPELINING", "text"],
  ["-------", "text"],
  ["WIN-7GK2L1 Hello [198.51.100.9]", "single-label"],
  ["mailhost Hello nameplate.example.net [198.51.100.9]", "single-label"],
  ["mail_1.example.com Hello", "invalid"],
  ["nameplate.example.net", "echo"],
  ["NAMEPLATE.example.net. at your service", "echo"],
])("the line %j begins with a %s", (line, kind) => {
  expect(replyKind(line.split(" ")[0] ?? "", line, "nameplate.example.net")).toBe(kind);
});
