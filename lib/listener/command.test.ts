import { expect, test } from "vitest";
import { parseCommand, parsePath } from "./command.ts";

test.each([
  ["EHLO mail.example.com", "EHLO", "mail.example.com"],
  ["ehlo  two spaces ", "EHLO", " two spaces "],
  ["EHLO\ttab", "EHLO", "tab"],
  ["QUIT", "QUIT", ""],
  ["", "", ""],
  ["averyverylongverb x", "AVERYVERYLO", "x"],
])("%j is %s", (line, verb, argument) => {
  const read = parseCommand(Buffer.from(line));
  expect([read.verb, read.argument.toString()]).toEqual([verb, argument]);
});

test.each([
  ["FROM:<jane@Example.COM>", { local: "jane", domain: "example.com", parameters: "" }],
  ["from: <jane@example.com> SIZE=10 AUTH=jane@example.com body=8BITMIME", { parameters: "SIZE=10 body=8BITMIME" }],
  ["FROM:<>", { local: "", domain: "" }],
  ["FROM:jane@example.com", { local: "jane", domain: "example.com" }],
  ["FROM:<@relay.example:jane@example.com>", { local: "jane", domain: "example.com" }],
  ['FROM:<"a>b@c"@example.com>', { local: "a>b@c", domain: "example.com" }],
  ['FROM:<"a\\"b"@example.com>', { local: 'a"b', domain: "example.com" }],
  ["FROM:<root>", { local: "root", domain: "" }],
])("%s is a path", (text, path) => {
  expect(parsePath(Buffer.from(text), "FROM")).toMatchObject(path);
});

test.each(["", "FROM", "TO:<a@b>", "FROM:", "FROM:<a@b"])("%j is none", (text) => {
  expect(parsePath(Buffer.from(text), "FROM")).toBeUndefined();
});

test("a path is read in time that grows with its length alone", () => {
  for (const text of [`FROM:<${'"'.repeat(1000)}`, `FROM:<${'"\\'.repeat(500)}`, `FROM:<${"@:".repeat(500)}>`])
    parsePath(Buffer.from(text), "FROM");
});
