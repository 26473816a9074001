import { expect, test } from "vitest";
import type { HttpsExchange } from "../facts/https.ts";
import type { LookupOf } from "../facts/lookup.ts";
import type { MarkCertificate } from "../facts/receiving.ts";
import type { SendingDomain } from "../facts/sender.ts";
import { walkOf } from "../testing/dmarc-walk.ts";
import { answer, failed, ip, name, nodata, nxdomain } from "../testing/facts.ts";
import { bimi } from "./bimi.ts";

const domain = name("example.com");
const sender: SendingDomain = { domain, origin: "target" };
const LOGO = answer("v=BIMI1; l=https://example.com/logo.svg");
const NOW = Date.UTC(2026, 10, 22);
const SVG = '<?xml version="1.0"?><svg version="1.2" baseProfile="tiny-ps" xmlns="http://www.w3.org/2000/svg"></svg>';
const came = (body: string, mediaType = "image/svg+xml", more = {}): HttpsExchange => ({
  kind: "response",
  address: ip("203.0.113.1"),
  status: 200,
  mediaType,
  body,
  cut: false,
  ...more,
});
const judged = (
  record: LookupOf<"TXT">,
  policy: string | null | undefined,
  files: { logo?: HttpsExchange; certificate?: MarkCertificate } = { logo: came(SVG) },
) =>
  bimi.judge({
    sender,
    now: NOW,
    bimi: { domain, record, ...files },
    dmarc: {
      domain,
      walk: walkOf(domain, policy === undefined ? {} : { [domain]: policy }),
      existence: nodata,
      reportHosts: [],
    },
  }).outcome;

test.each([
  ["a logo and a strict policy", LOGO, "v=DMARC1; p=reject", "found"],
  ["a logo, and subdomains without a policy", LOGO, "v=DMARC1; p=reject; sp=none", "weak-policy"],
  ["a logo and p=none", LOGO, "v=DMARC1; p=none", "weak-policy"],
  ["a logo and no policy", LOGO, undefined, "weak-policy"],
  ["a logo and an unknown policy", LOGO, null, "temperror"],
  ["nothing", nxdomain, "v=DMARC1; p=reject", "absent"],
  ["nothing, and an unknown policy", nxdomain, null, "absent"],
  ["a refusal to take part", answer("v=BIMI1; l=; a="), undefined, "declined"],
  ["a logo without HTTPS", answer("v=BIMI1; l=http://example.com/logo.svg"), undefined, "malformed"],
  ["no answer", failed(), "v=DMARC1; p=reject", "temperror"],
] as const)("%s", (_, record, policy, outcome) => {
  expect(judged(record, policy)).toBe(outcome);
});

test("the organisation's logo stands in", () => {
  const below = name("mail.example.com");
  const dmarc = {
    domain: below,
    walk: walkOf(below, { [domain]: "v=DMARC1; p=reject" }),
    existence: nodata,
    reportHosts: [],
  };
  const fact = { domain: below, record: nxdomain, organisation: { domain, record: LOGO }, logo: came(SVG) };
  expect(bimi.judge({ sender: { domain: below, origin: "target" }, dmarc, bimi: fact, now: NOW }).outcome).toBe(
    "found",
  );
});

const MARK = answer("v=BIMI1; l=https://example.com/logo.svg; a=https://example.com/vmc.pem");
const pem = came("-----BEGIN CERTIFICATE-----", "application/pem-certificate-chain");
const valid = { from: NOW - 1, until: NOW + 1 };
const LOGOS = { logo: came(SVG) };

test.each([
  ["a logo that was not fetched", LOGO, {}, "temperror"],
  ["a logo that is not there", LOGO, { logo: came("", "text/html", { status: 404 }) }, "logo-missing"],
  ["a logo on a host without an address", LOGO, { logo: { kind: "no-address" } }, "logo-missing"],
  ["a logo at a private address", LOGO, { logo: { kind: "forbidden", what: "private" } }, "logo-missing"],
  [
    "a logo behind a wrong certificate",
    LOGO,
    { logo: { kind: "tls", address: ip("203.0.113.1"), detail: "X" } },
    "logo-missing",
  ],
  ["a logo on a silent server", LOGO, { logo: { kind: "failed", why: "timeout" } }, "unreachable"],
  ["a logo beyond our limit", LOGO, { logo: { kind: "failed", why: "limit" } }, "limit"],
  [
    "a logo on a host that got no answer",
    LOGO,
    { logo: { kind: "failed", why: "servfail", lookup: failed("servfail") } },
    "temperror",
  ],
  ["a logo that is a picture", LOGO, { logo: came("PNG", "image/png") }, "logo-unusable"],
  ["a logo that is a page", LOGO, { logo: came("<html>", "text/html") }, "logo-unusable"],
  ["a logo of another profile", LOGO, { logo: came('<svg baseProfile="full">') }, "logo-unusable"],
  ["a logo without an end", LOGO, { logo: came(SVG, undefined, { cut: true }) }, "logo-unusable"],
  ["a logo and its certificate", MARK, { ...LOGOS, certificate: { exchange: pem, validity: valid } }, "found"],
  [
    "a certificate that has expired",
    MARK,
    { ...LOGOS, certificate: { exchange: pem, validity: { from: 0, until: NOW - 1 } } },
    "certificate-expired",
  ],
  ["a certificate that is none", MARK, { ...LOGOS, certificate: { exchange: pem } }, "certificate-missing"],
  [
    "a certificate that is not there",
    MARK,
    { ...LOGOS, certificate: { exchange: came("", "text/html", { status: 410 }) } },
    "certificate-missing",
  ],
  [
    "a certificate on a silent server",
    MARK,
    { ...LOGOS, certificate: { exchange: { kind: "failed", why: "timeout" } } },
    "unreachable",
  ],
] as const)("the record names %s", (_, record, files, outcome) => {
  expect(judged(record, "v=DMARC1; p=reject", files as never)).toBe(outcome);
});
