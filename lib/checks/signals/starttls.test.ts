import { expect, test } from "vitest";
import type { SmtpSession } from "../facts/smtp.ts";
import { ip } from "../testing/facts.ts";
import { concludes } from "../testing/judging.ts";
import { session, unheard } from "../testing/sessions.ts";
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
  ["a refusing greeting", unheard("refused", { code: 554, lines: ["no"] }), "not-reached"],
  ["a tarpit", unheard("tarpit"), "not-reached"],
  ["silence", unheard("filtered"), "not-reached"],
  ["a closed port", unheard("closed"), "not-listening"],
] as const)("%s", (_, smtp, outcome) => {
  expect(concludes(starttls, { address: ip("203.0.113.10"), smtp }).outcome).toBe(outcome);
});
