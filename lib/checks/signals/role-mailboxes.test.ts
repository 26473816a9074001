import { expect, test } from "vitest";
import type { Lookup, LookupOf } from "../facts/lookup.ts";
import { answer, failed, forward, ip, name, nodata, nxdomain } from "../testing/facts.ts";
import { concludes } from "../testing/judging.ts";
import { roleMailboxes } from "./role-mailboxes.ts";

const address = ip("203.0.113.10");
const mail = name("mail.example.com");
const mx = (...exchanges: string[]): LookupOf<"MX"> =>
  answer(...exchanges.map((exchange) => ({ preference: 10, exchange: name(exchange) })));

test.each<[string, LookupOf<"MX">, Lookup<ReturnType<typeof ip>>[], string]>([
  ["an MX record", mx("mx.example.com"), [], "reachable"],
  ["a null MX", mx("."), [], "null-mx"],
  ["no MX, but an address", nodata, [answer(address), nodata], "reachable"],
  ["neither", nodata, [nodata, nodata], "none"],
  ["no such domain", nxdomain, [], "none"],
  ["neither, as far as was answered", nodata, [nodata, failed()], "temperror"],
  ["no answer", failed(), [], "temperror"],
])("the domain of the PTR name has %s", (_, lookup, addresses, outcome) => {
  const ptrDomainMail = { name: mail, domain: name("example.com"), mx: lookup, addresses };
  const known = { address, reverse: answer(mail), forward: [forward(mail, answer(address))], ptrDomainMail };
  expect(concludes(roleMailboxes, known).outcome).toBe(outcome);
});

test.each<[string, LookupOf<"PTR">, string]>([
  ["no PTR name", nxdomain, "no-own-name"],
  ["a provider's name", answer(name("static.10.113.0.203.clients.your-server.de")), "no-own-name"],
  ["no answer", failed(), "temperror"],
])("the address has %s", (_, reverse, outcome) => {
  expect(concludes(roleMailboxes, { address, reverse, forward: [], ptrDomainMail: undefined }).outcome).toBe(outcome);
});
