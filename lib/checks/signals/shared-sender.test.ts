import { expect, test } from "vitest";
import { say } from "../define/signal.ts";
import { asName } from "../net/domain-name.ts";
import { plain } from "../net/safe-text.ts";
import { failed, ip } from "../testing/facts.ts";
import { sharedSender } from "./shared-sender.ts";

const address = ip("203.0.113.36");
const name = asName("mail-am6eur05on2036.outbound.protection.outlook.com");

test.each([
  ["an address of a shared sender", { kind: "shared", id: "microsoft-365", name }, "shared"],
  ["any other", { kind: "none" }, "none"],
  ["no answer", { kind: "open", lookup: failed() }, "temperror"],
] as const)("%s", (_, found, outcome) => {
  expect(sharedSender.judge({ address, sharedSender: found }).outcome).toBe(outcome);
});

test("says what is the provider's, what is the reader's and what a server beside it needs", () => {
  const { evidence = {} } = sharedSender.judge({
    address,
    sharedSender: { kind: "shared", id: "microsoft-365", name },
  });
  const said = plain(say(sharedSender.outcomes.shared.says, evidence));
  for (const part of [
    "Microsoft 365",
    "not yours to change",
    "include:spf.protection.outlook.com",
    "DKIM and DMARC",
    "its own PTR record",
  ])
    expect(said).toContain(part);
});
