import { describe, expect, test } from "vitest";
import { readingOf, readLines } from "./testing/read.ts";

const line = (event: string, rest: string) =>
  `2026-11-24T12:00:02Z INFO Words of it (${event}) queueId = 77, queueName = "remote", from = "zaphod@example.com", to = ["bob@b.example", "eve@b.example"], size = 1, total = 1, ${rest}`;

describe("Stalwart", () => {
  test.each([
    [
      "a recipient that is refused",
      line(
        "delivery.rcpt-to-rejected",
        'hostname = "mx.b.example", to = "bob@b.example", code = 550, details = "5.1.1 User unknown"',
      ),
      { count: 1, cause: "recipient_unknown", codes: { reply: "550", status: "5.1.1", own: [] } },
    ],
    [
      "a message that is refused has all its recipients",
      line(
        "delivery.message-rejected",
        'hostname = "mx.b.example", code = 550, details = "5.7.1 no PTR for 203.0.113.7"',
      ),
      { count: 2, cause: "ptr_missing", address: "203.0.113.7" },
    ],
    [
      "a code of 400 puts off",
      line(
        "delivery.rcpt-to-rejected",
        'hostname = "mx.b.example", to = "bob@b.example", code = 451, details = "Greylisted \\"here\\""',
      ),
      { permanence: "temporary", cause: "greylisted" },
    ],
    [
      "the end as the sender is told it",
      line(
        "delivery.dsn-perm-fail",
        'to = "bob@b.example", hostname = "mx.b.example", details = "Unexpected response for RCPT TO: Code: 550, Enhanced code: 5.1.1, Message: User unknown"',
      ),
      { count: 1, codes: { reply: "550", status: "5.1.1", own: [] } },
    ],
    [
      "a web hook",
      JSON.stringify({
        events: [
          {
            id: "1",
            createdAt: "2026-11-24T12:00:02Z",
            type: "delivery.rcpt-to-rejected",
            data: {
              queueId: 77,
              from: "zaphod@example.com",
              to: "bob@b.example",
              hostname: "mx.b.example",
              code: 550,
              details: "5.1.1 User unknown",
            },
          },
        ],
      }),
      { count: 1, receiver: "mx.b.example", cause: "recipient_unknown", last: "2026-11-24T12:00:02Z" },
    ],
  ])("%s", (_, text, expected) => {
    expect(readingOf(text)).toMatchObject({ from: "example.com", ...expected });
  });

  test("local queues and incoming connections are none of ours", () => {
    const local = line(
      "delivery.delivered",
      'hostname = "localhost", to = "bob@b.example", code = 250, details = "OK"',
    );
    expect(
      readLines(local, '2026-11-24T12:00:00Z INFO x (smtp.rcpt-to) listenerId = "smtp", remoteIp = 198.51.100.7'),
    ).toMatchObject({ readings: [], unread: 2 });
  });
});
