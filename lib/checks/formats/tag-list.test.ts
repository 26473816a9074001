import fc from "fast-check";
import { expect, test } from "vitest";
import { expectLinearOnGiants, octets } from "../testing/hostile-text.ts";
import { parseTagList, tagValue, trim } from "./tag-list.ts";

test.each([
  ["v=DMARC1; p=none", ["v=DMARC1", "p=none"], []],
  ["v=DMARC1;p=none;", ["v=DMARC1", "p=none"], []],
  [" v = DKIM1 ;\r\n\tp = MIG fMA ; ", ["v=DKIM1", "p=MIG fMA"], []],
  ["p=", ["p="], []],
  ["p=a=b==", ["p=a=b=="], []],
  ["v=1;; p=2", ["v=1", "p=2"], ["empty"]],
  ["", [], ["empty"]],
  ["v=1; reject", ["v=1"], ["no-equals"]],
  ["v=1; 2p=x", ["v=1"], ["bad-name"]],
  ["v=1; =x", ["v=1"], ["bad-name"]],
  ["p=1; P=2", ["p=1"], ["repeated"]],
])("%j is read as %j", (text, tags, errors) => {
  const list = parseTagList(text);
  expect(list.tags.map(({ name, value }) => `${name}=${value}`)).toEqual(tags);
  expect(list.errors.map(({ code }) => code)).toEqual(errors);
});

test("names have no case, and octet 160 is no space", () => {
  expect(tagValue(parseTagList("V=DMARC1; P=none"), "p")).toBe("none");
  expect(trim(" \t\xa0 \r\n")).toBe("\xa0");
});

test("reads whatever strangers publish: every tag is there once, and what is no tag is an error", () => {
  fc.assert(
    fc.property(octets(), (text) => {
      const { tags, errors } = parseTagList(text);
      const names = tags.map(({ name }) => name.toLowerCase());
      expect(new Set(names).size).toBe(names.length);
      expect(tags.length + errors.length).toBeLessThanOrEqual(text.split(";").length);
    }),
  );
});

test("takes time that grows as the text does, hostile or not", () => {
  expectLinearOnGiants(parseTagList);
});
