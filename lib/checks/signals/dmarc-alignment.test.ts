import { expect, test } from "vitest";
import type { SentMessage } from "../facts/sending.ts";
import { concludes } from "../testing/judging.ts";
import { sending, sentMessage, signature } from "../testing/sendings.ts";
import { dmarcAlignment } from "./dmarc-alignment.ts";

const neither = { spfAligned: false, dkimAligned: false };
const unsigned = { dkim: [], spf: { result: "none" } };

test.each<[string, Partial<SentMessage>, string]>([
  ["both aligned", {}, "pass"],
  ["SPF alone", { dmarc: { result: "pass", policy: "none", spfAligned: true, dkimAligned: false } }, "pass"],
  ["aligned, no record", { dmarc: { result: "none", spfAligned: false, dkimAligned: true } }, "aligned"],
  ["neither, policy reject", { ...unsigned, dmarc: { result: "fail", policy: "reject", ...neither } }, "rejected"],
  [
    "neither, policy quarantine",
    { ...unsigned, dmarc: { result: "fail", policy: "quarantine", ...neither } },
    "rejected",
  ],
  ["neither, policy none", { ...unsigned, dmarc: { result: "fail", policy: "none", ...neither } }, "unaligned"],
  ["neither, no record", { ...unsigned, dmarc: { result: "none", ...neither } }, "unaligned"],
  ["the record was not answered", { ...unsigned, dmarc: { result: "temperror", ...neither } }, "temperror"],
  [
    "SPF was not answered",
    { dkim: [], spf: { result: "temperror" }, dmarc: { result: "fail", policy: "reject", ...neither } },
    "temperror",
  ],
  [
    "an aligned key was not answered",
    {
      ...unsigned,
      dkim: [signature({ result: "temperror" })],
      dmarc: { result: "fail", policy: "reject", ...neither },
    },
    "temperror",
  ],
])("%s", (_, more, outcome) => {
  expect(concludes(dmarcAlignment, { sending: sending({ message: sentMessage(more) }) }).outcome).toBe(outcome);
});

test("without one domain in From there is nothing to align with", () => {
  const { from: _from, ...message } = sentMessage();
  expect(concludes(dmarcAlignment, { sending: sending({ message }) }).outcome).toBe("no-author");
});
