import { expect, test } from "vitest";
import { asciiOf, textOf } from "./octets.ts";

test.each<[string, number[], string]>([
  ["ASCII", [0x61, 0x62], "ab"],
  ["UTF-8", [0xc3, 0xbc], "ü"],
  ["Latin-1", [0x6d, 0xfc, 0x6c], "m\\xFCl"],
  ["both", [0xc3, 0xbc, 0xff, 0x61], "ü\\xFFa"],
  ["a character that is cut off", [0x61, 0xe2, 0x82], "a\\xE2\\x82"],
  ["an overlong encoding", [0xc0, 0x80], "\\xC0\\x80"],
  ["a surrogate", [0xed, 0xa0, 0x80], "\\xED\\xA0\\x80"],
  ["beyond Unicode", [0xf4, 0x90, 0x80, 0x80], "\\xF4\\x90\\x80\\x80"],
  ["four octets", [0xf0, 0x9f, 0x93, 0xae], "📮"],
  ["control characters are UTF-8", [0x00, 0x1b, 0x0d], "\0\u001b\r"],
  ["a byte order mark stays", [0xef, 0xbb, 0xbf, 0x61], "\ufeffa"],
])("%s", (_, octets, said) => {
  expect(textOf(Uint8Array.from(octets))).toBe(said);
});

test("a reply is printable ASCII", () => {
  expect(asciiOf("mül\r\n\0a b")).toBe("m\\xC3\\xBCl\\x0D\\x0A\\x00a b");
});
