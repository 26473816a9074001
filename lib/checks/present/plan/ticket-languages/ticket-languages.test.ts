import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { remedy, SEEN, wanted } from "../../../testing/remedies.ts";
import { ticketFor } from "../ticket.ts";
import { en } from "./en.ts";
import { TICKET_LANGUAGES, ticketLanguage } from "./index.ts";

const placeholders = (message: string): string[] => (message.match(/\{\w+\}/g) ?? []).sort();

test("every file is a language, and every language a file", () => {
  const files = readdirSync(import.meta.dirname).filter((file) => /^[a-z]{2,3}\.ts$/.test(file));
  expect(Object.keys(TICKET_LANGUAGES).sort()).toEqual(files.map((file) => file.replace(".ts", "")).sort());
});

describe.each(Object.entries(TICKET_LANGUAGES))("%s", (lang, messages) => {
  test("has every message, with the same values in it and as much to fill in", () => {
    expect(Object.keys(messages)).toEqual(Object.keys(en));
    for (const [key, message] of Object.entries(messages)) {
      const english = en[key as keyof typeof en];
      expect(placeholders(message), key).toEqual(placeholders(english));
      expect((message.match(/\[[^\]]+\]/g) ?? []).length, key).toBe((english.match(/\[[^\]]+\]/g) ?? []).length);
      expect(message.trim(), key).not.toBe("");
    }
  });

  test("no line is longer than 76 characters, not for IPv6, nor for a long name or many of them", () => {
    const long = `${"mail".repeat(15)}.${"department".repeat(6)}.${"x".repeat(63)}.example.com`;
    const ipv6 = "2001:db8:1234:5678:9abc:def0:1234:5678";
    const six = {
      address: ipv6,
      type: "AAAA" as const,
      owners: { ...remedy().owners, ptr: { outcome: "holder" as const, evidence: {} } },
    };
    const all = [
      remedy(),
      remedy({ ...six, wanted: wanted({ addresses: [ipv6] }) }),
      remedy({ ...six, wanted: wanted({ name: long, leads: "nxdomain" }), ptr: [long, `a.${long}`, "b.example.com"] }),
      remedy({ ...six, wanted: undefined, ptr: ["one.example.com"] }),
    ];
    for (const each of all) {
      const ticket = ticketFor(each, SEEN, lang);
      const lines = ticket.body.split("\n");
      expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(76);
      expect(ticket.body).not.toMatch(/\{\w+\}|undefined/);
      expect(lines.length).toBeLessThanOrEqual(45);
    }
  });
});

test.each([
  ["de", "de"],
  ["de-AT", "de"],
  ["FR_ca", "fr"],
  ["xx", "en"],
  ["constructor", "en"],
  ["", "en"],
  [undefined, "en"],
])("asked for %s, it is %s", (asked, lang) => {
  expect(ticketLanguage(asked)).toBe(lang);
});
