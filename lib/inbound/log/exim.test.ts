import { describe, expect, test } from "vitest";
import { readingOf, readLines } from "./testing/read.ts";

const line = (rest: string) => `2026-11-22 08:00:00 1tABCD-000000001-AbCd ${rest}`;
const ROUTED = "R=dnslookup T=remote_smtp H=mx.b.example [192.0.2.9]";

describe("Exim", () => {
  test.each([
    [
      "the local address is the sending one",
      line(`=> bob@b.example ${ROUTED} I=[203.0.113.7]:4000 C="250 OK"`),
      { address: "203.0.113.7", cause: "accepted" },
    ],
    [
      "a receiver that names another one sees it so: there is NAT",
      line(
        `** bob@b.example ${ROUTED} I=[203.0.113.7]:4000: SMTP error from remote mail server after MAIL FROM:<a@example.com>: 550 5.7.1 Client host [203.0.113.8] has no PTR record`,
      ),
      { address: "203.0.113.8", cause: "ptr_missing" },
    ],
    [
      "the server's own address is never taken",
      line(
        `** bob@b.example ${ROUTED}: SMTP error from remote mail server after RCPT TO:<bob@b.example>: 550 5.1.1 unknown user at [192.0.2.9]`,
      ),
      { address: null, cause: "recipient_unknown" },
    ],
    [
      "a quoted local part",
      line(`** "bob roe"@b.example ${ROUTED}: 550 5.1.1 User unknown`),
      { receiver: "mx.b.example", cause: "recipient_unknown" },
    ],
    [
      "a host without a name",
      line('=> bob@b.example R=dnslookup T=remote_smtp H=[192.0.2.9] C="250 OK"'),
      { receiver: "b.example", cause: "accepted" },
    ],
    [
      "too early for the next attempt: nothing is known",
      line(
        "== bob@b.example R=dnslookup T=remote_smtp defer (-53): retry time not reached for any host for 'b.example'",
      ),
      { cause: "unknown", permanence: "temporary" },
    ],
    [
      "a host that does not answer",
      line("mx.b.example [192.0.2.9] Connection refused"),
      { receiver: "mx.b.example", cause: "connection_failed" },
    ],
    [
      "a domain without servers",
      line("** bob@b.example R=dnslookup: Mail domain b.example has no valid MX or A records"),
      { receiver: "b.example", cause: "recipient_domain_unknown" },
    ],
    [
      "behind syslog",
      `Nov 22 08:00:01 mail exim[77]: ${line(`** bob@b.example ${ROUTED}: 552 5.2.2 Mailbox full`)}`,
      { cause: "mailbox_full", last: "2026-11-22T08:00:00" },
    ],
    [
      "with a zone",
      line(`** bob@b.example ${ROUTED}: 552 5.2.2 Mailbox full`).replace("08:00:00", "08:00:00 +0100"),
      { last: "2026-11-22T07:00:00Z" },
    ],
  ])("%s", (_, text, expected) => {
    expect(readingOf(text)).toMatchObject(expected);
  });

  test("sender and message id stand in the line of the arrival", () => {
    const { readings, messages } = readLines(
      line("<= zaphod@example.com U=zaphod P=local S=900 id=e1@example.com"),
      line(`=> bob@b.example ${ROUTED} I=[203.0.113.7]:4000 C="250 OK"`),
    );
    expect(readings).toMatchObject([{ from: "example.com" }]);
    expect(messages).toEqual([
      {
        messageId: "e1@example.com",
        domain: "b.example",
        address: "203.0.113.7",
        outcome: "accepted",
        at: "2026-11-22T08:00:00",
      },
    ]);
  });

  test.each([
    [
      "incoming",
      "2026-11-22 08:00:00 H=(srv) [198.51.100.20] F=<a@b.example> rejected RCPT <c@example.com>: 550 no PTR",
    ],
    ["a mailbox", line("=> zaphod <zaphod@example.com> R=local_user T=maildir_home")],
    ["a filter on this machine", line('=> bob@b.example R=amavis T=amavis H=127.0.0.1 [127.0.0.1] C="250 ok"')],
    [
      "a full mailbox of one's own",
      line("== zaphod@example.com R=local_user T=maildir_home defer (-22): mailbox is full"),
    ],
  ])("%s is none of ours", (_, text) => {
    expect(readLines(text)).toMatchObject({ readings: [], unread: 1 });
  });
});
