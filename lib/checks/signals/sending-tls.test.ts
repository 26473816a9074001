import { expect, test } from "vitest";
import type { Sending } from "../facts/sending.ts";
import { concludes } from "../testing/judging.ts";
import { sending } from "../testing/sendings.ts";
import { sendingTls } from "./sending-tls.ts";

const { tls: _tls, ...plain } = sending();
const used = (version: string) => sending({ tls: { version, cipher: "AES128-SHA" } });

test.each<[string, Sending, string]>([
  ["TLS 1.3", used("TLSv1.3"), "established"],
  ["TLS 1.2", used("TLSv1.2"), "established"],
  ["TLS 1.1", used("TLSv1.1"), "old"],
  ["TLS 1.0", used("TLSv1"), "old"],
  ["none", plain, "none"],
  ["a handshake that failed, then none", { ...plain, tlsFailure: "EPROTO" }, "failed"],
  ["one that failed before, and now works", { ...used("TLSv1.3"), tlsFailure: "EPROTO" }, "established"],
])("%s", (_, seen, outcome) => {
  expect(concludes(sendingTls, { sending: seen }).outcome).toBe(outcome);
});
