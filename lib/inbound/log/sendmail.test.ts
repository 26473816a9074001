import { describe, expect, test } from "vitest";
import { readingOf, readLines } from "./testing/read.ts";

const line = (rest: string) =>
  `Nov 23 09:00:00 host sm-mta[1]: 3ANA0001000310: to=<bob@b.example>, delay=00:00:01, ${rest}`;
const RELAY = "mailer=esmtp, pri=1, relay=mx.b.example. [192.0.2.9]";

describe("Sendmail", () => {
  test.each([
    [
      "taken",
      line(`${RELAY}, dsn=2.0.0, stat=Sent (Ok: queued as 1)`),
      { cause: "accepted", receiver: "mx.b.example" },
    ],
    [
      "over IPv6",
      line("mailer=esmtp, relay=mx.b.example. [IPv6:2001:db8::9], dsn=2.0.0, stat=Sent (ok)"),
      { receiver: "mx.b.example" },
    ],
    [
      "put off by the server",
      line(`${RELAY}, dsn=4.7.1, stat=Deferred: 450 4.7.1 Client [203.0.113.7] has no PTR record`),
      { cause: "ptr_missing", permanence: "temporary", address: "203.0.113.7" },
    ],
    [
      "no connection",
      line("mailer=esmtp, relay=mx.b.example., dsn=4.0.0, stat=Deferred: Connection refused by mx.b.example."),
      { cause: "connection_failed", receiver: "mx.b.example" },
    ],
    [
      "refused, and the line does not say why",
      line(`${RELAY}, dsn=5.0.0, stat=Service unavailable`),
      { cause: "unknown", permanence: "permanent" },
    ],
    [
      "refused, with the reply beside it",
      line(`${RELAY}, dsn=5.7.1, reply=550 5.7.1 Client [203.0.113.7] has no PTR record, stat=Service unavailable`),
      { cause: "ptr_missing", codes: { reply: "550", status: "5.7.1", own: [] } },
    ],
    [
      "given up",
      line("mailer=esmtp, pri=1, dsn=5.4.7, stat=Cannot send message for 5 days"),
      { cause: "delivery_expired", receiver: "b.example" },
    ],
  ])("%s", (_, text, expected) => {
    expect(readingOf(text)).toMatchObject(expected);
  });

  test.each([
    ["a local mailbox", line("mailer=local, dsn=2.0.0, stat=Sent")],
    ["to the daemon on this machine", line("mailer=relay, relay=[127.0.0.1] [127.0.0.1], dsn=2.0.0, stat=Sent (ok)")],
    ["queued", line("mailer=esmtp, stat=queued")],
    [
      "incoming",
      "Nov 23 09:00:00 host sm-mta[1]: ruleset=check_relay, arg1=[198.51.100.7], relay=[198.51.100.7], reject=550 5.7.1 no",
    ],
  ])("%s is none of ours", (_, text) => {
    expect(readLines(text)).toMatchObject({ readings: [], unread: 1 });
  });
});
