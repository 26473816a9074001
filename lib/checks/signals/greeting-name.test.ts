import { expect, test } from "vitest";
import { answer, failed, ip, name, nxdomain } from "../testing/facts.ts";
import { concludes } from "../testing/judging.ts";
import { noSession, session } from "../testing/sessions.ts";
import { greetingName } from "./greeting-name.ts";

const ptr = answer(name("mail.example.com"));

test.each([
  ["the PTR name itself", ptr, session({ greeting: "mail.example.com" }), "same"],
  [
    "one of two PTR names",
    answer(name("a.example.net"), name("mail.example.com")),
    session({ greeting: "mail.example.com" }),
    "same",
  ],
  ["another host of the organisation", ptr, session({ greeting: "mx1.example.com" }), "same-organisation"],
  ["a name of somebody else", ptr, session({ greeting: "mail.example.net" }), "unrelated"],
  ["localhost", ptr, session({ greeting: "localhost" }), "no-host-name"],
  ["a single label", ptr, session({ greeting: "MAILSERVER" }), "no-host-name"],
  ["a name under .local", ptr, session({ greeting: "mail.corp.local" }), "no-host-name"],
  ["asterisks", ptr, session({ greeting: "****" }, { masked: true }), "masked"],
  ["a name, but no PTR to compare", nxdomain, session(), "alone"],
  ["a name, but the PTR question failed", failed("servfail"), session(), "temperror"],
  ["silence", ptr, noSession("filtered"), "not-heard"],
  ["a tarpit", ptr, noSession("tarpit"), "not-heard"],
  ["a 554 greeting", ptr, noSession("refused", { code: 554, lines: ["no"] }), "not-heard"],
  ["a closed port", ptr, noSession("closed"), "not-listening"],
] as const)("it greets with %s", (_, reverse, smtp, outcome) => {
  expect(concludes(greetingName, { address: ip("203.0.113.10"), reverse, smtp }).outcome).toBe(outcome);
});
