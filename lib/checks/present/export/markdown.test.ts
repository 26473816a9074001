import { expect, test } from "vitest";
import { markdownWords } from "./markdown.ts";

test.each([
  ["emphasis", "*a* _b_ ~c~", String.raw`\*a\* \_b\_ \~c\~`],
  ["a link", "[a](javascript:b)", String.raw`\[a\](javascript:b)`],
  ["a picture", "![a](//b)", String.raw`\!\[a\](//b)`],
  ["HTML", "<b>", String.raw`\<b\>`],
  ["a link in angle brackets", "<https://a.example>", String.raw`\<https\://a.example\>`],
  ["what looks like a page", "https://a.example/ HTTP://b.example", String.raw`https\://a.example/ HTTP\://b.example`],
  ["what looks like a host of the web", "www.a.example, WWW.b.example", String.raw`www\.a.example, WWW\.b.example`],
  ["what looks like a mailbox", "a@b.example", String.raw`a\@b.example`],
  ["what begins another line", "a\n# b", String.raw`a\\u\{a\}\# b`],
])("words never become %s", (_, words, written) => expect(markdownWords(words)).toBe(written));

test("words, names, addresses and times stay as they are", () => {
  const words = "Sent from 203.0.113.10 (2001:db8::1) as mail.example.com, 2026-11-26T15:00:00.000Z: 3 of 4.";
  expect(markdownWords(words)).toBe(words);
});
