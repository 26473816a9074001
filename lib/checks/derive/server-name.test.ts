import { expect, test } from "vitest";
import type { SmtpSession } from "../facts/smtp.ts";
import type { Known } from "../findings/findings.ts";
import { answer, forward, ip, name } from "../testing/facts.ts";
import { nothingAnswered } from "../testing/nothing-answered.ts";
import { session } from "../testing/sessions.ts";
import { pick } from "./index.ts";

const address = ip("203.0.113.10");
const derived = (known: Partial<Known>) => pick({ ...nothingAnswered, ...known }, ["serverName", "ehloName"]);
const said = (greeting: string, ehlo: string, more: Partial<SmtpSession> = {}) =>
  session({ greeting, ehlo }, { transcript: ["C: EHLO nameplate.example.net"], ...more });

test("greeting, answer and claim are kept apart; what it sends is the claim, or else the answer", () => {
  const smtp = said("a.example.com", "b.example.com");
  expect(derived({ smtp }).serverName.ehlo).toMatchObject({ text: "b.example.com", origin: "answered" });
  const claims = { helo: name("c.example.com"), selectors: [] };
  const { serverName } = derived({ smtp, claims });
  expect([serverName.greeting?.name, serverName.answered?.name, serverName.claimed?.name]).toEqual([
    "a.example.com",
    "b.example.com",
    "c.example.com",
  ]);
  expect(serverName.ehlo).toMatchObject({ text: "c.example.com", origin: "claimed" });
});

test.each([
  ["our own name", "nameplate.example.net", "echo"],
  ["mere politeness", "Hello", "text"],
  ["the word OK", "OK", "text"],
])("an answer to EHLO that is %s names nobody", (_, ehlo, kind) => {
  const { serverName, ehloName } = derived({ smtp: said("mail.example.com", ehlo) });
  expect(serverName.answered?.kind).toBe(kind);
  expect([serverName.ehlo, ehloName]).toEqual([undefined, undefined]);
});

test("the EHLO name has the lookup of its own source", () => {
  const mailNames = {
    ehlo: forward(name("b.example.com"), answer(ip("203.0.113.99"))),
    claimed: forward(name("c.example.com"), answer(address)),
  };
  const smtp = said("a.example.com", "b.example.com");
  expect(derived({ smtp, mailNames }).ehloName?.addresses).toMatchObject({ records: ["203.0.113.99"] });
  const claims = { helo: name("c.example.com"), selectors: [] };
  expect(derived({ smtp, mailNames, claims }).ehloName?.addresses).toMatchObject({ records: [address] });
});

test("a greeting that a firewall has overwritten is none", () => {
  expect(derived({ smtp: said("***", "b.example.com", { masked: true }) }).serverName.greeting).toBeUndefined();
});
