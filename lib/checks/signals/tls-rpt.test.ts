import { expect, test } from "vitest";
import type { SendingDomain } from "../facts/sender.ts";
import { answer, failed, name, nodata } from "../testing/facts.ts";
import { tlsRpt } from "./tls-rpt.ts";

const domain = name("example.com");
const sender: SendingDomain = { domain, origin: "target" };

test.each([
  ["asked for", answer("v=TLSRPTv1; rua=mailto:tls@example.com"), "found"],
  ["asked for, beside other text", answer("hello", "v=TLSRPTv1; rua=https://example.com/tls"), "found"],
  ["not asked for", nodata, "absent"],
  [
    "asked for twice",
    answer("v=TLSRPTv1; rua=mailto:a@example.com", "v=TLSRPTv1; rua=mailto:b@example.com"),
    "several",
  ],
  ["asked for without an address", answer("v=TLSRPTv1"), "unusable"],
  ["asked for at something that is no address", answer("v=TLSRPTv1; rua=tls@example.com"), "unusable"],
  ["who knows", failed(), "temperror"],
] as const)("reports are %s", (_, record, outcome) => {
  expect(tlsRpt.judge({ sender, tlsReporting: { domain, record } }).outcome).toBe(outcome);
});
