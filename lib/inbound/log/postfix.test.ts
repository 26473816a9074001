import { describe, expect, test } from "vitest";
import { readingOf, readLines } from "./testing/read.ts";

const line = (rest: string, agent = "smtp") => `Nov 25 18:01:12 mx postfix/${agent}[811]: 4TABCD: ${rest}`;
const ended = (words: string, relay = "mx.b.example[192.0.2.9]:25") =>
  line(`to=<bob@b.example>, relay=${relay}, delay=1, dsn=5.0.0, status=${words}`);

describe("Postfix", () => {
  test.each([
    [
      "a reply of several lines",
      ended(
        "bounced (host mx.b.example[192.0.2.9] said: 550-5.7.1 [203.0.113.7] Our policy asks for 550 5.7.1 a PTR record (in reply to MAIL FROM command))",
      ),
      { address: "203.0.113.7", codes: { reply: "550", status: "5.7.1", own: [] } },
    ],
    [
      "a port and a second connection",
      line(
        "to=<bob@b.example>, relay=mx.b.example[192.0.2.9]:2525, conn_use=3, delay=1, dsn=2.0.0, status=sent (250 2.0.0 Ok)",
      ),
      { receiver: "mx.b.example", cause: "accepted" },
    ],
    [
      "TLS that is asked for and not offered",
      ended("deferred (TLS is required, but was not offered by host mx.b.example[192.0.2.9])"),
      { cause: "tls_required", permanence: "temporary" },
    ],
    [
      "a domain without mail",
      ended("bounced (Domain b.example does not accept mail (nullMX))", "none"),
      { receiver: "b.example", cause: "recipient_takes_no_mail" },
    ],
    ["a loop", ended("bounced (mail for b.example loops back to myself)", "none"), { cause: "mail_loop" }],
    [
      "a size limit",
      ended("bounced (message size 30 exceeds size limit 20 of server mx.b.example[192.0.2.9])"),
      { cause: "message_too_large" },
    ],
    [
      "a brace and parentheses in the reply",
      ended(
        "bounced (host mx.b.example[192.0.2.9] said: 550 5.1.1 No such user (here) {x} (in reply to RCPT TO command))",
      ),
      { cause: "recipient_unknown" },
    ],
    [
      "an attempt whose end is not in the text",
      line(
        "host mx.b.example[192.0.2.9] said: 450 4.7.1 Client host rejected: cannot find your reverse hostname, [203.0.113.7] (in reply to RCPT TO command)",
      ),
      { receiver: "mx.b.example", cause: "ptr_missing", address: "203.0.113.7", permanence: "temporary" },
    ],
    [
      "by now expired",
      ended(
        "expired (delivery temporarily suspended: connect to mx.b.example[192.0.2.9]:25: Connection timed out)",
        "none",
      ),
      { cause: "connection_failed", permanence: "permanent", receiver: "mx.b.example" },
    ],
  ])("%s", (_, text, expected) => {
    expect(readingOf(text)).toMatchObject({ count: 1, ...expected });
  });

  test("recipients of one message have an outcome each, by their last line", () => {
    const { readings } = readLines(
      line(
        "to=<a@b.example>, relay=mx.b.example[192.0.2.9]:25, dsn=4.2.0, status=deferred (host mx.b.example[192.0.2.9] said: 450 4.2.0 Greylisted (in reply to RCPT TO command))",
      ),
      line(
        "to=<b@b.example>, relay=mx.b.example[192.0.2.9]:25, dsn=4.2.0, status=deferred (host mx.b.example[192.0.2.9] said: 450 4.2.0 Greylisted (in reply to RCPT TO command))",
      ),
      line("to=<A@b.example>, relay=mx.b.example[192.0.2.9]:25, dsn=2.0.0, status=sent (250 2.0.0 Ok)"),
    );
    expect(readings.map(({ cause, count }) => [cause, count])).toEqual([
      ["greylisted", 1],
      ["accepted", 1],
    ]);
  });

  test.each([
    [
      "smtpd refuses somebody else",
      "Nov 25 18:01:12 mx postfix/smtpd[1]: NOQUEUE: reject: RCPT from unknown[198.51.100.7]: 554 5.7.1 no; from=<a@b.example> to=<c@d.example>",
    ],
    ["a local mailbox", line("to=<bob@b.example>, relay=local, status=sent (delivered to mailbox)", "local")],
    [
      "a local mailbox that is full",
      line("to=<bob@b.example>, relay=local, dsn=5.2.2, status=bounced (mailbox full)", "local"),
    ],
    [
      "a program",
      line("to=<bob@b.example>, relay=spamassassin, status=sent (delivered via spamassassin service)", "pipe"),
    ],
    [
      "a socket",
      line(
        "to=<bob@b.example>, relay=mx.example.com[private/lmtp], dsn=5.2.2, status=bounced (552 5.2.2 full)",
        "lmtp",
      ),
    ],
    [
      "a filter on this machine",
      ended("sent (250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok)", "127.0.0.1[127.0.0.1]:10024"),
    ],
    ["a filter inside", ended("sent (250 Ok)", "filter.example.com[10.0.0.9]:10024")],
    ["thrown away", line("to=<bob@b.example>, relay=none, dsn=2.0.0, status=sent (b.example)", "discard")],
    ["a probe", ended("deliverable (250 Ok)")],
  ])("%s is none of ours", (_, text) => {
    expect(readLines(text)).toMatchObject({ readings: [], unread: 1 });
  });
});
