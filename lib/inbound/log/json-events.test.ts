import { describe, expect, test } from "vitest";
import { readingOf, readLines } from "./testing/read.ts";

const mail = {
  timestamp: "2026-11-25T10:00:00.000Z",
  source: "zaphod@example.com",
  sourceIp: "203.0.113.99",
  messageId: "ses-1",
};
const bounce = (recipients: readonly object[], more = {}) => ({
  notificationType: "Bounce",
  mail,
  bounce: { bounceType: "Permanent", timestamp: "2026-11-25T10:00:01.000Z", bouncedRecipients: recipients, ...more },
});
const UNKNOWN = { emailAddress: "a@b.example", status: "5.1.1", diagnosticCode: "smtp; 550 5.1.1 user unknown" };
const json = (value: unknown) => JSON.stringify(value);

describe("Amazon SES", () => {
  test.each([
    [
      "whoever handed the mail to Amazon was seen by no receiver",
      json(bounce([UNKNOWN], { remoteMtaIp: "192.0.2.9" })),
      { address: null, cause: "recipient_unknown", receiver: "b.example", from: "example.com" },
    ],
    [
      "what a receiver names is Amazon's address",
      json(
        bounce([
          { ...UNKNOWN, diagnosticCode: "smtp; 554 5.7.1 Client host [198.51.100.7] blocked using zen.spamhaus.org" },
        ]),
      ),
      { address: "198.51.100.7", cause: "dnsbl_listed" },
    ],
    [
      "its own address in a reply is not",
      json(
        bounce([{ ...UNKNOWN, diagnosticCode: "smtp; 550 5.1.1 no such user at 192.0.2.9" }], {
          remoteMtaIp: "192.0.2.9",
        }),
      ),
      { address: null },
    ],
    ["two recipients", json(bounce([UNKNOWN, { ...UNKNOWN, emailAddress: "c@b.example" }])), { count: 2 }],
    [
      "wrapped by SNS",
      json({ Type: "Notification", MessageId: "x", Message: json(bounce([UNKNOWN])) }),
      { count: 1, cause: "recipient_unknown" },
    ],
    ["wrapped by EventBridge", json({ "detail-type": "Email Bounced", detail: bounce([UNKNOWN]) }), { count: 1 }],
    ["within records", json({ Records: [{ Sns: { Message: json(bounce([UNKNOWN])) } }] }), { count: 1 }],
    ["over many lines", JSON.stringify(bounce([UNKNOWN]), null, 2), { count: 1 }],
    [
      "without a diagnosis",
      json(bounce([{ emailAddress: "a@b.example" }], { bounceSubType: "MailboxFull" })),
      { cause: "mailbox_full", permanence: "permanent" },
    ],
    [
      "put off",
      json({
        eventType: "DeliveryDelay",
        mail,
        deliveryDelay: {
          delayType: "MailboxFull",
          delayedRecipients: [
            { emailAddress: "a@b.example", status: "4.2.2", diagnosticCode: "smtp; 452 4.2.2 over quota" },
          ],
        },
      }),
      { permanence: "temporary", cause: "mailbox_full" },
    ],
    [
      "taken",
      json({
        eventType: "Delivery",
        mail,
        delivery: { recipients: ["a@b.example"], smtpResponse: "250 2.0.0 OK", remoteMtaIp: "192.0.2.9" },
      }),
      { cause: "accepted", codes: { reply: "250", status: "2.0.0", own: [] } },
    ],
  ])("%s", (_, text, expected) => {
    expect(readingOf(text)).toMatchObject(expected);
  });

  test.each(["Complaint", "Send", "Open"])("%s is no outcome of a delivery", (kind) => {
    expect(readLines(json({ eventType: kind, mail }))).toMatchObject({ readings: [], unread: 1 });
  });
});

describe("SendGrid", () => {
  const event = (more: object) =>
    json([{ email: "a@b.example", timestamp: 1764065100, sg_message_id: "s1.filter.0", ...more }]);
  test.each([
    [
      "its address is the one receivers saw",
      event({ event: "bounce", ip: "198.51.100.7", reason: "550 5.1.1 unknown", status: "5.1.1" }),
      { address: "198.51.100.7", cause: "recipient_unknown", last: "2025-11-25T10:05:00Z" },
    ],
    [
      "blocked",
      event({ event: "bounce", type: "blocked", ip: "198.51.100.7", reason: "550 5.7.1 no PTR for 198.51.100.7" }),
      { cause: "ptr_missing", permanence: "permanent" },
    ],
    [
      "put off",
      event({ event: "deferred", ip: "198.51.100.7", response: "450 4.2.0 greylisted" }),
      { cause: "greylisted", permanence: "temporary" },
    ],
  ])("%s", (_, text, expected) => {
    expect(readingOf(text)).toMatchObject(expected);
  });

  test.each(["open", "click", "processed", "dropped"])(
    "%s: no delivery, and its address is a reader's or nobody's",
    (kind) => {
      expect(readLines(event({ event: kind, ip: "198.51.100.7" })).readings).toEqual([]);
    },
  );
});

test("other JSON is read by nobody", () => {
  for (const value of [
    {},
    [],
    { a: 1 },
    [[1]],
    { mail: {} },
    { event: 1 },
    { Message: "{", Type: "x" },
    { events: [{ type: 1 }] },
  ])
    expect(readLines(json(value)).readings).toEqual([]);
});
