import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectLinearText } from "../../checks/testing/growth.ts";
import { corpusStrings } from "../testing/strings.ts";
import { readBounce } from "./read-bounce.ts";
import { SAMPLES } from "./testing/texts.ts";

const dsn = (
  diagnostic: string,
  { encoding = "7bit", notice = "Your message could not be delivered." } = {},
) => `Return-Path: <>
Received: from localhost (localhost [127.0.0.1]) by mail.example.com (Postfix) id 4A; Sun, 22 Nov 2026 08:00:00 +0000
From: MAILER-DAEMON@mail.example.com (Mail Delivery System)
To: jane.doe@example.com
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="4A.1/mail.example.com"

This is a MIME-encapsulated message.

--4A.1/mail.example.com
Content-Description: Notification
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: ${encoding}

${notice}

--4A.1/mail.example.com
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.com
X-Postfix-Sender: rfc822; jane.doe@example.com
Arrival-Date: Sun, 22 Nov 2026 08:00:00 +0000 (UTC)

Final-Recipient: rfc822; bob.roe@gmail.com
Action: failed
Status: 5.7.25
Remote-MTA: dns; gmail-smtp-in.l.google.com
Diagnostic-Code: ${diagnostic}

--4A.1/mail.example.com
Content-Description: Undelivered Message
Content-Type: message/rfc822

Return-Path: <jane.doe@example.com>
Received: from laptop (unknown [192.0.2.77]) by mail.example.com (Postfix) with ESMTPSA id 4A
DKIM-Signature: v=1; a=rsa-sha256; d=example.com; s=s2026; h=from; bh=x; b=y
From: Jane Doe <jane.doe@example.com>
To: bob.roe@gmail.com
Subject: hello

550 5.1.1 nothing of this is read
--4A.1/mail.example.com--
`;

const GMAIL = `smtp; 550-5.7.25 [203.0.113.7] The IP address sending this message does
    not have a PTR record setup, or the corresponding forward DNS entry does
    not point to the sending IP. 550 5.7.25 For more information, go to
    https://support.google.com/mail/answer/81126#ip-practices a1-2002si1 - gsmtp`;

describe("a delivery status notification", () => {
  test("gives address, cause, receiver, codes, the sender's domain and its selectors", () => {
    const { words, ...reading } = readBounce(dsn(GMAIL));
    expect(words).not.toBe("");
    expect(reading).toEqual({
      cause: "ptr_missing_or_fcrdns_fail",
      permanence: "permanent",
      confidence: "high",
      address: "203.0.113.7",
      addressConfidence: "high",
      from: "example.com",
      selectors: ["s2026"],
      receiver: "gmail",
      codes: { reply: "550", status: "5.7.25", own: [] },
      url: "https://support.google.com/mail/answer/81126",
    });
  });

  test("quoted-printable and base64 notices are read", () => {
    const said = "mx.b.example gave this error: 550 5.7.1 Für 203.0.113.7 fehlt der Reverse-DNS-Eintrag";
    const quoted = said.replace("ü", "=C3=BC").replace("gave this", "gave=\n this");
    for (const [encoding, notice] of [
      ["quoted-printable", quoted],
      ["base64", Buffer.from(said).toString("base64").replace(/.{60}/g, "$&\n")],
    ])
      expect(readBounce(dsn("smtp; 550 5.7.1 no", { encoding, notice }))).toMatchObject({
        cause: "ptr_missing",
        address: "203.0.113.7",
      });
  });

  test("no local part is left in any value", () => {
    const texts = [
      dsn(GMAIL),
      dsn("smtp; 550 bob.roe@gmail.com jane.doe=example.com@srs.example refused"),
      ...SAMPLES.map(({ text }) => text),
    ];
    for (const text of texts) expect(JSON.stringify(readBounce(text))).not.toMatch(/\b(?:jane|bob|roe|doe)\b|\w@/);
  });
});

describe("log lines and screens", () => {
  test.each([
    [
      "Postfix, sending",
      "Nov 22 08:00:01 mail postfix/smtp[411]: 4ABC12: to=<bob@b.example>, relay=mx.b.example[192.0.2.9]:25, delay=1, dsn=4.7.25, status=deferred (host mx.b.example[192.0.2.9] said: 450 4.7.25 Client host rejected: cannot find your hostname, [203.0.113.7] (in reply to RCPT TO command))",
      {
        cause: "fcrdns_fail_or_ptr_missing",
        permanence: "temporary",
        address: "203.0.113.7",
        receiver: "mx.b.example",
        codes: { reply: "450", status: "4.7.25" },
      },
    ],
    [
      "Postfix, receiving",
      "Nov 22 08:00:01 mx postfix/smtpd[9]: NOQUEUE: reject: RCPT from unknown[203.0.113.7]: 554 5.7.1 <srv>: Helo command rejected: need fully-qualified hostname; from=<jane@example.com> to=<bob@b.example> proto=ESMTP helo=<srv>",
      { cause: "helo_not_fqdn", address: "203.0.113.7", from: "example.com" },
    ],
    [
      "Exim",
      "2026-11-22 08:00:01 1abc-0001 ** bob@b.example R=dnslookup T=remote_smtp H=mx.b.example [192.0.2.9] X=TLS1.3: SMTP error from remote mail server after RCPT TO:<bob@b.example>: 550 5.7.1 203.0.113.7 has no reverse DNS",
      { cause: "ptr_missing", address: "203.0.113.7", codes: { reply: "550" } },
    ],
    [
      "Sendmail",
      "   ----- Transcript of session follows -----\n... while talking to mx.b.example.:\n>>> MAIL From:<jane@example.com>\n<<< 550 5.7.1 Fix reverse DNS for 203.0.113.7\n554 5.0.0 Service unavailable",
      {
        cause: "ptr_missing",
        address: "203.0.113.7",
        receiver: "mx.b.example",
        codes: { reply: "550", status: "5.7.1" },
      },
    ],
    [
      "Exchange",
      "mx.b.example rejected your message to the following email addresses:\nbob@b.example\nmx.b.example gave this error:\nService unavailable; Client host [203.0.113.7] blocked using zen.spamhaus.org\n\nDiagnostic information for administrators:\nGenerating server: EX01.example.com\nbob@b.example\nmx.b.example\nRemote Server returned '554 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using zen.spamhaus.org'\n\nOriginal message headers:\nReceived: from EX02.example.com (10.0.0.2) by EX01.example.com (10.0.0.1)\nFrom: Jane <jane@example.com>",
      {
        cause: "dnsbl_listed",
        address: "203.0.113.7",
        list: "zen.spamhaus.org",
        from: "example.com",
        codes: { reply: "554", status: "5.7.1" },
      },
    ],
    [
      "refused at the greeting",
      "host mx00.t-online.de[194.25.134.8] refused to talk to me: 554 IP=203.0.113.7 - A problem occurred. (Ask your postmaster for help) (BL)",
      {
        cause: "private_blocklist",
        address: "203.0.113.7",
        receiver: "t-online",
        codes: { reply: "554", own: ["BL"] },
      },
    ],
    [
      "the receiver's address alone is not taken",
      "host mx.b.example[192.0.2.9] said: 550 5.7.1 Message rejected due to local policy (in reply to end of DATA command)",
      { cause: "local_policy", address: undefined, receiver: "mx.b.example" },
    ],
    [
      "a resolver's address is not taken",
      "554 5.7.1 blocked using zen.spamhaus.org; Error: open resolver; https://check.spamhaus.org/returnc/pub/46.38.225.230/",
      { cause: "dnsbl_receiver_misconfigured", address: undefined },
    ],
    [
      "an address of an inner network is not taken",
      "550 5.7.1 client [192.168.1.5] has no reverse DNS",
      { cause: "ptr_missing", address: undefined },
    ],
  ])("%s", (_, text, expected) => {
    const reading = readBounce(text);
    expect({ address: undefined, ...reading }).toMatchObject(expected);
  });

  test.each(SAMPLES.map((sample) => [sample.text, sample] as const))("%s", (_, { text, ...more }) => {
    const { address } = readBounce(text);
    expect(readBounce(text)).toMatchObject(more);
    expect(address).toBe(more.address);
  });
});

describe("whatever is pasted", () => {
  const naughty = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          "550 5.7.1 ",
          "host ",
          "[203.0.113.7]",
          "@",
          "<",
          ">",
          "\n",
          "helo=",
          "from=",
          "ptr",
          "not ",
          "spf",
          "--x\n",
          "Content-Type: multipart/report\n",
          "Content-Transfer-Encoding: base64\n\n",
          "=C3",
          "😀",
          "\u0000",
        ),
      )
      .map((words) => words.join("")),
  );
  test("never throws, and never keeps a local part", () => {
    fc.assert(
      fc.property(naughty, (text) => {
        expect(JSON.stringify(readBounce(`${text} localpart@example.com ${text}`))).not.toContain("localpart@");
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    "550 5.7.1 ",
    "a",
    "@",
    "[203.0.113.7] ",
    "helo ",
    "no ptr\n",
    "--x\ncontent-type: text/plain\n\n",
    "content-type: text/plain\n",
    "=C3=A4",
    "blocked using a.",
    "host ",
    "spf dkim dmarc ",
    "ipv6 ",
    "\n>",
    "https://",
    "1:",
    "Diagnostic-Code: smtp; 550 x\n",
    "received: from x\n ",
  ])("is read in time that grows as it does: %j", (unit) => expectLinearText(unit, readBounce));

  const strings = corpusStrings();
  test.skipIf(strings.length === 0)(
    "the naughty strings and injection lists",
    () => {
      for (const text of strings) readBounce(`550 5.7.1 ${text}`);
    },
    60_000,
  );
});
