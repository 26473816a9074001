/** Bounces that are no log: notifications and replies as people paste them; see `lot.ts`. */
export const NOTIFICATIONS_LOT = `
> 1 mx.p.example - mailbox_full permanent 552 5.2.2 -
<a@p.example>: host mx.p.example[192.0.2.111] said: 552 5.2.2 Mailbox full (in reply to RCPT TO command)

> 1 mx.q.example - recipient_unknown permanent 550 5.1.1 sender.example
> 1 mx.r.example 203.0.113.70 ptr_missing permanent 550 5.7.25 sender.example
Return-Path: <>
From: MAILER-DAEMON@mail.sender.example (Mail Delivery System)
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Type: text/plain

This is the mail system at host mail.sender.example.

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.sender.example
X-Postfix-Sender: rfc822; jo@sender.example
Arrival-Date: Wed, 25 Nov 2026 08:00:00 +0000 (UTC)

Final-Recipient: rfc822; a@q.example
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.q.example
Diagnostic-Code: smtp; 550 5.1.1 <a@q.example>: Recipient address rejected: User unknown

Final-Recipient: rfc822; a@r.example
Action: failed
Status: 5.7.25
Remote-MTA: dns; mx.r.example
Diagnostic-Code: smtp; 550 5.7.25 [203.0.113.70] no PTR record

--b1
Content-Type: message/rfc822

Message-ID: <n1@sender.example>
From: jo@sender.example
Subject: hello

550 5.1.1 nothing of this is read
--b1--

# One below the other: a second notification, with another sender.
> 1 mx.s.example 203.0.113.71 dnsbl_listed permanent 554 5.7.1 other.example
Return-Path: <>
From: MAILER-DAEMON@mail.other.example (Mail Delivery System)
Content-Type: multipart/report; report-type=delivery-status; boundary="b2"

--b2
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.other.example
X-Postfix-Sender: rfc822; jo@other.example

Final-Recipient: rfc822; a@s.example
Action: failed
Status: 5.7.1
Remote-MTA: dns; mx.s.example
Diagnostic-Code: smtp; 554 5.7.1 Service unavailable; Client host [203.0.113.71] blocked using zen.spamhaus.org

--b2
Content-Type: text/rfc822-headers

Message-ID: <n2@other.example>
From: jo@other.example
--b2--
`;
