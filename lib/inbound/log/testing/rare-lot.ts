/** Rarer forms and ends of what the other lots have; see `lot.ts`. */
export const RARE_LOT = String.raw`
# Postfix: a reply of several lines, greylisted and then refused, given up as a whole, several recipients that end apart.
> 1 mx.ra.example 203.0.113.7 dnsbl_listed permanent 550 5.7.1 example.com
> 1 mx.ra.example - accepted accepted 250 2.0.0 example.com
> 1 mx.ra.example - mailbox_full temporary 452 4.2.2 example.com
Nov 25 19:00:00 mail postfix/qmgr[200]: 4Wz1234567z1aBc: from=<zaphod@example.com>, size=3210, nrcpt=3 (queue active)
Nov 25 19:00:01 mail postfix/smtp[201]: 4Wz1234567z1aBc: to=<a@ra.example>, relay=mx.ra.example[192.0.2.201]:25, delay=1, delays=0/0/0/1, dsn=5.7.1, status=bounced (host mx.ra.example[192.0.2.201] said: 550-5.7.1 Service unavailable, 550 5.7.1 client [203.0.113.7] blocked using zen.spamhaus.org (in reply to RCPT TO command))
Nov 25 19:00:01 mail postfix/smtp[201]: 4Wz1234567z1aBc: to=<b@ra.example>, relay=mx.ra.example[192.0.2.201]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 4Wz9)
Nov 25 19:00:01 mail postfix/smtp[201]: 4Wz1234567z1aBc: to=<c@ra.example>, relay=mx.ra.example[192.0.2.201]:25, delay=1, delays=0/0/0/1, dsn=4.2.2, status=deferred (host mx.ra.example[192.0.2.201] said: 452 4.2.2 The email account that you tried to reach is over quota (in reply to RCPT TO command))
> 1 mx.rb.example - recipient_unknown permanent 550 5.1.1 -
Nov 25 19:01:00 mail postfix/smtp[202]: AE00000001: to=<a@rb.example>, relay=mx.rb.example[192.0.2.202]:25, delay=1, dsn=4.7.1, status=deferred (host mx.rb.example[192.0.2.202] said: 450 4.7.1 Greylisted, please try again in 300 seconds (in reply to RCPT TO command))
Nov 25 19:07:00 mail postfix/smtp[203]: AE00000001: to=<a@rb.example>, relay=mx.rb.example[192.0.2.202]:25, delay=361, dsn=5.1.1, status=bounced (host mx.rb.example[192.0.2.202] said: 550 5.1.1 <a@rb.example>: Recipient address rejected: undeliverable address (in reply to RCPT TO command))
> 1 mx.rc.example - delivery_expired permanent 450 4.7.1 example.com
Nov 20 19:02:00 mail postfix/qmgr[200]: AE00000002: from=<zaphod@example.com>, size=900, nrcpt=1 (queue active)
Nov 20 19:02:01 mail postfix/smtp[204]: AE00000002: to=<a@rc.example>, relay=mx.rc.example[192.0.2.203]:25, delay=1, dsn=4.7.1, status=deferred (host mx.rc.example[192.0.2.203] said: 450 4.7.1 Greylisted, please try again (in reply to RCPT TO command))
Nov 25 19:02:00 mail postfix/qmgr[200]: AE00000002: from=<zaphod@example.com>, status=force-expired, returned to sender
Nov 25 19:02:00 mail postfix/bounce[205]: AE00000002: sender non-delivery notification: AE00000003
Nov 25 19:02:00 mail postfix/qmgr[200]: AE00000002: removed
> 1 rd.example - connection_failed temporary - 4.4.1 -
Nov 25 19:03:00 mail postfix/error[206]: AE00000004: to=<a@rd.example>, relay=none, delay=600, delays=600/0/0/0, dsn=4.4.1, status=deferred (delivery temporarily suspended: connect to 192.0.2.204[192.0.2.204]:25: No route to host)
> 1 mx.re.example - connection_failed temporary - 4.7.5 -
Nov 25 19:04:00 mail postfix/smtp[207]: AE00000005: to=<a@re.example>, relay=mx.re.example[192.0.2.205]:25, delay=1, dsn=4.7.5, status=deferred (Server certificate not trusted)
> 1 mx.rf.example 203.0.113.7 throttle temporary 421 4.7.0 -
Nov 25 19:05:00 mail postfix/smtp[208]: AE00000006: to=<a@rf.example>, relay=mx.rf.example[192.0.2.206]:25, conn_use=3, delay=1, dsn=4.7.0, status=deferred (host mx.rf.example[192.0.2.206] said: 421 4.7.0 Too many connections from your host 203.0.113.7, slow down (in reply to end of DATA command))
> 1 microsoft - accepted accepted 250 2.6.0 -
Nov 25 19:06:00 mail postfix/smtp[209]: AE00000007: to=<a@contoso.example>, relay=contoso-example.mail.protection.outlook.com[52.101.73.1]:25, delay=2, dsn=2.6.0, status=sent (250 2.6.0 <m1@example.com> [InternalId=1234, Hostname=AB1PR01MB.eurprd01.prod.exchangelabs.com] 12345 bytes in 0.2, 60.1 KB/sec Queued mail for delivery)
> 1 mx.rg.example - accepted accepted 250 2.0.0 -
Nov 25 19:06:30 mail postfix/smtp[209]: AE00000008: to=<"a b"@rg.example>, relay=mx.rg.example[192.0.2.207]:587, delay=2, dsn=2.0.0, status=sent (250 2.0.0 Ok)
# A relay that takes everything, and refuses for another.
> 1 smtp.relay.example - local_policy permanent 554 5.7.1 -
Nov 25 19:06:40 mail postfix/smtp[209]: AE00000009: to=<a@gmail.com>, relay=smtp.relay.example[192.0.2.208]:587, delay=2, dsn=5.7.1, status=bounced (host smtp.relay.example[192.0.2.208] said: 554 5.7.1 Message rejected by local policy (in reply to end of DATA command))
! Nov 25 19:07:00 mail postfix/bounce[210]: AE0000000A: sender non-delivery notification: AE0000000B
! Nov 25 19:07:01 mail postfix/local[211]: AE0000000C: to=<root@mail.example.com>, orig_to=<root>, relay=local, delay=0.1, dsn=5.1.1, status=bounced (unknown user: "root")
! Nov 25 19:07:02 mail postfix/smtp[212]: Untrusted TLS connection established to mx.rg.example[192.0.2.207]:25: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)
! Nov 25 19:07:03 mail postfix/verify[213]: cache lookup: 550 5.1.1 entries
! Nov 25 19:07:04 mail postfix/smtpd[214]: NOQUEUE: reject: RCPT from unknown[198.51.100.40]: 550 5.1.1 <x@example.com>: Recipient address rejected: User unknown in local recipient table; from=<> to=<x@example.com> proto=ESMTP helo=<gmail.com>
! Nov 25 19:07:05 mail postfix/smtpd[214]: warning: hostname mail.spam.example does not resolve to address 198.51.100.41: Name or service not known
! Nov 25 19:07:06 mail postfix/tlsproxy[215]: DISCONNECT [198.51.100.41]:4000

# Exim: IPv6, no host name, a second line after a failure, a frozen message, a router that failed.
> 1 rh.example 2001:db8:5::25 ptr_missing_ipv6 permanent 550 5.7.1 -
2026-11-25 20:00:00 1tCAAA-000000001-AbCd ** a@rh.example R=dnslookup T=remote_smtp H=[2001:db8:99::5] I=[2001:db8:5::25]:4003: SMTP error from remote mail server after end of data: 550-5.7.1 [2001:db8:5::25] Our system has detected that this message does not meet IPv6 sending\n550-5.7.1 guidelines regarding PTR records and authentication.\n550 5.7.1 see policy
> 1 mx.ri.example - recipient_unknown permanent 550 5.1.1 -
> 1 mx.ri.example 203.0.113.10 accepted accepted 250 2.0.0 -
2026-11-25 20:01:00 1tCAAB-000000001-AbCd ** a@ri.example R=dnslookup T=remote_smtp H=mx.ri.example [192.0.2.212]: SMTP error from remote mail server after RCPT TO:<a@ri.example>: 550 5.1.1 <a@ri.example>: Recipient address rejected: User unknown
2026-11-25 20:01:00 1tCAAB-000000001-AbCd => b@ri.example R=dnslookup T=remote_smtp H=mx.ri.example [192.0.2.212] I=[203.0.113.10]:4104 X=TLS1.3:TLS_AES_256_GCM_SHA384:256 CV=dane K C="250 2.0.0 Ok: 500 bytes queued as 5"
2026-11-25 20:01:00 1tCAAB-000000001-AbCd Completed
! 2026-11-25 20:01:01 1tCAAC-000000001-AbCd <= <> R=1tCAAB-000000001-AbCd U=Debian-exim P=local S=1234
! 2026-11-25 20:01:01 1tCAAC-000000001-AbCd => zaphod <zaphod@example.com> R=local_user T=mail_spool
! 2026-11-25 20:01:01 1tCAAC-000000001-AbCd Completed
> 1 mx.rj.example - connection_failed temporary - - example.com
2026-11-25 20:02:00 1tCAAD-000000001-AbCd == a@rj.example F=<zaphod@example.com> R=dnslookup T=remote_smtp defer (-46) H=mx.rj.example [192.0.2.213]: Remote host closed connection after EHLO
> 1 mx.rk.example - connection_failed temporary - - -
2026-11-25 20:03:00 1tCAAE-000000001-AbCd == a@rk.example R=dnslookup T=remote_smtp defer (-37) H=mx.rk.example [192.0.2.214]: TLS session: (gnutls_handshake): The TLS connection was non-properly terminated
! 2026-11-25 20:04:00 1tCAAF-000000001-AbCd ** a@rl.example F=<zaphod@example.net> R=policy: Domain example.net has exceeded the max emails per hour (150/100 (150%)) allowed. Message discarded.
! 2026-11-25 20:05:00 1tCAAG-000000001-AbCd == zaphod@example.com R=procmail T=procmail_pipe defer (0): Child process of procmail_pipe transport returned 75
! 2026-11-25 20:05:01 1tCAAH-000000001-AbCd => |/usr/bin/vacation <zaphod@example.com> R=userforward T=address_pipe
! 2026-11-25 20:05:02 1tCAAI-000000001-AbCd H=(ylmf-pc) [198.51.100.42]:4005 I=[203.0.113.10]:25 F=<jo@spam.example> temporarily rejected RCPT <zaphod@example.com>: greylisted
! 2026-11-25 20:05:03 1tCAAJ-000000001-AbCd DKIM: d=spam.example s=x c=relaxed/relaxed a=rsa-sha256 [verification failed - body hash mismatch]
! 2026-11-25 20:05:04 1tCAAK-000000001-AbCd Message is frozen

# Sendmail: several recipients on a line, LMTP, a relay without an address, IPv6.
> 1 microsoft 203.0.113.7 private_blocklist permanent 550 5.7.1 example.com
Nov 25 20:10:00 host sm-mta[500]: 4APKA0001000500: from=<zaphod@example.com>, size=1000, class=0, nrcpts=1, msgid=<r1@example.com>, bodytype=8BITMIME, proto=ESMTPSA, daemon=MSP, relay=app.example.com [10.0.0.7]
Nov 25 20:10:02 host sm-mta[501]: 4APKA0001000500: to=<a@outlook.com>, ctladdr=<zaphod@example.com> (0/0), delay=00:00:02, xdelay=00:00:02, mailer=esmtp, tls_verify=OK, pri=120000, relay=outlook-com.olc.protection.outlook.com. [52.101.40.4], dsn=5.7.1, reply=550 5.7.1 Unfortunately, messages from [203.0.113.7] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3150)., stat=Service unavailable
> 2 mx.rm.example - accepted accepted - 2.0.0 -
Nov 25 20:11:00 host sm-mta[502]: 4APKA0002000502: to=<a@rm.example>,<b@rm.example>, delay=00:00:01, xdelay=00:00:01, mailer=esmtp, pri=60000, relay=mx.rm.example. [IPv6:2001:db8:61::1], dsn=2.0.0, stat=Sent (Ok: queued as 1)
> 1 rn.example - recipient_domain_unknown permanent - 5.1.2 -
Nov 25 20:12:00 host sm-mta[503]: 4APKA0003000503: to=<a@rn.example>, delay=00:00:00, xdelay=00:00:00, mailer=esmtp, pri=30000, relay=rn.example, dsn=5.1.2, stat=Host unknown (Name server: rn.example: host not found)
! Nov 25 20:13:00 host sm-mta[504]: 4APKA0004000504: to=<zaphod@example.com>, delay=00:00:00, xdelay=00:00:00, mailer=cyrusv2, pri=30000, dsn=2.0.0, stat=Sent
! Nov 25 20:13:01 host sm-mta[505]: 4APKA0005000505: Milter: from=<jo@spam.example>, reject=550 5.7.1 Rejected by milter
! Nov 25 20:13:02 host sm-mta[506]: 4APKA0006000506: <x@example.com>... User unknown
! Nov 25 20:13:03 host sm-mta[507]: 4APKA0007000507: lost input channel from mail.spam.example [198.51.100.43] to MTA after rcpt

# OpenSMTPD, Stalwart and Haraka.
> 1 mx.ro.example 2001:db8:6::25 accepted accepted 250 2.0.0 example.com
Nov 25 20:20:00 host smtpd[600]: 7a1b2c3d4e5f6071 mta delivery evpid=1122334455667701 from=<zaphod@example.com> to=<a@ro.example> rcpt=<-> source="[2001:db8:6::25]" relay="[2001:db8:62::1] (mx.ro.example)" delay=2s result="Ok" stat="250 2.0.0 Ok: queued as 6"
> 1 mx.rp.example 203.0.113.46 greylisted temporary 450 4.2.0 example.com
Nov 25 20:21:00 host smtpd[600]: 7a1b2c3d4e5f6072 mta delivery evpid=1122334455667702 from=<zaphod@example.com> to=<a@rp.example> rcpt=<-> source="203.0.113.46" relay="192.0.2.221 (mx.rp.example)" delay=2s result="TempFail" stat="450 4.2.0 <a@rp.example>: Recipient address rejected: Greylisted"
> 1 mx.rq.example 203.0.113.50 greylisted temporary 451 4.7.1 example.com
2026-11-25T20:22:00Z INFO Connecting to remote server (delivery.connect) queueId = 313515071556812901, queueName = "remote", from = "zaphod@example.com", to = ["a@rq.example"], size = 1, total = 1, domain = "rq.example", hostname = "mx.rq.example", localIp = 203.0.113.50, remoteIp = 192.0.2.222, remotePort = 25, elapsed = 2ms
2026-11-25T20:22:01Z INFO SMTP RCPT TO rejected (delivery.rcpt-to-rejected) queueId = 313515071556812901, queueName = "remote", from = "zaphod@example.com", to = ["a@rq.example"], size = 1, total = 1, hostname = "mx.rq.example", to = "a@rq.example", code = 451, details = "4.7.1 Greylisted, come back in 5 minutes", elapsed = 9ms
> 1 mx.rr.example - connection_failed temporary - - example.com
2026-11-25T20:23:00Z WARN Connection error (delivery.connect-error) queueId = 313515071556812902, queueName = "remote", from = "zaphod@example.com", to = ["a@rr.example"], size = 1, total = 1, domain = "rr.example", hostname = "mx.rr.example", details = "Connection refused (os error 111)", elapsed = 1ms
! 2026-11-25T20:24:00Z INFO DKIM verification failed (smtp.dkim-fail) listenerId = "smtp", localPort = 25, remoteIp = 198.51.100.51, remotePort = 1, strict = false, result = [550]
> 1 rs.example 203.0.113.55 helo_not_fqdn permanent 504 5.5.2 -
[PROTOCOL] [1B012E7A-4362-42CC-B2D5-27534802E499.1.1] [outbound] C: EHLO localhost
[NOTICE] [1B012E7A-4362-42CC-B2D5-27534802E499.1.1] [outbound] recipient <a@rs.example> rejected: 504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname, client [203.0.113.55] via mx.rs.example
! [WARN] [-] [outbound] temp fail queue is 450 long
! [INFO] [1B012E7A-4362-42CC-B2D5-27534802E490.1] [spamassassin] status=reject score=15 550 spam

# Exchange: a queue that waits, a protocol with BDAT and one that is refused at MAIL.
> 1 microsoft - accepted accepted 250 2.1.5 example.com
2026-11-25T20:30:00.000Z,10.0.0.2,EX01,52.101.73.1,contoso-example.mail.protection.outlook.com,08DE;250 2.6.0 Queued mail for delivery;ClientSubmitTime:,To Office,SMTP,SEND,301,<z1@example.com>,n31,a@contoso.example,250 2.1.5 Recipient OK,4000,1,,,"Re: offer, ""final""; 550 5.1.1",zaphod@example.com,zaphod@example.com,2026,Originating
> 1 mx.rt.example 203.0.113.61 accepted accepted 250 2.6.0 example.com
2026-11-25T20:31:00.200Z,Internet,08DF1,2,203.0.113.61:5011,192.0.2.231:25,<,220 mx.rt.example ready,
2026-11-25T20:31:00.300Z,Internet,08DF1,3,203.0.113.61:5011,192.0.2.231:25,>,EHLO mail.example.com,
2026-11-25T20:31:00.400Z,Internet,08DF1,4,203.0.113.61:5011,192.0.2.231:25,<,250  mx.rt.example Hello [203.0.113.61] SIZE CHUNKING,
2026-11-25T20:31:00.500Z,Internet,08DF1,5,203.0.113.61:5011,192.0.2.231:25,>,MAIL FROM:<zaphod@example.com> SIZE=500,
2026-11-25T20:31:00.500Z,Internet,08DF1,6,203.0.113.61:5011,192.0.2.231:25,<,250 2.1.0 Sender OK,
2026-11-25T20:31:00.500Z,Internet,08DF1,7,203.0.113.61:5011,192.0.2.231:25,>,RCPT TO:<a@rt.example> NOTIFY=FAILURE,
2026-11-25T20:31:00.600Z,Internet,08DF1,8,203.0.113.61:5011,192.0.2.231:25,<,250 2.1.5 Recipient OK,
2026-11-25T20:31:00.700Z,Internet,08DF1,9,203.0.113.61:5011,192.0.2.231:25,>,BDAT 500 LAST,
2026-11-25T20:31:00.800Z,Internet,08DF1,10,203.0.113.61:5011,192.0.2.231:25,<,"250 2.6.0 Queued, thank you",
> 1 mx.ru.example 203.0.113.61 ptr_missing permanent 550 5.7.1 example.com
2026-11-25T20:32:00.200Z,Internet,08DF2,2,203.0.113.61:5012,192.0.2.232:25,<,220 mx.ru.example ready,
2026-11-25T20:32:00.300Z,Internet,08DF2,3,203.0.113.61:5012,192.0.2.232:25,>,EHLO mail.example.com,
2026-11-25T20:32:00.400Z,Internet,08DF2,4,203.0.113.61:5012,192.0.2.232:25,<,250 mx.ru.example,
2026-11-25T20:32:00.500Z,Internet,08DF2,5,203.0.113.61:5012,192.0.2.232:25,>,MAIL FROM:<zaphod@example.com> SIZE=500,
2026-11-25T20:32:00.600Z,Internet,08DF2,6,203.0.113.61:5012,192.0.2.232:25,<,550 5.7.1 Client host rejected: no PTR record for your address,

# Events: what Amazon refused itself, a hard bounce with two recipients, a batch of SendGrid in a string.
> 1 rv.example - recipient_unknown permanent 550 5.1.1 example.com
> 1 rw.example - mailbox_full permanent 552 5.2.2 example.com
{"eventType":"Bounce","mail":{"timestamp":"2026-11-25T20:40:00.000Z","source":"zaphod@example.com","sourceIp":"203.0.113.99","messageId":"ses-21"},"bounce":{"bounceType":"Permanent","bounceSubType":"General","timestamp":"2026-11-25T20:40:01.000Z","bouncedRecipients":[{"emailAddress":"a@rv.example","action":"failed","status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 unknown"},{"emailAddress":"b@rw.example","action":"failed","status":"5.2.2","diagnosticCode":"smtp; 552 5.2.2 over quota"}]}}
> 1 rx.example 198.51.100.85 throttle temporary 421 - -
{"email":"a@rx.example","timestamp":1764100000,"event":"deferred","ip":"198.51.100.85","response":"421 too many connections from your IP","sg_message_id":"sg31.filter01.1","sg_event_id":"e31"},
! {"email":"a@rx.example","timestamp":1764100001,"event":"click","ip":"198.51.100.86","url":"https://example.com/550","sg_message_id":"sg32.filter01.1","sg_event_id":"e32"}
# Given up, and the last attempt's line behind it; a bracket that was cut off; a domain that does not exist.
> 1 mx.xa.example - delivery_expired permanent 450 4.3.2 example.com
Feb  3 11:00:09 mail postfix/qmgr[301]: AF00000001: from=<zaphod@example.com>, status=expired, returned to sender
Feb  3 11:00:09 mail postfix/smtp[302]: AF00000001: to=<a@xa.example>, relay=none, delay=432000, dsn=4.3.2, status=deferred (host mx.xa.example[192.0.2.221] refused to talk to me: 450 4.3.2 Service currently unavailable)
> 1 mx.xb.example 203.0.113.7 ptr_missing permanent 550 5.7.1 -
Feb  3 11:00:10 mail postfix/smtp[303]: AF00000002: to=<a@xb.example>, relay=mx.xb.example[192.0.2.222]:25, delay=1, dsn=5.7.1, status=bounced (host mx.xb.example[192.0.2.222] said: 550 5.7.1 no PTR for 203.0.113.7 (in reply to RC
> 1 xc.example - recipient_domain_unknown permanent - 5.4.4 -
Feb  3 11:00:11 mail postfix/smtp[304]: AF00000003: to=<a@xc.example>, relay=none, delay=1, dsn=5.4.4, status=bounced (Host or domain name not found. Name service error for name=xc.example type=AAAA: Host not found)
> 1 xd.example - connection_failed permanent - 5.4.4 -
Feb  3 11:00:12 mail postfix/smtp[305]: AF00000004: to=<a@xd.example>, relay=none, delay=1, dsn=5.4.4, status=bounced (Host or domain name not found. Name service error for name=relay.example.com type=AAAA: Host not found)

# PowerMTA's accounting: the columns are the operator's; put off and then taken is one.
> 1 gmail 203.0.113.40 accepted accepted 250 2.0.0 shop.example
> 1 yahoo 203.0.113.40 accepted accepted 250 2.0.0 shop.example
> 1 apple 203.0.113.40 mailbox_full permanent 552 5.2.2 shop.example
> 1 xe.example 203.0.113.40 recipient_domain_unknown permanent 550 5.1.2 shop.example
! type,timeLogged,orig,rcpt,dsnAction,dsnStatus,dsnDiag,dsnMta,dlvSourceIp,jobId
d,2026-11-20 10:00:00+0100,n@shop.example,a@gmail.com,relayed,2.0.0 (success),smtp;250 2.0.0 OK 17 - gsmtp,gmail-smtp-in.l.google.com (192.0.2.26),203.0.113.40,j1
t,2026-11-20 10:00:01+0100,n@shop.example,b@yahoo.com,delayed,4.7.0 (undefined),"smtp;421 4.7.0 [TSS04] Messages from 203.0.113.40 temporarily deferred",mta5.am0.yahoodns.net (192.0.2.77),203.0.113.40,j1
b,2026-11-20 10:00:02+0100,n@shop.example,c@icloud.com,failed,5.2.2 (mailbox full),"smtp;552 5.2.2 user is over quota",mx01.mail.icloud.com (192.0.2.33),203.0.113.40,j1
d,2026-11-20 10:20:00+0100,n@shop.example,b@yahoo.com,relayed,2.0.0 (success),smtp;250 ok dirdel,mta5.am0.yahoodns.net (192.0.2.77),203.0.113.40,j1
b,2026-11-20 10:00:03+0100,n@shop.example,d@xe.example,failed,5.1.2 (bad destination system),"smtp;550 5.1.2 no such domain",,203.0.113.40,j1
! q,2026-11-20 10:00:04+0100,n@shop.example,,,,,,,j1
`;
