import { expect, test } from "vitest";
import { name } from "../testing/facts.ts";
import { unicodeName } from "./unicode-name.ts";

const aLabel = (text: string) => name(new URL(`http://${text}/`).hostname);

test.each([
  "bücher.de",
  "mail.bücher.de",
  "smörgåsbord.se",
  "münchen-1.de",
  "пример.рф",
  "почта.москва",
  "параграф.укр",
  "παράδειγμα.gr",
  "例え.jp",
  "ひらがなカタカナ漢字.jp",
  "도메인.한국",
  "中文.台灣",
  "दुकान.भारत",
  "موقع.مصر",
  "ไทย.ไทย",
  "việtnam.vn",
])("%s is shown as it is written", (text) => expect(unicodeName(aLabel(text))).toBe(text));

test.each([
  ["plain ASCII", "mail.example.com"],
  ["Cyrillic drawn like Latin", "раураӏ.com"],
  ["Cyrillic drawn like Latin, under a Cyrillic top-level domain", "хор.рф"],
  ["Cyrillic drawn like Latin, with digits", "аоо1.com"],
  ["Greek drawn like Latin", "νοκια.com"],
  ["Armenian drawn like Latin", "օսո.com"],
  ["one Cyrillic letter among Latin", "pаypal.com"],
  ["one Greek letter among Latin", "gοogle.com"],
  ["Latin among Han", "中文abc.com"],
  ["a dotless i", "paypaı.com"],
  ["a phonetic letter", "ɡoogle.com"],
  ["a stray combining mark", "exa\u0323\u0324mple.com"],
  ["an emoji", "💩.la"],
  ["a Canadian syllabic", "ᑭᐯ.com"],
  ["one bad label among good ones", "раураӏ.bücher.de"],
])("%s has its A-label speak alone", (_, text) => expect(unicodeName(aLabel(text))).toBeUndefined());

test.each(["xn--.com", "xn--abc-.com", "xn--bcher-kva\\046x.com"])("%s is not decoded", (text) =>
  expect(unicodeName(name(text))).toBeUndefined(),
);
test("a name whose decoded form is written differently is not shown", () => {
  // "BÜCHER" in Punycode: no registry has it, and what it decodes to leads elsewhere.
  expect(unicodeName(name("xn--BCHER-9ya.de"))).toBeUndefined();
});
