import { describe, expect, test } from "vitest";
import { readOutcomes } from "./read-bounce.ts";

const told = (text: string) => {
  const { outcomes, chosen } = readOutcomes(text);
  return { causes: outcomes.map(({ cause }) => cause), chosen: outcomes[chosen] };
};

const SENT =
  "Nov 22 08:00:01 mail postfix/smtp[411]: 4ABC12D: to=<a@yahoo.com>, relay=mta5.am0.yahoodns.net[67.195.228.110]:25, delay=1, dsn=2.0.0, status=sent (250 ok dirdel)";
const LISTED =
  "Nov 22 08:00:02 mail postfix/smtp[412]: 4ABC12E: to=<b@other.example>, relay=mx.other.example[192.0.2.9]:25, delay=1, dsn=5.7.1, status=bounced (host mx.other.example[192.0.2.9] said: 554 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using zen.spamhaus.org (in reply to RCPT TO command))";
const NO_PTR =
  "Nov 22 08:00:03 mail postfix/smtp[413]: 4ABC12F: to=<c@third.example>, relay=mx.third.example[192.0.2.8]:25, dsn=4.7.1, status=deferred (host mx.third.example[192.0.2.8] said: 450 4.7.1 Client host rejected: cannot find your reverse hostname, [203.0.113.7] (in reply to RCPT TO command))";

describe("several outcomes in one text", () => {
  test("a delivery to one and a refusal by another are two: the refusal keeps its own receiver", () => {
    const { causes, chosen } = told(`${SENT}\n${LISTED}`);
    expect(causes).toEqual(["delivered", "dnsbl_listed"]);
    expect(chosen).toMatchObject({ cause: "dnsbl_listed", receiver: "mx.other.example", address: "203.0.113.7" });
  });

  test("in whatever order", () => {
    expect(told(`${LISTED}\n${SENT}`).chosen).toMatchObject({ receiver: "mx.other.example", codes: { reply: "554" } });
  });

  test("two refusals: the final one is chosen, the other is kept", () => {
    const { causes, chosen } = told(`${NO_PTR}\n${LISTED}`);
    expect(causes).toEqual(["ptr_missing", "dnsbl_listed"]);
    expect(chosen).toMatchObject({ cause: "dnsbl_listed", permanence: "permanent" });
  });

  test("the same refusal at each attempt is one", () => {
    expect(told(`${NO_PTR}\n${NO_PTR.replace("08:00:03", "08:05:03")}`).causes).toEqual(["ptr_missing"]);
  });

  test("entries of one mail belong together: the sender's domain stands in another line", () => {
    const queue =
      "Nov 22 08:00:00 mail postfix/qmgr[9]: 4ABC12E: from=<jo@sender.example>, size=1, nrcpt=1 (queue active)";
    expect(told(`${queue}\n${SENT}\n${LISTED}`).chosen).toMatchObject({
      cause: "dnsbl_listed",
      from: "sender.example",
    });
  });

  test("a notification for several recipients: fields by recipient (RFC 3464)", () => {
    const { outcomes } = readOutcomes(
      `Reporting-MTA: dns; mail.sender.example
X-Postfix-Sender: rfc822; jo@sender.example

Final-Recipient: rfc822; a@one.example
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.one.example
Diagnostic-Code: smtp; 550 5.1.1 <a@one.example>: Recipient address rejected: User unknown

Final-Recipient: rfc822; b@two.example
Action: failed
Status: 5.7.25
Remote-MTA: dns; mx.two.example
Diagnostic-Code: smtp; 550 5.7.25 [203.0.113.7] no PTR record`,
    );
    expect(outcomes).toMatchObject([
      { cause: "recipient_unknown", receiver: "mx.one.example", from: "sender.example" },
      { cause: "ptr_missing", receiver: "mx.two.example", address: "203.0.113.7", from: "sender.example" },
    ]);
  });

  test("paragraphs of a notice, one a recipient", () => {
    expect(
      told(`I'm sorry to have to inform you that your message could not be delivered.

<a@one.example>: host mx.one.example[192.0.2.1] said: 552 5.2.2 Mailbox full (in
    reply to RCPT TO command)

<b@two.example>: host mx.two.example[192.0.2.2] said: 550 5.7.1 Client host
    rejected: cannot find your hostname, [203.0.113.7] (in reply to RCPT TO command)`),
    ).toMatchObject({
      causes: ["mailbox_full", "fcrdns_fail_or_ptr_missing"],
      chosen: { address: "203.0.113.7", receiver: "mx.two.example" },
    });
  });

  test("Exim's log: a delivery and a failure", () => {
    const { causes, chosen } =
      told(`2026-11-22 08:00:00 1tABCD-000000001-AbCd => a@one.example R=dnslookup T=remote_smtp H=mx.one.example [192.0.2.1] C="250 OK"
2026-11-22 08:00:02 1tABCD-000000001-AbCd ** b@two.example R=dnslookup T=remote_smtp H=mx.two.example [192.0.2.2]: SMTP error from remote mail server after RCPT TO:<b@two.example>: 550 5.7.1 [203.0.113.7] has no rDNS`);
    expect(causes).toEqual(["delivered", "ptr_missing"]);
    expect(chosen).toMatchObject({ receiver: "mx.two.example", address: "203.0.113.7" });
  });

  test("Sendmail's transcript: each server keeps its own words", () => {
    const { causes, chosen } = told(`   ----- The following addresses had permanent fatal errors -----
<a@one.example>
    (reason: 550 5.1.1 User unknown)
<b@two.example>
    (reason: 554 5.7.1 Client host [203.0.113.7] has no PTR record)

   ----- Transcript of session follows -----
... while talking to mx.one.example.:
>>> DATA
<<< 550 5.1.1 User unknown
... while talking to mx.two.example.:
>>> DATA
<<< 554 5.7.1 Client host [203.0.113.7] has no PTR record`);
    expect(causes).toEqual(["recipient_unknown", "ptr_missing"]);
    expect(chosen).toMatchObject({ receiver: "mx.two.example", address: "203.0.113.7" });
  });

  test("what several servers said, in whatever manner: each host keeps its own code", () => {
    const { outcomes } =
      readOutcomes(`host mx.a.example[192.0.2.1] said: 550 5.1.1 User unknown (in reply to RCPT TO command)
host mx.b.example[192.0.2.2] said: 554 5.7.1 Client host [203.0.113.7] blocked using zen.spamhaus.org
<x@c.example>: host mx.c.example[192.0.2.3] said: 452 4.2.2 Mailbox full

mx.d.example rejected your message to the following email addresses:
bob@d.example
550 5.7.1 Mail from 203.0.113.8 without reverse DNS refused

Remote server mx.e.example said: 550 5.7.26 Unauthenticated email from example.com is not accepted due to domain's DMARC policy.`);
    expect(outcomes.map(({ receiver, address, cause, codes }) => [receiver, address, cause, codes.status])).toEqual([
      ["mx.a.example", undefined, "recipient_unknown", "5.1.1"],
      ["mx.b.example", "203.0.113.7", "dnsbl_listed", "5.7.1"],
      ["mx.c.example", undefined, "mailbox_full", "4.2.2"],
      ["mx.d.example", "203.0.113.8", "ptr_missing", "5.7.1"],
      ["mx.e.example", undefined, "dmarc_reject", "5.7.26"],
    ]);
  });

  test("replies of two codes without a gap", () => {
    expect(told("550 5.1.1 User unknown\n554 5.7.1 Client host [203.0.113.7] has no PTR record").causes).toHaveLength(
      2,
    );
  });

  test("replies one below the other, with an empty line between", () => {
    expect(told("550 5.1.1 User unknown\n\n554 5.7.1 Client host [203.0.113.7] has no PTR record").causes).toEqual([
      "recipient_unknown",
      "ptr_missing",
    ]);
  });

  test.each([
    ["one reply in several lines", "550-5.7.1 Your server\n550-5.7.1 has no reverse\n550 5.7.1 DNS entry."],
    [
      "a notice that says it twice",
      "It was rejected:\n550 5.7.1 no PTR for 203.0.113.7\n\nRemote server said: 550 5.7.1 no PTR for 203.0.113.7",
    ],
    ["a deliver alone", SENT],
  ])("%s: one outcome", (_, text) => {
    expect(told(text).causes).toHaveLength(1);
  });

  test("a megabyte of log is cut, not read for ever", () => {
    expect(readOutcomes(`${LISTED}\n${NO_PTR}\n`.repeat(2000)).outcomes).toHaveLength(2);
  });
});
