import { expect, test } from "vitest";
import type { Sending } from "../facts/sending.ts";
import type { SaidName } from "../findings/server-name.ts";
import { concludes } from "../testing/judging.ts";
import { sending } from "../testing/sendings.ts";
import { sendingEhlo } from "./sending-ehlo.ts";

const answers = (text: string, kind: SaidName["kind"] = "name"): SaidName => ({ text, kind });

test.each<[string, Partial<Sending>, SaidName | undefined, string]>([
  ["the name it answers with", {}, answers("mail.example.com"), "same"],
  ["the same in capitals and with a dot", { helo: "MAIL.example.com." }, answers("mail.example.com"), "same"],
  ["another name", { helo: "localhost.localdomain" }, answers("mail.example.com"), "other"],
  ["a server that does not answer", {}, undefined, "seen"],
  ["an answer that repeats our name", {}, answers("nameplate.example.net", "echo"), "seen"],
  ["an answer without a name", {}, answers("OK", "text"), "seen"],
  ["it spoke before it was greeted", { earlyTalker: true }, answers("mail.example.com"), "early"],
  ["it spoke first and did not wait either", { earlyTalker: true, pipelined: true }, undefined, "early"],
  ["it did not wait for answers", { pipelined: true }, answers("mail.example.com"), "pipelined"],
])("%s", (_, more, answered, outcome) => {
  const serverName = answered ? { answered } : {};
  expect(concludes(sendingEhlo, { sending: sending(more), serverName }).outcome).toBe(outcome);
});
