/** Exim's main log; see `lot.ts`. */
export const EXIM_LOT = String.raw`
> 1 mx.one.example 203.0.113.10 accepted accepted 250 - example.com
> 1 mx.two.example 203.0.113.7 ptr_missing permanent 550 5.7.1 example.com
2026-11-22 08:00:00 1tABCD-000000001-AbCd <= zaphod@example.com H=app.example.com [10.0.0.7] P=esmtpsa X=TLS1.3:TLS_AES_256_GCM_SHA384:256 CV=no A=plain:zaphod S=900 id=e1@example.com
2026-11-22 08:00:01 1tABCD-000000001-AbCd => a@one.example R=dnslookup T=remote_smtp H=mx.one.example [192.0.2.31] I=[203.0.113.10]:45678 X=TLS1.3:TLS_AES_256_GCM_SHA384:256 CV=yes K C="250 OK id=1tABCE-000001" QT=1s DT=1s
2026-11-22 08:00:02 1tABCD-000000001-AbCd ** b@two.example R=dnslookup T=remote_smtp H=mx.two.example [192.0.2.32]: SMTP error from remote mail server after RCPT TO:<b@two.example>: 550 5.7.1 [203.0.113.7] has no rDNS
2026-11-22 08:00:02 1tABCD-000000001-AbCd Completed QT=2s

# Two recipients in one delivery.
> 2 mx.three.example 203.0.113.10 accepted accepted 250 2.0.0 -
2026-11-22 08:01:00 1tABCF-000000001-AbCd => a@three.example R=dnslookup T=remote_smtp H=mx.three.example [192.0.2.33] I=[203.0.113.10]:45679 C="250 2.0.0 Ok: queued as 99"
2026-11-22 08:01:00 1tABCF-000000001-AbCd -> b@three.example R=dnslookup T=remote_smtp H=mx.three.example [192.0.2.33] I=[203.0.113.10]:45679 C="250 2.0.0 Ok: queued as 99"

> 1 mx.four.example - greylisted temporary 451 4.7.1 -
2026-11-22 08:02:00 1tABCG-000000001-AbCd == a@four.example R=dnslookup T=remote_smtp defer (-44) H=mx.four.example [192.0.2.34]: SMTP error from remote mail server after RCPT TO:<a@four.example>: 451 4.7.1 Greylisting in action, please come back later

# Greylisted, then taken.
> 1 mx.five.example 203.0.113.10 accepted accepted 250 - -
2026-11-22 08:02:00 1tABCH-000000001-AbCd H=mx.five.example [192.0.2.35]: SMTP error from remote mail server after RCPT TO:<a@five.example>: 450 4.2.0 Greylisted for 5 minutes
2026-11-22 08:02:00 1tABCH-000000001-AbCd == a@five.example R=dnslookup T=remote_smtp defer (-44) H=mx.five.example [192.0.2.35]: SMTP error from remote mail server after RCPT TO:<a@five.example>: 450 4.2.0 Greylisted for 5 minutes
2026-11-22 08:12:00 1tABCH-000000001-AbCd => a@five.example R=dnslookup T=remote_smtp H=mx.five.example [192.0.2.35] I=[203.0.113.10]:45680 C="250 accepted"

> 1 six.example - recipient_unknown permanent - - -
2026-11-22 08:03:00 1tABCI-000000001-AbCd ** a@six.example: Unrouteable address

> 1 mx.seven.example - connection_failed temporary - - -
2026-11-22 08:04:00 1tABCJ-000000001-AbCd H=mx.seven.example [192.0.2.36] Connection timed out
2026-11-22 08:04:00 1tABCJ-000000001-AbCd == a@seven.example R=dnslookup T=remote_smtp defer (110): Connection timed out H=mx.seven.example [192.0.2.36]

> 1 mx.eight.example - delivery_expired permanent - - -
2026-11-22 08:05:00 1tABCK-000000001-AbCd ** a@eight.example R=dnslookup T=remote_smtp H=mx.eight.example [192.0.2.37]: retry timeout exceeded

# A local address inside is nobody's to see; what the receiver names counts.
> 1 mx.nine.example 203.0.113.12 helo_unresolvable permanent 550 - -
2026-11-22 08:06:00 1tABCL-000000001-AbCd ** a@nine.example R=dnslookup T=remote_smtp H=mx.nine.example [192.0.2.38] I=[10.0.0.5]:4000 X=TLS1.3:TLS_AES_256_GCM_SHA384:256 CV=yes: SMTP error from remote mail server after EHLO srv1.internal.example: 550 HELO name srv1.internal.example does not resolve, client [203.0.113.12]

> 1 mx.ten.example 203.0.113.10 dnsbl_listed permanent 554 5.7.1 example.net
2026-11-22 08:07:00 +0100 [4242] 1tABCM-000000001-AbCd ** a@ten.example <list@example.com> F=<bounces@example.net> R=dnslookup T=remote_smtp H=mx.ten.example [192.0.2.39]:25 I=[203.0.113.10]:4001: SMTP error from remote mail server after initial connection: 554 5.7.1 Service unavailable; client [203.0.113.10] blocked using bl.spamcop.net

> 1 mx.eleven.example 203.0.113.10 mailbox_full permanent 552 5.2.2 -
Nov 22 08:08:00 mail exim[77]: 2026-11-22 08:08:00 1tABCN-000000001-AbCd ** a@eleven.example R=dnslookup T=remote_smtp H=mx.eleven.example [192.0.2.40] I=[203.0.113.10]:4002: SMTP error from remote mail server after end of data: 552 5.2.2 Mailbox full

# Old ids, a reply of several lines, IPv6.
> 1 mx.twelve.example 2001:db8:5::25 spf_fail permanent 550 5.7.23 example.com
2026-11-22 08:09:00 1aBcDe-0001Xy-Zz ** a@twelve.example R=dnslookup T=remote_smtp H=mx.twelve.example [2001:db8:99::1] I=[2001:db8:5::25]:4003: SMTP error from remote mail server after MAIL FROM:<zaphod@example.com> SIZE=1234: 550-5.7.23 The message was rejected because of\n550 5.7.23 Sender Policy Framework violation

# Incoming, local, and what the program says of itself.
! 2026-11-22 08:10:00 H=(srv) [198.51.100.20]:5555 F=<jo@spam.example> rejected RCPT <zaphod@example.com>: 198.51.100.20 is in a black list at zen.spamhaus.org
! 2026-11-22 08:10:01 H=mail.spam.example [198.51.100.21] rejected EHLO or HELO localhost: syntactically invalid argument(s)
! 2026-11-22 08:10:02 1tABCO-000000001-AbCd => zaphod <zaphod@example.com> R=local_user T=maildir_home
! 2026-11-22 08:10:03 1tABCP-000000001-AbCd H=mail.spam.example [198.51.100.22] F=<jo@spam.example> rejected after DATA: spam score 12
! 2026-11-22 08:10:04 Start queue run: pid=99
! 2026-11-22 08:10:05 no host name found for IP address 198.51.100.23
! 2026-11-22 08:10:06 1tABCQ-000000001-AbCd <= jo@elsewhere.example H=mx.elsewhere.example [198.51.100.24] P=esmtps S=99 id=x@elsewhere.example
`;
