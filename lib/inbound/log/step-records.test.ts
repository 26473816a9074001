import { expect, test } from "vitest";
import { firstOf, recordsTicket } from "./step-records.ts";
import { causeSteps, tableOf } from "./table.ts";
import { readLines } from "./testing/read.ts";

const stepsOf = (...lines: readonly string[]) => {
  const { readings } = readLines(...lines);
  return causeSteps(readings, tableOf(readings));
};
const line = (words: string) =>
  `2026-11-22 08:00:00 1tABCD-000000001-AbCd ** a@b.example R=dnslookup T=remote_smtp H=mx.b.example [192.0.2.9]: ${words}`;

test("a missing PTR record: the records of each address, with the name it said, and a ticket", () => {
  const [step] = stepsOf(line("550 5.7.25 client [203.0.113.14] has no PTR record; helo=<mail14.example.com>"));
  expect(step?.records).toEqual([
    {
      address: "203.0.113.14",
      name: "mail14.example.com",
      ptr: "14.113.0.203.in-addr.arpa. 3600 IN PTR mail14.example.com.",
      forward: "mail14.example.com. 3600 IN A 203.0.113.14",
      proof: "dig +short -x 203.0.113.14",
    },
  ]);
  expect(recordsTicket(step?.records ?? [], step?.addresses ?? [])).toContain(
    "14.113.0.203.in-addr.arpa. 3600 IN PTR mail14.example.com.",
  );
});

test.each([
  [6, undefined, "please set these PTR records for our mail server:"],
  [9, "the first 6 of 9 addresses", "please set these PTR records for our mail server (the first 6 of 9 addresses):"],
])("%d addresses without a PTR record: how many are written out", (addresses, first, words) => {
  const lines = Array.from({ length: addresses }, (_, i) =>
    line(`550 5.7.25 client [203.0.113.${i + 1}] has no PTR record`).replace("1tABCD-000000001", `1tABCD-00000000${i}`),
  );
  const [step] = stepsOf(...lines);
  if (!step) throw new Error("there is no step");
  expect([step.addresses.length, step.records.length]).toEqual([addresses, 6]);
  expect(firstOf(step.records, step.addresses)).toBe(first);
  expect(recordsTicket(step.records, step.addresses).split("\n")).toContain(words);
});

test("without a name the line says where it goes; over IPv6 it is an AAAA record", () => {
  const [step] = stepsOf(line("550 5.7.1 client [2001:db8::7] has no PTR record"));
  expect(step?.records).toMatchObject([{ name: undefined, forward: "NAME. 3600 IN AAAA 2001:db8::7" }]);
});

test.each(["552 5.2.2 Mailbox full", "554 5.7.1 Client host [203.0.113.14] blocked using zen.spamhaus.org"])(
  "records do not end it: %s",
  (words) => expect(stepsOf(line(words))[0]?.records).toEqual([]),
);
