import fc from "fast-check";
import { expect, test } from "vitest";
import { readRdapNetwork } from "./rdap.ts";

const vcard = (...entries: [string, unknown][]) => [
  "vcard",
  [["version", {}, "text", "4.0"], ...entries.map(([name, value]) => [name, {}, "text", value])],
];
const network = (more: object = {}) =>
  JSON.stringify({
    objectClassName: "ip network",
    name: "EXAMPLE-NET",
    startAddress: "203.0.113.0",
    endAddress: "203.0.113.255",
    country: "ZZ",
    ...more,
  });
const block = { range: "203.0.113.0 – 203.0.113.255", country: "ZZ" };
const person = { roles: ["registrant"], vcardArray: vcard(["fn", "A Maintainer"], ["kind", "individual"]) };
const organisation = { roles: ["registrant"], vcardArray: vcard(["fn", "Example Hosting"], ["kind", "org"]) };
const abuse = { roles: ["abuse"], vcardArray: vcard(["fn", "Abuse"], ["email", "abuse@example.net"]) };

test.each<[string, object, object]>([
  ["the organisation before the person", { entities: [person, organisation, abuse] }, { holder: "Example Hosting" }],
  ["a person where there is nobody else", { entities: [person, abuse] }, { holder: "A Maintainer" }],
  ["the abuse contact inside the registrant", { entities: [{ ...organisation, entities: [abuse] }] }, {}],
  ["the block's own name where nobody is named", { entities: [abuse] }, { holder: "EXAMPLE-NET" }],
])("%s", (_, more, expected) => {
  const found = readRdapNetwork(network(more));
  expect(found).toMatchObject({ ...block, abuse: "abuse@example.net", ...expected });
});

test.each([
  ["nothing but the class", '{"objectClassName":"ip network"}', {}],
  ["another class", '{"objectClassName":"domain"}', undefined],
  ["an error", '{"errorCode":404}', undefined],
  ["a list", "[]", undefined],
  ["no JSON", "<html>", undefined],
  ["nothing", "", undefined],
])("%s", (_, body, expected) => {
  expect(readRdapNetwork(body)).toEqual(expected);
});

test("whatever a registry sends, reading it ends and throws nothing", () => {
  const entity = fc.letrec((tie) => ({
    entity: fc.record(
      {
        roles: fc.oneof(fc.constant(["registrant", "abuse"]), fc.jsonValue()),
        vcardArray: fc.oneof(fc.jsonValue(), fc.tuple(fc.constant("vcard"), fc.array(fc.jsonValue()))),
        entities: fc.oneof({ depthSize: "small" }, fc.jsonValue(), fc.array(tie("entity"))),
      },
      { requiredKeys: [] },
    ),
  })).entity;
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.array(entity)), (entities) => {
      expect(readRdapNetwork(network({ entities }))).toMatchObject({ country: "ZZ" });
    }),
  );
});
