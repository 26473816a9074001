import { describe, expect, test } from "vitest";
import { providers } from "../../providers/index.ts";
import { GENERAL, guideOf } from "./guide.ts";
import { ADDRESS_PLACEHOLDER, readGuideValues } from "./guide-values.ts";
import { PLACEHOLDER } from "./records.ts";

const values = { address: "203.0.113.10", name: "mail.example.com" };

test.each([GENERAL, ...providers.map(({ id }) => id)])("%s has a guide with nothing left to fill in", (id) => {
  const guide = guideOf(id, values);
  expect(guide?.ways.length).toBeGreaterThan(0);
  for (const { cli, api } of guide?.ways ?? []) expect([...cli, ...api].join()).not.toMatch(/\{(address|name)\}/);
});

test("no other id has one", () => {
  expect(guideOf("constructor", values)).toBeUndefined();
});

describe("what a guide is filled in with", () => {
  test.each([
    ["an address and a name", { address: "203.0.113.10", name: "Mail.Example.com." }, values, []],
    ["IPv6, in brackets", { address: "[2001:DB8::1]" }, { address: "2001:db8::1", name: PLACEHOLDER }, []],
    ["nothing", {}, { address: ADDRESS_PLACEHOLDER, name: PLACEHOLDER }, []],
    ["empty fields", { address: "", name: " " }, { address: ADDRESS_PLACEHOLDER, name: PLACEHOLDER }, []],
    [
      "the last of several",
      { name: ["a.example.com", "mail.example.com"] },
      { address: ADDRESS_PLACEHOLDER, name: "mail.example.com" },
      [],
    ],
    [
      "no address",
      { address: "203.0.113.10; reboot" },
      { address: ADDRESS_PLACEHOLDER, name: PLACEHOLDER },
      ["address"],
    ],
    ["no host name", { name: "$(reboot)" }, { address: ADDRESS_PLACEHOLDER, name: PLACEHOLDER }, ["name"]],
    [
      "a name nobody else can look up",
      { name: "mail.local" },
      { address: ADDRESS_PLACEHOLDER, name: PLACEHOLDER },
      ["name"],
    ],
  ])("%s", (_, query, expected, wrong) => {
    const reading = readGuideValues(query);
    expect(reading.values).toEqual(expected);
    expect(reading.wrong).toEqual(wrong);
  });
});
