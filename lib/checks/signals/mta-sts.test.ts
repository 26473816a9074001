import { expect, test } from "vitest";
import type { HttpsExchange } from "../facts/https.ts";
import type { MailExchange } from "../facts/mx.ts";
import type { SendingDomain } from "../facts/sender.ts";
import { answer, failed, ip, name, nodata, nxdomain } from "../testing/facts.ts";
import { mtaSts } from "./mta-sts.ts";

const sender: SendingDomain = { domain: name("example.com"), origin: "target" };
const address = ip("203.0.113.1");
const exchange: MailExchange = {
  domain: name("example.com"),
  mx: answer({ preference: 10, exchange: name("mx.example.com") }),
  exchangers: [
    {
      name: name("mx.example.com"),
      preference: 10,
      a: answer(address),
      aaaa: nodata,
      reachable: [address],
      refused: [],
    },
  ],
};
const RECORD = answer("v=STSv1; id=1");
const served = (body: string, more: Partial<Extract<HttpsExchange, { kind: "response" }>> = {}): HttpsExchange => ({
  kind: "response",
  address,
  status: 200,
  mediaType: "text/plain",
  body,
  cut: false,
  ...more,
});
const policy = (mode: string, mx = "mx.example.com") =>
  served(`version: STSv1\nmode: ${mode}\nmx: ${mx}\nmax_age: 86400\n`);

test.each([
  ["enforce", RECORD, policy("enforce"), "enforce"],
  ["enforce, by a wildcard", RECORD, policy("enforce", "*.example.com"), "enforce"],
  ["testing", RECORD, policy("testing"), "testing"],
  ["none", RECORD, policy("none"), "mode-none"],
  ["enforce, with another host", RECORD, policy("enforce", "mx.example.net"), "mx-mismatch"],
  ["testing, with another host", RECORD, policy("testing", "mx.example.net"), "mx-mismatch-testing"],
  ["absent", nxdomain, undefined, "absent"],
  ["absent, beside other text", answer("v=spf1 -all"), undefined, "absent"],
  ["announced twice", answer("v=STSv1; id=1", "v=STSv1; id=2"), policy("enforce"), "bad-record"],
  ["announced without an id", answer("v=STSv1"), policy("enforce"), "bad-record"],
  ["not found", RECORD, served("", { status: 404 }), "policy-missing"],
  ["behind a redirect", RECORD, served("", { status: 301 }), "policy-missing"],
  ["a web page", RECORD, served("<html>", { mediaType: "text/html" }), "policy-missing"],
  ["on a host without an address", RECORD, { kind: "no-address" }, "policy-missing"],
  ["on a private address", RECORD, { kind: "forbidden", what: "private" }, "policy-missing"],
  ["on a closed port", RECORD, { kind: "closed", address }, "policy-missing"],
  [
    "under a certificate for another host",
    RECORD,
    { kind: "tls", address, detail: "ERR_TLS_CERT_ALTNAME_INVALID" },
    "policy-certificate",
  ],
  ["without a mode", RECORD, served("version: STSv1\nmx: mx.example.com\nmax_age: 1"), "policy-invalid"],
  ["longer than senders read", RECORD, { ...policy("enforce"), cut: true } as HttpsExchange, "policy-invalid"],
  ["on a silent server", RECORD, { kind: "failed", why: "timeout" }, "unreachable"],
  [
    "on a host whose addresses got no answer",
    RECORD,
    { kind: "failed", why: "servfail", lookup: failed("servfail") },
    "temperror",
  ],
  ["who knows", failed(), undefined, "temperror"],
] as const)("the policy is %s", (_, record, fetched, outcome) => {
  const mtaStsFact = { domain: name("example.com"), record, ...(fetched ? { policy: fetched } : {}) };
  expect(mtaSts.judge({ sender, mx: exchange, mtaSts: mtaStsFact }).outcome).toBe(outcome);
});

test("where the mail hosts are not known, nothing is said of them", () => {
  const mtaStsFact = { domain: name("example.com"), record: RECORD, policy: policy("enforce") };
  const mx = { ...exchange, mx: failed(), exchangers: [] };
  expect(mtaSts.judge({ sender, mx, mtaSts: mtaStsFact }).outcome).toBe("temperror");
});
