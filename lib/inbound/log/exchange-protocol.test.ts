import { describe, expect, test } from "vitest";
import { readLines } from "./testing/read.ts";

let sequence = 0;
const say = (event: string, data: string, local = "203.0.113.7:5001") =>
  `2026-11-24T15:00:00.000Z,Internet,08DD1,${sequence++},${local},192.0.2.9:25,${event},${data},`;
const BEGIN = [
  say("+", ""),
  say("<", "220 mx.b.example ready"),
  say(">", "EHLO mail.example.com"),
  say("<", "250-mx.b.example"),
  say("<", "250 PIPELINING"),
];
const told = (...lines: readonly string[]) =>
  readLines(...BEGIN, ...lines).readings.map(({ receiver, address, helo, from, cause, codes, count }) => [
    receiver,
    address,
    helo,
    from,
    cause,
    codes.reply,
    count,
  ]);

describe("Exchange protocol of a send connector", () => {
  test("each reply belongs to its command, also where several were sent at once", () => {
    expect(
      told(
        say(">", "MAIL FROM:<zaphod@example.com>"),
        say(">", "RCPT TO:<a@b.example>"),
        say(">", "RCPT TO:<b@b.example>"),
        say("<", "250 2.1.0 Ok"),
        say("<", "550 5.1.1 User unknown"),
        say("<", "250 2.1.5 Ok"),
        say(">", "DATA"),
        say("<", "354 go on"),
        say("<", "552 5.2.2 Mailbox full"),
      ),
    ).toEqual([
      ["mx.b.example", "203.0.113.7", "mail.example.com", "example.com", "recipient_unknown", "550", 1],
      ["mx.b.example", "203.0.113.7", "mail.example.com", "example.com", "mailbox_full", "552", 1],
    ]);
  });

  test("where a reply is missing in the text, the message's own is still the message's", () => {
    expect(
      told(
        say(">", "MAIL FROM:<zaphod@example.com>"),
        say(">", "RCPT TO:<a@b.example>"),
        say("<", "250 2.1.0 Ok"),
        say(">", "DATA"),
        say("<", "354 go on"),
        say("<", "250 2.0.0 Ok"),
      ),
    ).toEqual([["mx.b.example", "203.0.113.7", "mail.example.com", "example.com", "accepted", "250", 1]]);
  });

  test("a sender that is refused takes its recipients along", () => {
    expect(
      told(
        say(">", "MAIL FROM:<zaphod@example.com>"),
        say(">", "RCPT TO:<a@b.example>"),
        say(">", "RCPT TO:<b@b.example>"),
        say("<", "550 5.7.1 no PTR for 203.0.113.7"),
        say("<", "503 first MAIL"),
        say("<", "503 first MAIL"),
      ),
    ).toEqual([["mx.b.example", "203.0.113.7", "mail.example.com", "example.com", "ptr_missing", "550", 2]]);
  });

  test("two messages to the same recipient are two", () => {
    const once = [
      say(">", "MAIL FROM:<zaphod@example.com>"),
      say("<", "250 ok"),
      say(">", "RCPT TO:<a@b.example>"),
      say("<", "250 ok"),
      say(">", "BDAT 500 LAST"),
      say("<", "250 2.6.0 queued"),
    ];
    expect(readLines(...BEGIN, ...once, ...once).readings).toMatchObject([{ cause: "accepted", count: 2 }]);
  });

  test("an address inside is not what the receiver saw", () => {
    const inner = (line: string) => line.replace("203.0.113.7:5001", "10.0.0.2:5001");
    const lines = [...BEGIN, say(">", "MAIL FROM:<zaphod@example.com>"), say("<", "550 5.7.1 no")].map(inner);
    expect(readLines(...lines).readings).toMatchObject([{ address: null, receiver: "mx.b.example" }]);
  });
});
