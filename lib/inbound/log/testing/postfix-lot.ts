/** Postfix. A line with `>` is a row that the lines below it have to give; see `lot.ts`. */
export const POSTFIX_LOT = `
> 1 gmail 203.0.113.14 ptr_missing permanent 550 5.7.25 example.com
> 1 yahoo - accepted accepted 250 2.0.0 example.com
Nov 25 18:01:10 mx1 postfix/smtpd[800]: A1B2C3D4E5: client=app.example.com[10.0.0.7]
Nov 25 18:01:10 mx1 postfix/cleanup[801]: A1B2C3D4E5: message-id=<20261125.1@example.com>
Nov 25 18:01:11 mx1 postfix/qmgr[802]: A1B2C3D4E5: from=<zaphod@example.com>, size=1200, nrcpt=2 (queue active)
Nov 25 18:01:12 mx1 postfix/smtp[811]: A1B2C3D4E5: to=<ford@gmail.com>, relay=gmail-smtp-in.l.google.com[142.250.1.27]:25, delay=1.2, delays=0.1/0/0.5/0.6, dsn=5.7.25, status=bounced (host gmail-smtp-in.l.google.com[142.250.1.27] said: 550-5.7.25 [203.0.113.14] The IP address sending this message does not have a PTR record setup. 550 5.7.25 Please see https://support.google.com/mail/answer/81126 d9-20si1 - gsmtp (in reply to end of DATA command))
Nov 25 18:01:15 mx1 postfix/smtp[812]: A1B2C3D4E5: to=<ford@yahoo.com>, relay=mta5.am0.yahoodns.net[67.195.228.110]:25, delay=1, delays=0/0/1/0, dsn=2.0.0, status=sent (250 ok dirdel)
Nov 25 18:01:16 mx1 postfix/bounce[815]: A1B2C3D4E5: sender non-delivery notification: A1B2C3D4E6
Nov 25 18:01:16 mx1 postfix/qmgr[802]: A1B2C3D4E5: removed

# Deferred, then accepted by another host: one accepted recipient.
> 1 mx2.b.example - accepted accepted 250 2.0.0 -
! Nov 25 18:02:15 mx1 postfix/smtp[812]: connect to mx.b.example[192.0.2.9]:25: Connection timed out
! Nov 25 18:02:15 mx1 postfix/smtp[812]: connect to mx9.b.example[2001:db8::9]:25: Network is unreachable
Nov 25 18:02:15 mx1 postfix/smtp[812]: B1B2C3D4E5: to=<x@b.example>, relay=none, delay=30, delays=0/0/30/0, dsn=4.4.1, status=deferred (connect to mx.b.example[192.0.2.9]:25: Connection timed out)
Nov 25 18:12:15 mx1 postfix/smtp[812]: B1B2C3D4E5: to=<x@b.example>, relay=mx2.b.example[192.0.2.10]:25, delay=630, delays=600/0/30/0, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 4Tx1)

> 1 mx.c.example 203.0.113.7 fcrdns_fail_or_ptr_missing temporary 450 4.7.25 -
Nov 25 18:03:01 mx1 postfix/smtp[813]: C1B2C3D4E5: to=<x@c.example>, relay=mx.c.example[192.0.2.11]:25, delay=5, delays=1/0/2/2, dsn=4.7.25, status=deferred (host mx.c.example[192.0.2.11] said: 450 4.7.25 Client host rejected: cannot find your hostname, [203.0.113.7] (in reply to RCPT TO command))

> 1 t-online 203.0.113.8 private_blocklist temporary 554 - -
Nov 25 18:04:01 mx1 postfix/smtp[814]: D1B2C3D4E5: to=<x@t-online.de>, relay=none, delay=0.4, delays=0/0/0.4/0, dsn=4.0.0, status=deferred (host mx00.t-online.de[194.25.134.8] refused to talk to me: 554 IP=203.0.113.8 - A problem occurred. (Ask your postmaster for help or to contact tosa@rx.t-online.de to clarify.) (BL))

> 1 mx.d.example 203.0.113.7 dnsbl_listed permanent 554 5.7.1 -
Nov 25 18:05:01 mx1 postfix/smtp[816]: E1B2C3D4E5: to=<x@d.example>, relay=mx.d.example[192.0.2.12]:25, delay=1, dsn=5.7.1, status=bounced (host mx.d.example[192.0.2.12] said: 554 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using zen.spamhaus.org (in reply to RCPT TO command))

> 1 mx.e.example - greylisted temporary 450 4.2.0 -
Nov 25 18:06:01 mx1 postfix/smtp[817]: F1B2C3D4E5: to=<x@e.example>, relay=mx.e.example[192.0.2.13]:25, delay=1, dsn=4.2.0, status=deferred (host mx.e.example[192.0.2.13] said: 450 4.2.0 <x@e.example>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/e.example.html (in reply to RCPT TO command))

> 1 mx.e.example - mailbox_full permanent 552 5.2.2 -
Nov 25 18:06:02 mx1 postfix/smtp[817]: F2B2C3D4E5: to=<y@e.example>, relay=mx.e.example[192.0.2.13]:25, delay=1, dsn=5.2.2, status=bounced (host mx.e.example[192.0.2.13] said: 552 5.2.2 <y@e.example>: Mailbox full (in reply to RCPT TO command))

> 1 mx.e.example - recipient_unknown permanent 550 5.1.1 -
Nov 25 18:06:03 mx1 postfix/smtp[817]: F3B2C3D4E5: to=<z@e.example>, orig_to=<alias@example.com>, relay=mx.e.example[192.0.2.13]:25, delay=1, dsn=5.1.1, status=bounced (host mx.e.example[192.0.2.13] said: 550 5.1.1 <z@e.example>: Recipient address rejected: User unknown in virtual mailbox table (in reply to RCPT TO command))

> 1 f.example - recipient_domain_unknown permanent - 5.4.4 -
Nov 25 18:07:00 mx1 postfix/smtp[818]: 01B2C3D4E5: to=<x@f.example>, relay=none, delay=0.1, delays=0/0/0.1/0, dsn=5.4.4, status=bounced (Host or domain name not found. Name service error for name=f.example type=AAAA: Host not found)

> 1 mx.g.example - connection_failed temporary - 4.4.2 -
Nov 25 18:07:30 mx1 postfix/smtp[819]: 02B2C3D4E5: to=<x@g.example>, relay=mx.g.example[192.0.2.14]:25, delay=300, delays=0/0/300/0, dsn=4.4.2, status=deferred (conversation with mx.g.example[192.0.2.14] timed out while receiving the initial server greeting)

> 1 mx.h.example - connection_failed temporary - 4.4.2 -
Nov 25 18:07:31 mx1 postfix/smtp[819]: 03B2C3D4E5: to=<x@h.example>, relay=mx.h.example[192.0.2.15]:25, delay=30, dsn=4.4.2, status=deferred (lost connection with mx.h.example[192.0.2.15] while sending RCPT TO)

# Suspended by the queue manager: what the host said is repeated.
> 2 yahoo 203.0.113.9 ip_reputation temporary 421 4.7.0 -
Nov 25 18:08:00 mx1 postfix/error[820]: 04B2C3D4E5: to=<x@yahoo.com>, relay=none, delay=3, delays=3/0/0/0, dsn=4.7.0, status=deferred (delivery temporarily suspended: host mta7.am0.yahoodns.net[67.195.204.77] refused to talk to me: 421 4.7.0 [TSS04] Messages from 203.0.113.9 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes)
Nov 25 18:08:00 mx1 postfix/error[820]: 05B2C3D4E5: to=<y@yahoo.com>, relay=none, delay=3, delays=3/0/0/0, dsn=4.7.0, status=deferred (delivery temporarily suspended: host mta7.am0.yahoodns.net[67.195.204.77] refused to talk to me: 421 4.7.0 [TSS04] Messages from 203.0.113.9 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes)

# Several hosts tried within one attempt: the last word is the recipient's own line.
> 1 mx2.i.example 203.0.113.7 ptr_missing permanent 550 5.7.1 -
Nov 25 18:09:00 mx1 postfix/smtp[821]: 06B2C3D4E5: host mx1.i.example[192.0.2.16] said: 451 4.3.0 try again later (in reply to MAIL FROM command)
Nov 25 18:09:01 mx1 postfix/smtp[821]: 06B2C3D4E5: to=<x@i.example>, relay=mx2.i.example[192.0.2.17]:25, delay=2, dsn=5.7.1, status=bounced (host mx2.i.example[192.0.2.17] said: 550 5.7.1 203.0.113.7 has no reverse DNS (in reply to MAIL FROM command))

# Given up: what is still deferred has failed.
> 1 mx.j.example 203.0.113.7 ptr_missing permanent 450 4.7.1 example.com
Nov 20 18:00:00 mx1 postfix/qmgr[802]: 07B2C3D4E5: from=<zaphod@example.com>, size=900, nrcpt=1 (queue active)
Nov 20 18:00:01 mx1 postfix/smtp[822]: 07B2C3D4E5: to=<x@j.example>, relay=mx.j.example[192.0.2.18]:25, delay=2, dsn=4.7.1, status=deferred (host mx.j.example[192.0.2.18] said: 450 4.7.1 Client host rejected: cannot find your reverse hostname, [203.0.113.7] (in reply to RCPT TO command))
Nov 25 18:10:00 mx1 postfix/qmgr[802]: 07B2C3D4E5: from=<zaphod@example.com>, status=expired, returned to sender

# LMTP to another host, and a connection over IPv6.
> 1 store.k.example - mailbox_full permanent 552 5.2.2 -
> 1 gmail 2001:db8:4f8::10 ptr_missing_ipv6 permanent 550 5.7.1 -
Nov 25 18:11:00 mx1 postfix/lmtp[823]: 08B2C3D4E5: to=<x@k.example>, relay=store.k.example[192.0.2.19]:24, delay=1, dsn=5.2.2, status=bounced (host store.k.example[192.0.2.19] said: 552 5.2.2 <x@k.example> Quota exceeded (mailbox for user is full) (in reply to end of DATA command))
Nov 25 18:11:01 mx1 postfix/smtp[824]: 09B2C3D4E5: to=<x@gmail.com>, relay=gmail-smtp-in.l.google.com[2a00:1450:4013:c03::1b]:25, delay=1, dsn=5.7.1, status=bounced (host gmail-smtp-in.l.google.com[2a00:1450:4013:c03::1b] said: 550-5.7.1 [2001:db8:4f8::10] Our system has detected that this message does not meet IPv6 sending guidelines regarding PTR records and authentication. 550 5.7.1 https://support.google.com/mail/?p=IPv6AuthError q1-20si2 - gsmtp (in reply to end of DATA command))

# Other people's mail, and mail that stays here: no refusal of ours.
! Nov 25 18:12:17 mx1 postfix/smtpd[9]: NOQUEUE: reject: RCPT from unknown[198.51.100.7]: 554 5.7.1 <srv>: Helo command rejected: need fully-qualified hostname; from=<jo@spam.example> to=<zaphod@example.com> proto=ESMTP helo=<srv>
! Nov 25 18:12:18 mx1 postfix/smtpd[9]: NOQUEUE: reject: RCPT from unknown[198.51.100.8]: 450 4.7.25 Client host rejected: cannot find your hostname, [198.51.100.8]; from=<jo@spam.example> to=<zaphod@example.com> proto=ESMTP helo=<x.example>
! Nov 25 18:12:18 mx1 postfix/local[10]: 0AB2C3D4E5: to=<zaphod@example.com>, relay=local, delay=0.1, dsn=2.0.0, status=sent (delivered to mailbox)
! Nov 25 18:12:19 mx1 postfix/pipe[11]: 0BB2C3D4E5: to=<zaphod@example.com>, relay=dovecot, delay=0.1, dsn=2.0.0, status=sent (delivered via dovecot service)
! Nov 25 18:12:20 mx1 postfix/lmtp[12]: 0CB2C3D4E5: to=<zaphod@example.com>, relay=mx1.example.com[private/dovecot-lmtp], delay=0.1, dsn=2.0.0, status=sent (250 2.0.0 <zaphod@example.com> kJ2 Saved)
! Nov 25 18:12:21 mx1 postfix/smtp[13]: 0DB2C3D4E5: to=<x@b.example>, relay=127.0.0.1[127.0.0.1]:10024, delay=0.2, dsn=2.0.0, status=sent (250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as 0EB2C3D4E5)
! Nov 25 18:12:22 mx1 postfix/smtpd[14]: connect from unknown[198.51.100.9]
! Nov 25 18:12:22 mx1 postfix/smtpd[14]: disconnect from unknown[198.51.100.9] ehlo=1 quit=1 commands=2
! Nov 25 18:12:23 mx1 postfix/anvil[15]: statistics: max connection rate 1/60s for (smtp:198.51.100.9) at Nov 25 18:12:22
! Nov 25 18:12:24 mx1 postfix/smtpd[16]: 0FB2C3D4E5: reject: RCPT from mail.spam.example[198.51.100.10]: 554 5.7.1 Service unavailable; Client host [198.51.100.10] blocked using zen.spamhaus.org; from=<jo@spam.example> to=<zaphod@example.com> proto=ESMTP helo=<mail.spam.example>
! Nov 25 18:12:25 mx1 postfix/postscreen[17]: NOQUEUE: reject: RCPT from [198.51.100.11]:4444: 550 5.7.1 Service unavailable; client [198.51.100.11] blocked using zen.spamhaus.org; from=<jo@spam.example>, to=<zaphod@example.com>, proto=ESMTP, helo=<x>
! Nov 25 18:12:26 mx1 dovecot: imap-login: Login: user=<zaphod>, method=PLAIN, rip=198.51.100.12, lip=203.0.113.10, TLS

# ISO times with a zone, long queue ids, RFC 5424, no head at all.
> 1 microsoft 203.0.113.11 private_blocklist permanent 550 5.7.1 example.org
2026-11-25T18:13:00.123456+01:00 mx1 postfix/qmgr[802]: 4Tq7Kz2hLmzB8: from=<arthur@example.org>, size=10, nrcpt=1 (queue active)
2026-11-25T18:13:01.123456+01:00 mx1 postfix/smtp[825]: 4Tq7Kz2hLmzB8: to=<x@outlook.com>, relay=outlook-com.olc.protection.outlook.com[52.101.40.4]:25, delay=1, dsn=5.7.1, status=bounced (host outlook-com.olc.protection.outlook.com[52.101.40.4] said: 550 5.7.1 Unfortunately, messages from [203.0.113.11] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3150). [Name=Protocol Filter Agent][AGT=PFA] (in reply to MAIL FROM command))
> 1 mx.l.example - accepted accepted 250 2.0.0 -
<22>1 2026-11-25T18:14:00.5Z mx1 postfix/smtp 826 - - 4Tq8Kz2hLmzB9: to=<x@l.example>, relay=mx.l.example[192.0.2.20]:25, delay=1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 77)
> 1 mx.m.example - tls_required permanent 530 5.7.0 -
4Tq9Kz2hLmzC1: to=<x@m.example>, relay=mx.m.example[192.0.2.21]:25, delay=1, dsn=5.7.0, status=bounced (host mx.m.example[192.0.2.21] said: 530 5.7.0 Must issue a STARTTLS command first (in reply to MAIL FROM command))
`;
