import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectLinearOnGiants, octets } from "../../testing/hostile-text.ts";
import { isDmarc, isNearlyDmarc, parseDmarc } from "./dmarc-record.ts";
import { parseReportAddresses } from "./report-address.ts";

test.each([
  ["v=DMARC1; p=none", "is"],
  ["v=DMARC1", "is"],
  ["v = DMARC1 ; p=none", "is"],
  ["V=DMARC1;p=none", "is"],
  ["v=dmarc1; p=none", "nearly"],
  ["v=DMARC1 p=none", "nearly"],
  ["v=DMARC2; p=none", "nearly"],
  [' "v=DMARC1; p=none"', "nearly"],
  ["DMARC1; p=none", "nearly"],
  ["p=none; v=DMARC1", "nearly"],
  ["p=reject", "nearly"],
  ["v=dmarc1; x=DMARC1", "nearly"],
  ["v=spf1 -all", "is not"],
  ["", "is not"],
])("%j %s a policy record", (text, what) => {
  expect([isDmarc(text), isNearlyDmarc(text)]).toEqual([what === "is", what === "nearly"]);
});

describe("what a record says", () => {
  test.each([
    ["v=DMARC1; p=reject; sp=quarantine; np=none", { p: "reject", sp: "quarantine", np: "none", unclear: false }],
    ["v=DMARC1; P=Reject", { p: "reject", unclear: false }],
    ["v=DMARC1; p=monitor", { unclear: true, flaws: [{ code: "bad-value", text: "p=monitor" }] }],
    ["v=DMARC1; rua=mailto:a@example.com", { unclear: true, flaws: [] }],
    ["v=DMARC1; p=none; sp=maybe", { p: "none", unclear: true }],
    ["v=DMARC1; p=none; t=y; psd=n", { testing: true, psd: "n" }],
    ["v=DMARC1; p=none; t=yes; psd=x", { testing: false, psd: "u" }],
    ["v=DMARC1; p=none; adkim=s; aspf=S", { adkim: "strict", aspf: "strict" }],
    [
      "v=DMARC1; p=none",
      { adkim: "relaxed", aspf: "relaxed", psd: "u", testing: false, removed: [], unknown: [], flaws: [] },
    ],
    ["v=DMARC1; p=none; pct=50; ri=86400; rf=afrf; fo=1", { removed: ["pct", "ri", "rf"], unknown: [] }],
    ["v=DMARC1; p=none; policy=x", { unknown: ["policy"] }],
    ["v=DMARC1; p=none; p=reject", { p: "none", flaws: [{ code: "repeated", text: "p=reject" }] }],
    ["v=DMARC1; p=none; reject", { flaws: [{ code: "no-equals", text: "reject" }] }],
    ["v=DMARC1; p=none; rua=a@example.com", { rua: [], flaws: [{ code: "bad-value", text: "rua=a@example.com" }] }],
  ])("%s", (text, said) => {
    expect(parseDmarc(text)).toMatchObject(said);
  });
});

test.each([
  ["mailto:a@example.com", ["mailto:a@example.com > example.com"], []],
  [
    "mailto:a@Example.COM!10m , MAILTO:b@example.net",
    ["mailto:a@Example.COM > example.com", "MAILTO:b@example.net > example.net"],
    [],
  ],
  ["https://reports.example.com/x?y", ["https://reports.example.com/x?y > reports.example.com"], []],
  ["mailto:a@xn--bcher-kva.example", ["mailto:a@xn--bcher-kva.example > xn--bcher-kva.example"], []],
  ["a@example.com", [], ["a@example.com"]],
  ["mailto: a@example.com", [], ["mailto: a@example.com"]],
  ["mailto:example.com", [], ["mailto:example.com"]],
  ["http://example.com/", [], ["http://example.com/"]],
  ["mailto:a@192.0.2.1", [], ["mailto:a@192.0.2.1"]],
  ["", [], [""]],
])("reports to %j", (value, valid, invalid) => {
  const read = parseReportAddresses(value);
  expect(read.valid.map(({ uri, host }) => `${uri} > ${host}`)).toEqual(valid);
  expect(read.invalid).toEqual(invalid);
});

test("reads whatever strangers publish, in time that grows as the text does", () => {
  const all = (text: string) => [isDmarc(text), isNearlyDmarc(text), parseDmarc(text), parseReportAddresses(text)];
  fc.assert(fc.property(octets(), (text) => void all(text)));
  expectLinearOnGiants(all);
});
