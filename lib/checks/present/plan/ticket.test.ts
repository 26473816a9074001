import { expect, test } from "vitest";
import { plain } from "../../net/safe-text.ts";
import type { Remedy } from "../../report/report.ts";
import { remedy, SEEN, wanted } from "../../testing/remedies.ts";
import { ticketFor } from "./ticket.ts";

test.each<[string, Remedy["wanted"], string[]]>([
  ["a name that resolves back", wanted(), []],
  ["beside other addresses, too", wanted({ addresses: ["203.0.113.99", "203.0.113.10"] }), []],
  ["no name", undefined, ["no-name"]],
  ["an alias that resolves back", wanted({ alias: "rack.example.com" }), ["alias"]],
  ["an alias that leads elsewhere", wanted({ alias: "rack.example.com", leads: "elsewhere" }), ["alias", "elsewhere"]],
  ["another address", wanted({ leads: "elsewhere", addresses: ["203.0.113.99"] }), ["elsewhere"]],
  ["the other family only", wanted({ leads: "no-address", addresses: [] }), ["no-address"]],
  ["no such name", wanted({ leads: "nxdomain", addresses: [] }), ["nxdomain"]],
  ["an underscore", wanted({ name: "mail_1.example.com" }), ["underscore"]],
  [
    "an underscore that does not exist",
    wanted({ name: "_mail.example.com", leads: "nxdomain" }),
    ["underscore", "nxdomain"],
  ],
  [
    "no answer: nothing wrong, nothing proved",
    wanted({ leads: "unknown", addresses: [], reason: "timeout" }),
    ["unknown"],
  ],
])("what providers send back: %s", (_, name, codes) => {
  const ticket = ticketFor(remedy({ wanted: name }), SEEN);
  expect(ticket.problems.map(({ code }) => code)).toEqual(codes);
  expect(ticket.ready).toBe(codes.length === 0);
  for (const { does } of ticket.problems) expect(plain(does)).toMatch(/\.$/);
});

test("every fault of the record comes with the record that mends it, and never with a name of our own making", () => {
  const copies = (name: Remedy["wanted"]) => ticketFor(remedy({ wanted: name }), SEEN).problems.map(({ copy }) => copy);
  expect(copies(wanted({ leads: "nxdomain" }))).toEqual(["mail.example.com. 3600 IN A 203.0.113.10"]);
  expect(copies(wanted({ name: "_my_mail.example.com" }))).toEqual([undefined]);
});

test("a ready ticket has address, name, both records and where it can be seen; the rest is to fill in", () => {
  const { subject, body } = ticketFor(remedy(), SEEN);
  expect(subject).toContain("203.0.113.10");
  expect(subject).toContain("mail.example.com");
  for (const part of [
    "10.113.0.203.in-addr.arpa. 3600 IN PTR mail.example.com.",
    "mail.example.com. 300 IN A 203.0.113.10",
    "2026-11-22 14:02 UTC",
    SEEN.url,
  ])
    expect(body).toContain(part);
  expect(body.match(/\[[^\]]+\]/g)).toHaveLength(3);
});

test("a ticket never claims a forward record that was not seen", () => {
  for (const leads of ["elsewhere", "no-address", "nxdomain", "unknown"] as const)
    expect(ticketFor(remedy({ wanted: wanted({ leads }) }), SEEN).body).not.toContain("is in place");
});

test("names there are now are to be replaced, and only the first few are listed", () => {
  const many = Array.from({ length: 12 }, (_, i) => `many-${i}.example.com`);
  expect(ticketFor(remedy({ ptr: ["old.example.com"] }), SEEN).body).toContain("old.example.com");
  expect(ticketFor(remedy({ ptr: many }), SEEN).body).not.toContain("many-4");
});

test("the PTR record of a classless delegation stands where the alias leads", () => {
  const owners = {
    ...remedy().owners,
    ptr: { outcome: "delegated", evidence: { owner: ["10.0/26.113.0.203.in-addr.arpa"] } },
  };
  expect(ticketFor(remedy({ owners }), SEEN).body).toContain("10.0/26.113.0.203.in-addr.arpa. 3600 IN PTR");
});
