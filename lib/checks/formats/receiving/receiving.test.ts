import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { name } from "../../testing/facts.ts";
import { expectLinearOnGiants, octets } from "../../testing/hostile-text.ts";
import { isBimi, parseBimi } from "./bimi.ts";
import { isStsRecord, matchesSts, parseStsPolicy, stsId } from "./mta-sts.ts";
import { isTlsReporting, reportTargets } from "./tls-reporting.ts";

describe("MTA-STS", () => {
  test.each([
    ["v=STSv1; id=20261122T000000;", "20261122T000000"],
    ["v=STSv1;id=1", "1"],
    ["v=STSv1", undefined],
    ["v=STSv1; id=", undefined],
    ["v=STSv1; id=a-b", undefined],
    ["v=STSv1; id=123456789012345678901234567890123", undefined],
  ])("the id of %j", (text, id) => {
    expect([isStsRecord(text), stsId(text)]).toEqual([true, id]);
  });
  test.each(["v=stsv1; id=1", "v=STSv2; id=1", "id=1; v=STSv1", "v=spf1 -all"])("%j is no record", (text) => {
    expect(isStsRecord(text)).toBe(false);
  });

  const whole = "version: STSv1\r\nmode: enforce\r\nmx: mail.example.com\r\nmx: *.example.net\r\nmax_age: 604800\r\n";
  test.each([
    ["whole", whole, { mode: "enforce", maxAge: 604800, mx: ["mail.example.com", "*.example.net"], problems: [] }],
    ["with line feeds alone", whole.replaceAll("\r", ""), { problems: [] }],
    ["without a last line end", whole.trim(), { problems: [] }],
    ["with an unknown field", `${whole}x-note: hello\n`, { problems: [] }],
    ["with a mode twice: the first counts", `${whole}mode: none\n`, { mode: "enforce", problems: [] }],
    ["with capitals in the host", whole.replace("mail.example.com", "MAIL.example.com"), { problems: [] }],
    ["mode none without hosts", "version: STSv1\nmode: none\nmax_age: 0", { mode: "none", problems: [] }],
    ["without a version", whole.replace("version: STSv1", "x: y"), { problems: ["no-version"] }],
    ["with another version", whole.replace("STSv1", "STSv2"), { problems: ["no-version"] }],
    ["with an unknown mode", whole.replace("enforce", "strict"), { problems: ["no-mode"] }],
    ["with an age too long", whole.replace("604800", "99999999"), { problems: ["no-max-age"] }],
    ["without hosts", whole.replaceAll("mx:", "host:"), { problems: ["no-mx"] }],
    ["with an address for a host", whole.replace("mail.example.com", "192.0.2.1"), { problems: ["bad-mx"] }],
    [
      "a web page",
      "<!doctype html>\n<title>Not found</title>",
      { problems: ["bad-line", "no-version", "no-mode", "no-max-age", "no-mx"] },
    ],
    ["empty", "", { problems: ["no-version", "no-mode", "no-max-age", "no-mx"] }],
  ])("a policy %s", (_, text, said) => {
    expect(parseStsPolicy(text)).toMatchObject(said);
  });

  test.each([
    ["mail.example.com", true],
    ["mx1.example.net", true],
    ["example.net", false],
    ["a.mx1.example.net", false],
    ["mail.example.org", false],
  ])("%s is one of its hosts: %s", (host, expected) => {
    expect(matchesSts(name(host), parseStsPolicy(whole).mx)).toBe(expected);
  });
});

test.each([
  ["v=TLSRPTv1; rua=mailto:tls@example.com", ["mailto:tls@example.com"], []],
  [
    "v=TLSRPTv1;rua=https://example.com/tls , mailto:a@example.com;",
    ["https://example.com/tls", "mailto:a@example.com"],
    [],
  ],
  ["v=TLSRPTv1; rua=tls@example.com", [], ["tls@example.com"]],
  ["v=TLSRPTv1", [], []],
])("TLS reports: %s", (text, usable, unusable) => {
  expect([isTlsReporting(text), reportTargets(text)]).toEqual([true, { usable, unusable }]);
});

test.each([
  ["v=BIMI1; l=https://example.com/logo.svg; a=", { declined: false, valid: true }],
  ["v=BIMI1; l=https://example.com/logo.svg; a=https://example.com/vmc.pem", { declined: false, valid: true }],
  ["v=BIMI1; l=; a=;", { declined: true }],
  ["v=BIMI1; l=http://example.com/logo.svg", { declined: false, valid: false }],
])("BIMI: %s", (text, said) => {
  expect([isBimi(text), parseBimi(text)]).toMatchObject([true, said]);
});

test("reads whatever strangers publish, in time that grows as the text does", () => {
  const all = (text: string) => [
    isStsRecord(text),
    stsId(text),
    parseStsPolicy(text),
    isTlsReporting(text),
    reportTargets(text),
    isBimi(text),
    parseBimi(text),
  ];
  fc.assert(fc.property(octets(), (text) => void all(text)));
  expectLinearOnGiants(all);
});
