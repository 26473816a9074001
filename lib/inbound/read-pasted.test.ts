import { describe, expect, test } from "vitest";
import { readPasted } from "./read-pasted.ts";

describe("what was pasted", () => {
  test("a refusal: target, claims and context, and nothing else", () => {
    const text =
      "host mx.b.example[192.0.2.9] said: 554 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using zen.spamhaus.org; from=<jane@example.com> to=<bob@b.example> helo=<mail.example.com>";
    expect(readPasted(text)).toMatchObject({
      kind: "bounce",
      certain: true,
      ask: { target: "203.0.113.7", from: "example.com", helo: "mail.example.com", selector: [] },
    });
    expect(readPasted(text).context).toEqual({
      kind: "bounce",
      cause: "dnsbl_listed",
      permanence: "permanent",
      receiver: "mx.b.example",
      codes: ["554", "5.7.1"],
      list: "zen.spamhaus.org",
      saw: { address: "203.0.113.7", helo: "mail.example.com" },
    });
  });

  test("a refusal of a domain without an address: the domain is what can be checked", () => {
    const text = "550 5.7.26 Unauthenticated email from example.com is not accepted due to domain's DMARC policy.";
    expect(readPasted(text)).toMatchObject({ certain: true, ask: { target: "domain:example.com" } });
  });

  test("a refusal of an address that is not named asks for it", () => {
    expect(readPasted("450 4.7.1 Client host rejected: cannot find your reverse hostname")).toMatchObject({
      certain: true,
      ask: undefined,
      context: { cause: "ptr_missing", codes: ["450", "4.7.1"] },
    });
  });

  test("headers: what the receiver recorded is claims and context", () => {
    const text = `Received: from srv (unknown [203.0.113.7]) by mx.example.org (Postfix) with ESMTP id 3
Authentication-Results: mx.example.org; spf=softfail smtp.mailfrom=jane@example.com; dkim=none
From: Jane <jane@example.com>`;
    expect(readPasted(text)).toMatchObject({
      kind: "headers",
      certain: true,
      ask: { target: "203.0.113.7", from: "example.com" },
      context: {
        receiver: "mx.example.org",
        saw: { address: "203.0.113.7", name: "none", helo: "srv", spf: "softfail", dkim: "none" },
      },
    });
  });

  test.each([
    "",
    "my mail server",
    "hello",
    "203.0.113.7",
    "mail.example.com",
    "a b c",
    "please check mail.example.com",
    "200 OK",
    "server is slow",
  ])("%j is neither", (text) => {
    expect(readPasted(text).certain).toBe(false);
  });

  const QMAIL = `Hi. This is the qmail-send program at mail.example.com.
I'm afraid I wasn't able to deliver your message to the following addresses.

<bob@b.example>:
192.0.2.9 does not like recipient.
Remote host said: 550 5.1.1 no such user
Giving up on 192.0.2.9.

--- Below this line is a copy of the message.

Return-Path: <jane@example.com>
Received: from unknown (HELO pc) (203.0.113.99) by mail.example.com with SMTP; 7 Jan 2025 10:00:00 -0000
From: jane@example.com`;
  const HEAD = `Return-Path: <>
Received: from mail.example.com (mail.example.com [198.51.100.3]) by in.example.org with ESMTP; Tue, 7 Jan 2025 10:00:01 +0000
From: MAILER-DAEMON@mail.example.com
Subject: failure notice

`;
  test.each([
    ["with the message that comes back", QMAIL],
    ["with its own header, too", `${HEAD}${QMAIL}`],
  ])("a notice in words is one %s", (_, text) => {
    expect(readPasted(text)).toMatchObject({ kind: "bounce", context: { cause: "recipient_unknown" } });
    expect(readPasted(text).reading.address).toBeUndefined();
  });

  test("the header of a notice alone is headers", () => {
    expect(readPasted(HEAD)).toMatchObject({ kind: "headers", ask: { target: "198.51.100.3" } });
  });

  test.each(["error: ", "smtp: ", "lmtp: ", "sendmail: ", "TLS error? ", "host mx.b.example [192.0.2.9]\n"])(
    "words before a reply are no log: %j",
    (words) => {
      const { kind, log } = readPasted(`${words}550 5.7.1 cannot find your reverse hostname, [203.0.113.7]`);
      expect(kind).toBe("bounce");
      expect(log).toMatchObject({ readings: [{ cause: "ptr_missing", address: "203.0.113.7", count: 1 }], unread: 0 });
    },
  );

  const rowsOf = (text: string) =>
    readPasted(text).log?.readings.map(({ receiver, address, cause, codes, count }) =>
      [receiver, address, cause, codes.status, count].map((one) => one ?? "-").join(" "),
    );
  test("rows of a table that no program is known by: each recipient, none mixed", () => {
    const table = `7;ann@c.example;FAILED;550 5.1.1 no such user
7;bob@c.example;FAILED;550 5.1.1 no such user
7;cy@d.example;FAILED;550 5.7.25 Reverse DNS validation failed for 203.0.113.7
7;dee@e.example;OK;250 2.0.0 queued
7;eve@f.example;DELAYED;421 4.7.0 too many connections`;
    expect(rowsOf(table)?.toSorted()).toEqual([
      "c.example - recipient_unknown 5.1.1 2",
      "d.example 203.0.113.7 ptr_missing_or_fcrdns_fail 5.7.25 1",
      "e.example - accepted 2.0.0 1",
      "f.example - throttle 4.7.0 1",
    ]);
  });

  test("events of others, a line each: none mixed", () => {
    const event = (code: number, said: string, host: string) =>
      JSON.stringify({ event: "failed", status: { code, message: said, "mx-host": host }, recipient: "a@b.example" });
    const events = [
      event(550, "5.1.1 no such user", "gmail-smtp-in.l.google.com"),
      event(421, "4.7.0 [TSS04] Messages from 203.0.113.7 temporarily deferred", "mta5.am0.yahoodns.net"),
    ];
    expect(rowsOf(events.join("\n"))).toEqual([
      "gmail - recipient_unknown 5.1.1 1",
      "yahoo 203.0.113.7 ip_reputation 4.7.0 1",
    ]);
  });

  test("recipients of one notice in words are counted, also where they share a server", () => {
    const said = (to: string) => `<${to}@b.example>: host mx.b.example[192.0.2.9] said: 550 5.1.1\n    User unknown\n`;
    expect(rowsOf(`${said("ann")}\n${said("bob")}`)).toEqual(["mx.b.example - recipient_unknown 5.1.1 2"]);
  });

  test.each([
    "a@b.example: 550 5.1.1 user unknown; c@d.example: 552 5.2.2 mailbox full",
    "mx.b.example: 550 5.1.1 user unknown\nmx.d.example: 552 5.2.2 mailbox full",
    "550 5.1.1 user unknown for a@b.example and 552 5.2.2 mailbox full for c@d.example",
  ])("cause and codes are of one reply: %s", (text) => {
    const { outcomes, reading } = readPasted(text);
    for (const one of outcomes ?? [reading as NonNullable<typeof outcomes>[number]])
      expect(`${one.cause} ${one.codes.reply} ${one.codes.status}`).toMatch(
        /^(?:recipient_unknown 550 5\.1\.1|mailbox_full 552 5\.2\.2)$/,
      );
  });

  const REFUSED = "550 5.7.1 Client host rejected: cannot find your reverse hostname, [203.0.113.7]";
  test.each([
    [
      "quoted fields",
      "> Final-Recipient: rfc822; a@b.example\n> Action: failed\n> Remote-MTA: dns; mx.b.example\n> Diagnostic-Code: smtp; 550 5.7.1 Client host rejected: cannot find your\n>     reverse hostname, [203.0.113.7]",
    ],
    [
      "quoted twice",
      `>> host mx.b.example[192.0.2.9] said: 550 5.7.1 Client host rejected: cannot find\n> > your reverse hostname, [203.0.113.7]`,
    ],
    ["no-break spaces", `host mx.b.example said: ${REFUSED}`.replaceAll(" ", "\u00a0")],
    ["marks of direction", `host mx.b.example said: \u202e${REFUSED.replace("[", "[\u200e")}\u202c`],
    ["a transcript", `Connected to mx.b.example.\n220 hello\nRCPT TO:<a@b.example>\n${REFUSED}`],
    ["Sendmail's transcript", `... while talking to mx.b.example.:\n>>> RCPT To:<a@b.example>\n<<< ${REFUSED}`],
  ])("as it was copied: %s", (_, text) => {
    expect(readPasted(text).reading).toMatchObject({
      cause: "ptr_missing",
      address: "203.0.113.7",
      receiver: "mx.b.example",
      codes: { reply: "550", status: "5.7.1" },
    });
  });

  test("text in UTF-16 that was taken for another: its zeros are left out", () => {
    const text = [..."550 5.7.1 no PTR for 203.0.113.7"].join("\0");
    expect(readPasted(text)).toMatchObject({ ask: { target: "203.0.113.7" }, context: { cause: "ptr_missing" } });
  });
});
