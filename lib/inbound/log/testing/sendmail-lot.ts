/** Sendmail; see `lot.ts`. */
export const SENDMAIL_LOT = `
> 1 gmail - accepted accepted - 2.0.0 example.com
Nov 23 09:00:00 host sendmail[310]: 3ANA0001000310: from=<zaphod@example.com>, size=812, class=0, nrcpts=1, msgid=<s1@example.com>, proto=ESMTP, daemon=MTA, relay=app.example.com [10.0.0.7]
Nov 23 09:00:02 host sm-mta[311]: 3ANA0001000310: to=<a@gmail.com>, ctladdr=<zaphod@example.com> (1000/1000), delay=00:00:02, xdelay=00:00:01, mailer=esmtp, pri=120812, relay=gmail-smtp-in.l.google.com. [142.250.1.27], dsn=2.0.0, stat=Sent (OK 1764000000 d9-20si1 - gsmtp)

> 2 mx.b.example - recipient_unknown permanent - 5.1.1 -
Nov 23 09:01:00 host sm-mta[312]: 3ANA0002000312: to=<a@b.example>,<b@b.example>, delay=00:00:01, xdelay=00:00:01, mailer=esmtp, pri=60000, relay=mx.b.example. [192.0.2.51], dsn=5.1.1, stat=User unknown

> 1 mx.c.example 203.0.113.7 ptr_missing temporary 450 4.7.1 -
Nov 23 09:02:00 host sm-mta[313]: 3ANA0003000313: to=<a@c.example>, delay=00:00:03, xdelay=00:00:02, mailer=esmtp, pri=60000, relay=mx.c.example. [192.0.2.52], dsn=4.7.1, stat=Deferred: 450 4.7.1 Client host rejected: cannot find your reverse hostname, [203.0.113.7]

> 1 mx.d.example 203.0.113.7 dnsbl_listed permanent 554 5.7.1 -
Nov 23 09:03:00 host sendmail[314]: 3ANA0004000314: to=<a@d.example>, delay=00:00:01, mailer=esmtp, pri=60000, relay=mx.d.example. [192.0.2.53], dsn=5.7.1, reply=554 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using zen.spamhaus.org, stat=Service unavailable

> 1 mx.e.example - connection_failed temporary - 4.0.0 -
Nov 23 09:04:00 host sm-mta[315]: 3ANA0005000315: to=<a@e.example>, delay=00:01:00, xdelay=00:01:00, mailer=esmtp, pri=60000, relay=mx.e.example. [192.0.2.54], dsn=4.0.0, stat=Deferred: Connection timed out with mx.e.example.

> 1 f.example - recipient_domain_unknown permanent - 5.1.2 -
Nov 23 09:05:00 host sm-mta[316]: 3ANA0006000316: to=<a@f.example>, delay=00:00:00, xdelay=00:00:00, mailer=esmtp, pri=30000, relay=f.example, dsn=5.1.2, stat=Host unknown (Name server: f.example: host not found)

# Deferred twice, then taken.
> 1 mx.g.example - accepted accepted - 2.0.0 -
Nov 23 09:06:00 host sm-mta[317]: 3ANA0007000317: to=<a@g.example>, delay=00:00:01, mailer=esmtp, pri=30000, relay=mx.g.example. [192.0.2.55], dsn=4.2.0, stat=Deferred: 451 4.2.0 Greylisted, please try again in 300 seconds
Nov 23 09:16:00 host sm-mta[317]: 3ANA0007000317: to=<a@g.example>, delay=00:10:01, mailer=esmtp, pri=120000, relay=mx.g.example. [192.0.2.55], dsn=4.2.0, stat=Deferred: 451 4.2.0 Greylisted, please try again in 300 seconds
Nov 23 09:26:00 host sm-mta[317]: 3ANA0007000317: to=<a@g.example>, delay=00:20:01, mailer=esmtp, pri=210000, relay=mx.g.example. [192.0.2.55], dsn=2.0.0, stat=Sent (Ok: queued as 88)

> 1 mx.h.example - message_too_large permanent - 5.3.4 -
Nov 23 09:07:00 host sm-mta[318]: 3ANA0008000318: to=<a@h.example>, delay=00:00:01, mailer=esmtp, pri=30000, relay=mx.h.example. [192.0.2.56], dsn=5.3.4, stat=Message size exceeds fixed maximum message size

! Nov 23 09:08:00 host sm-mta[319]: 3ANA0009000319: to=zaphod, delay=00:00:00, xdelay=00:00:00, mailer=local, pri=30000, dsn=2.0.0, stat=Sent
! Nov 23 09:08:01 host sendmail[320]: 3ANA0010000320: to=<a@i.example>, ctladdr=zaphod (1000/1000), delay=00:00:00, mailer=relay, pri=30000, relay=[127.0.0.1] [127.0.0.1], dsn=2.0.0, stat=Sent (3ANA0011000320 Message accepted for delivery)
! Nov 23 09:08:02 host sm-mta[321]: ruleset=check_relay, arg1=[198.51.100.30], arg2=198.51.100.30, relay=[198.51.100.30], reject=550 5.7.1 Access denied
! Nov 23 09:08:03 host sm-mta[322]: 3ANA0012000322: ruleset=check_rcpt, arg1=<zaphod@example.com>, relay=mail.spam.example [198.51.100.31], reject=553 5.1.8 <zaphod@example.com>... Domain of sender address jo@spam.example does not exist
! Nov 23 09:08:04 host sm-mta[323]: STARTTLS=client, relay=mx.b.example., version=TLSv1.3, verify=OK, cipher=TLS_AES_256_GCM_SHA384, bits=256/256
! Nov 23 09:08:05 host sm-mta[324]: 3ANA0013000324: to=<a@j.example>, delay=00:00:00, mailer=esmtp, pri=30000, stat=queued
`;
