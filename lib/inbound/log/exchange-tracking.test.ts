import { describe, expect, test } from "vitest";
import { csvFields } from "./csv-line.ts";
import { readingOf, readLines } from "./testing/read.ts";

const row = (
  event: string,
  status: string,
  {
    to = "bob@b.example",
    server = "192.0.2.9,mx.b.example",
    client = "10.0.0.2",
    way = "Originating",
    source = "SMTP",
  } = {},
) =>
  `2026-11-24T14:00:01.123Z,${client},EX01,${server},,Internet,${source},${event},101,<x1@example.com>,n1,${to},${status},4000,1,,,"Hello, you",zaphod@example.com,zaphod@example.com,2026,${way}`;

describe("Exchange message tracking", () => {
  test.each([
    [
      "sent from an address inside",
      row("SEND", "250 2.1.5 Recipient OK"),
      { cause: "accepted", address: null, receiver: "mx.b.example" },
    ],
    [
      "sent outside, as newer versions say it",
      row("SENDEXTERNAL", "250 2.0.0 ok", { client: "203.0.113.7" }),
      { cause: "accepted", address: "203.0.113.7", receiver: "mx.b.example" },
    ],
    [
      "sent from an address of its own",
      row("SEND", "250 2.1.5 Recipient OK", { client: "203.0.113.7" }),
      { address: "203.0.113.7" },
    ],
    [
      "refused: the last error, its server",
      row("FAIL", "[{LED=550 5.7.1 no PTR for 203.0.113.7};{MSG=};{FQDN=mx.c.example};{IP=192.0.2.8};{LRT=}]", {
        server: ",",
        to: "bob@c.example",
      }),
      { cause: "ptr_missing", receiver: "mx.c.example", address: "203.0.113.7" },
    ],
    [
      "refused by a server of Microsoft, whose own servers stand behind it",
      row(
        "FAIL",
        "[{LED=550 5.1.10 RESOLVER.ADR.RecipientNotFound [AM0PR01.eurprd01.prod.outlook.com 2026-11-24T14:00:01.123Z 08DD]};{MSG=};{FQDN=contoso.mail.protection.outlook.com};{IP=52.101.40.1};{LRT=}]",
        { server: "," },
      ),
      { cause: "recipient_unknown", receiver: "microsoft" },
    ],
    [
      "put off",
      row("DEFER", "421 4.4.2 Connection dropped", { server: "," }),
      { permanence: "temporary", receiver: "b.example" },
    ],
    [
      "two recipients with a status each",
      row("FAIL", "550 5.1.1 User unknown;550 5.1.1 User unknown", { to: "a@b.example;c@b.example" }),
      { count: 2, cause: "recipient_unknown" },
    ],
    [
      "three recipients with two statuses, of which nobody knows whose they are",
      row("FAIL", "550 5.1.1 User unknown;550 5.1.1 User unknown", { to: "a@b.example;c@b.example;d@b.example" }),
      { count: 3, cause: "unknown" },
    ],
  ])("%s", (_, text, expected) => {
    expect(readingOf(text)).toMatchObject({ from: "example.com", ...expected });
  });

  test("two recipients, each with its own", () => {
    const status =
      "[{LED=550 5.1.1 User unknown};{MSG=};{FQDN=mx.b.example};{IP=192.0.2.9};{LRT=}];[{LED=552 5.2.2 Mailbox full};{MSG=};{FQDN=mx.c.example};{IP=192.0.2.8};{LRT=}]";
    const { readings } = readLines(row("FAIL", status, { to: "a@b.example;c@c.example", server: "," }));
    expect(readings.map(({ receiver, cause }) => [receiver, cause])).toEqual([
      ["mx.b.example", "recipient_unknown"],
      ["mx.c.example", "mailbox_full"],
    ]);
  });

  test("as Export-Csv writes it: other names and another order", () => {
    const text = readLines(
      '"Timestamp","EventId","Source","Sender","Recipients","RecipientStatus","ServerHostname","ServerIp","ClientIp","MessageId"',
      '"2026-11-24T14:00:01Z","SEND","SMTP","zaphod@example.com","bob@b.example","250 2.1.5 OK","mx.b.example","192.0.2.9","10.0.0.2","<x1@example.com>"',
    );
    expect(text.readings).toMatchObject([
      { receiver: "mx.b.example", cause: "accepted", last: "2026-11-24T14:00:01Z" },
    ]);
    expect(text.messages).toMatchObject([{ messageId: "x1@example.com", domain: "b.example" }]);
  });

  test.each([
    ["incoming", row("FAIL", "550 5.7.1 no", { way: "Incoming" })],
    ["within the organisation", row("SEND", "250 2.1.5 OK", { server: "10.0.0.3,EX02" })],
    ["to a mailbox", row("DELIVER", "", { source: "STOREDRIVER" })],
    ["received", row("RECEIVE", "")],
  ])("%s: none of ours", (_, text) => {
    expect(readLines(text)).toMatchObject({ readings: [], unread: 1 });
  });

  test.each([
    ['a,"b,c",d', ["a", "b,c", "d"]],
    ['"say ""x""",', ['say "x"', ""]],
    ['"open', ["open"]],
    ["", [""]],
  ])("%j", (line, fields) => {
    expect(csvFields(line)).toEqual(fields);
  });
});
