import { expect, test } from "vitest";
import { say } from "../define/signal.ts";
import type { SmtpSession } from "../facts/smtp.ts";
import { plain } from "../net/safe-text.ts";
import { ip } from "../testing/facts.ts";
import { concludes } from "../testing/judging.ts";
import { noSession, session } from "../testing/sessions.ts";
import { starttls } from "./starttls.ts";

const tls = (outcome: SmtpSession["tls"]) => session({}, { tls: outcome });
const established = (protocol: string) => {
  const { tls: whole } = session();
  return tls(whole.kind === "established" ? { ...whole, protocol } : whole);
};

test.each([
  ["a handshake", session(), "established"],
  ["TLS 1.2", established("TLSv1.2"), "established"],
  ["TLS 1.1", established("TLSv1.1"), "old-version"],
  ["TLS 1.0", established("TLSv1"), "old-version"],
  ["EHLO without STARTTLS", tls({ kind: "not-offered" }), "not-offered"],
  ["454 to STARTTLS", tls({ kind: "declined", reply: { code: 454, lines: ["TLS not available"] } }), "declined"],
  ["a broken handshake", tls({ kind: "handshake-failed", detail: "ECONNRESET" }), "handshake-failed"],
  ["time up before EHLO", tls({ kind: "not-reached", why: "timeout" }), "not-reached"],
  ["a refusing greeting", noSession("refused", { code: 554, lines: ["no"] }), "not-reached"],
  ["a tarpit", noSession("tarpit"), "not-reached"],
  ["silence", noSession("filtered"), "not-reached"],
  ["250-XXXXXXXA", session({}, { tls: { kind: "not-offered" }, oddities: ["starttls-masked"] }), "masked"],
  ["220 ****, and no STARTTLS", session({}, { tls: { kind: "not-offered" }, masked: true }), "masked"],
  ["220 ****, and STARTTLS all the same", session({}, { masked: true }), "established"],
  ["a closed port", noSession("closed"), "not-listening"],
] as const)("%s", (_, smtp, outcome) => {
  expect(concludes(starttls, { address: ip("203.0.113.10"), smtp }).outcome).toBe(outcome);
});

test("what a firewall overwrites is mended at the firewall, never at the mail server", () => {
  const { fix } = starttls.outcomes.masked;
  const { does, copy } = fix ? say(fix, {}) : {};
  expect(plain(does ?? [])).toContain("firewall");
  expect(copy).toBeUndefined();
});

test("the command asks under the name we sent, or under none", () => {
  const ask = (sni: string[]) => starttls.reproduce?.({ address: ["203.0.113.10"], sni });
  expect(ask(["mx.example.com"])).toEqual([
    "openssl s_client -starttls smtp -connect 203.0.113.10:25 -servername mx.example.com",
  ]);
  expect(ask([])).toEqual(["openssl s_client -starttls smtp -connect 203.0.113.10:25"]);
});
