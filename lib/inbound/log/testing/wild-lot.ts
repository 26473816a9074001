/** Lines as they are pasted in practice: prefixes of other tools, noise between them, rare outcomes; see `lot.ts`. */
export const WILD_LOT = String.raw`
# Written by containers: their own time in front of syslog's.
> 1 mx.w1.example - accepted accepted 250 2.0.0 -
2026-11-25T18:20:00.123456789Z Nov 25 18:20:00 mail postfix/smtp[101]: AA00000001: to=<x@w1.example>, relay=mx.w1.example[192.0.2.111]:25, delay=1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 1)
> 1 mx.w2.example 203.0.113.7 ptr_missing permanent 550 5.7.1 -
mail-1  | 2026-11-25T18:20:01.5+00:00 mail postfix/smtp[102]: AA00000002: to=<x@w2.example>, relay=mx.w2.example[192.0.2.112]:25, delay=1, dsn=5.7.1, status=bounced (host mx.w2.example[192.0.2.112] said: 550 5.7.1 Client host [203.0.113.7] rejected: no PTR record (in reply to RCPT TO command))
> 1 mx.w3.example - recipient_unknown permanent 550 5.1.1 -
{"log":"Nov 25 18:20:02 mail postfix/smtp[103]: AA00000003: to=<x@w3.example>, relay=mx.w3.example[192.0.2.113]:25, delay=1, dsn=5.1.1, status=bounced (host mx.w3.example[192.0.2.113] said: 550 5.1.1 <x@w3.example>: Recipient address rejected: User unknown (in reply to RCPT TO command))\n","stream":"stdout","time":"2026-11-25T18:20:02.1Z"}
# The journal, in several of its forms.
> 1 mx.w4.example - mailbox_full permanent 552 5.2.2 -
{"__REALTIME_TIMESTAMP":"1764095403000000","_HOSTNAME":"mail","SYSLOG_IDENTIFIER":"postfix/smtp","_PID":"104","MESSAGE":"AA00000004: to=<x@w4.example>, relay=mx.w4.example[192.0.2.114]:25, delay=1, dsn=5.2.2, status=bounced (host mx.w4.example[192.0.2.114] said: 552 5.2.2 Mailbox full (in reply to RCPT TO command))"}
> 1 mx.w5.example - accepted accepted 250 2.0.0 -
Wed 2026-11-25 18:20:04 CET mail postfix/smtp[105]: AA00000005: to=<x@w5.example>, relay=mx.w5.example[192.0.2.115]:25, delay=1, dsn=2.0.0, status=sent (250 accepted)
> 1 mx.w6.example - accepted accepted 250 2.0.0 -
1764095405.123456 mail postfix/smtp[106]: AA00000006: to=<x@w6.example>, relay=mx.w6.example[192.0.2.116]:25, delay=1, dsn=2.0.0, status=sent (250 accepted)
> 1 mx.w7.example - accepted accepted 250 2.0.0 -
2026-11-25T18:20:06+0100 mail postfix/smtp[107]: AA00000007: to=<x@w7.example>, relay=mx.w7.example[192.0.2.117]:25, delay=1, dsn=2.0.0, status=sent (250 accepted)
# grep over several files, numbered lines, a quoted mail, an indented paste, Alpine's and Solaris' syslog.
> 1 mx.w8.example - accepted accepted 250 2.0.0 -
/var/log/mail.log.1:Nov 25 18:20:07 mail postfix/smtp[108]: AA00000008: to=<x@w8.example>, relay=mx.w8.example[192.0.2.118]:25, delay=1, dsn=2.0.0, status=sent (250 accepted)
> 1 mx.w9.example - accepted accepted 250 2.0.0 -
mail.log:4711:Nov 25 18:20:08 mail postfix/smtp[109]: AA00000009: to=<x@w9.example>, relay=mx.w9.example[192.0.2.119]:25, delay=1, dsn=2.0.0, status=sent (250 accepted)
> 1 mx.wa.example - accepted accepted 250 2.0.0 -
  1234	Nov 25 18:20:09 mail postfix/smtp[110]: AA0000000A: to=<x@wa.example>, relay=mx.wa.example[192.0.2.120]:25, delay=1, dsn=2.0.0, status=sent (250 accepted)
> 1 mx.wb.example - accepted accepted 250 2.0.0 -
> Nov 25 18:20:10 mail postfix/smtp[111]: AA0000000B: to=<x@wb.example>, relay=mx.wb.example[192.0.2.121]:25, delay=1, dsn=2.0.0, status=sent (250 accepted)
> 1 mx.wc.example - recipient_unknown permanent 550 5.1.1 -
    Nov 25 18:20:11 mail postfix/smtp[112]: AA0000000C: to=<x@wc.example>, relay=mx.wc.example[192.0.2.122]:25, delay=1, dsn=5.1.1, status=bounced (host mx.wc.example[192.0.2.122] said: 550 5.1.1 User unknown (in reply to RCPT TO command))
> 1 mx.wd.example - accepted accepted 250 2.0.0 -
    Nov 25 18:20:12 mail postfix/smtp[113]: AA0000000D: to=<x@wd.example>, relay=mx.wd.example[192.0.2.123]:25, delay=1, dsn=2.0.0, status=sent (250 accepted)
> 1 mx.we.example - accepted accepted 250 2.0.0 -
Nov 25 18:20:13 mail mail.info postfix/smtp[114]: AA0000000E: to=<x@we.example>, relay=mx.we.example[192.0.2.124]:25, delay=1, dsn=2.0.0, status=sent (250 accepted)
> 1 mx.wf.example - accepted accepted - 2.0.0 -
Nov 25 18:20:14 mail sendmail[115]: [ID 801593 mail.info] 3APA0001000115: to=<x@wf.example>, delay=00:00:01, xdelay=00:00:01, mailer=esmtp, pri=120000, relay=mx.wf.example. [192.0.2.125], dsn=2.0.0, stat=Sent (ok)

# Postfix, rare: soft_bounce, an address probe, TLS that was asked for, a size, a loop, the queue id used again.
> 1 mx.p1.example - recipient_unknown temporary 550 5.1.1 -
Nov 25 18:21:00 mail postfix/smtp[120]: AB00000001: to=<x@p1.example>, relay=mx.p1.example[192.0.2.130]:25, delay=1, dsn=5.1.1, status=SOFTBOUNCE (host mx.p1.example[192.0.2.130] said: 550 5.1.1 User unknown (in reply to RCPT TO command))
> 1 mx.p2.example - tls_required temporary - 4.7.4 -
Nov 25 18:21:01 mail postfix/smtp[121]: AB00000002: to=<x@p2.example>, relay=mx.p2.example[192.0.2.131]:25, delay=1, dsn=4.7.4, status=deferred (TLS is required, but was not offered by host mx.p2.example[192.0.2.131])
> 1 mx.p3.example - message_too_large permanent - 5.3.4 -
Nov 25 18:21:02 mail postfix/smtp[122]: AB00000003: to=<x@p3.example>, relay=mx.p3.example[192.0.2.132]:25, delay=1, dsn=5.3.4, status=bounced (message size 40960000 exceeds size limit 20480000 of server mx.p3.example[192.0.2.132])
> 1 p4.example - mail_loop permanent - 5.4.6 -
Nov 25 18:21:03 mail postfix/smtp[123]: AB00000004: to=<x@p4.example>, relay=none, delay=1, dsn=5.4.6, status=bounced (mail for p4.example loops back to myself)
> 1 mx.p5.example - accepted accepted 250 2.0.0 -
> 1 mx.p5.example - recipient_unknown permanent 550 5.1.1 example.net
Nov 25 18:21:04 mail postfix/smtpd[124]: AB00000005: client=app.example.com[10.0.0.7], sasl_method=PLAIN, sasl_username=zaphod
Nov 25 18:21:05 mail postfix/smtp[124]: AB00000005: to=<x@p5.example>, relay=mx.p5.example[192.0.2.133]:25, delay=1, dsn=2.0.0, status=sent (250 accepted)
Nov 25 18:21:05 mail postfix/qmgr[125]: AB00000005: removed
Nov 25 18:31:00 mail postfix/pickup[126]: AB00000005: uid=1000 from=<arthur>
Nov 25 18:31:00 mail postfix/qmgr[125]: AB00000005: from=<arthur@example.net>, size=300, nrcpt=1 (queue active)
Nov 25 18:31:01 mail postfix/smtp[127]: AB00000005: to=<x@p5.example>, relay=mx.p5.example[192.0.2.133]:25, conn_use=2, delay=1, dsn=5.1.1, status=bounced (host mx.p5.example[192.0.2.133] said: 550 5.1.1 User unknown (in reply to RCPT TO command))
> 2 gmail - accepted accepted 250 2.0.0 -
Nov 25 18:21:06 mail postfix-out/smtp[128]: AB00000006: to=<a@gmail.com>, orig_to=<list@example.com>, relay=gmail-smtp-in.l.google.com[2a00:1450:4010:c0e::1b]:25, delay=0.9, delays=0.1/0.01/0.3/0.5, dsn=2.0.0, status=sent (250 2.0.0 OK  1764095406 38308e7fff4ca-5a1 - gsmtp)
Nov 25 18:21:06 mail postfix-out/smtp[128]: AB00000006: to=<b@gmail.com>, orig_to=<list@example.com>, relay=gmail-smtp-in.l.google.com[2a00:1450:4010:c0e::1b]:25, delay=0.9, delays=0.1/0.01/0.3/0.5, dsn=2.0.0, status=sent (250 2.0.0 OK  1764095406 38308e7fff4ca-5a1 - gsmtp)
> 1 mx.p6.example - helo_unresolvable temporary 450 4.7.1 -
Nov 25 18:21:07 mail postfix/smtp[129]: AB00000007: to=<x@p6.example>, relay=mx.p6.example[192.0.2.134]:25, delay=1, dsn=4.7.1, status=deferred (host mx.p6.example[192.0.2.134] said: 450 4.7.1 <srv1.example.com>: Helo command rejected: Host not found (in reply to RCPT TO command))
# What our own tables refuse is nobody else's refusal, and so is a mailbox within.
! Nov 25 18:22:00 mail postfix/error[130]: AB00000008: to=<nobody@example.com>, relay=none, delay=0, dsn=5.1.1, status=bounced (User unknown in virtual alias table)
! Nov 25 18:22:01 mail postfix/lmtp[131]: AB00000009: to=<zaphod@example.com>, relay=dovecot[172.18.0.3]:24, delay=0.1, dsn=5.2.2, status=bounced (host dovecot[172.18.0.3] said: 552 5.2.2 <zaphod@example.com> Quota exceeded (in reply to end of DATA command))
! Nov 25 18:22:02 mail postfix/virtual[132]: AB0000000A: to=<zaphod@example.com>, relay=virtual, delay=0.1, dsn=2.0.0, status=sent (delivered to maildir)
! Nov 25 18:22:03 mail postfix/discard[133]: AB0000000B: to=<x@p1.example>, relay=none, delay=0, dsn=2.0.0, status=sent (p1.example)
! Nov 25 18:22:04 mail postfix/smtp[134]: warning: host mx.p1.example[192.0.2.130] greeted me with my own hostname mail.example.com
! Nov 25 18:22:05 mail postfix/cleanup[135]: AB0000000C: milter-reject: END-OF-MESSAGE from mail.spam.example[198.51.100.13]: 5.7.1 Blocked by SpamAssassin; from=<jo@spam.example> to=<zaphod@example.com> proto=ESMTP helo=<mail.spam.example>
! Nov 25 18:22:06 mail postfix/smtpd[136]: warning: unknown[198.51.100.14]: SASL LOGIN authentication failed: 535 5.7.8 Error: authentication failed
! Nov 25 18:22:07 mail postfix/postscreen[137]: PREGREET 14 after 0.01 from [198.51.100.15]:4321: EHLO ylmf-pc\r\n
! Nov 25 18:22:08 mail postfix/smtps/smtpd[138]: lost connection after AUTH from unknown[198.51.100.16]
# Other programs, whatever numbers are in their words.
! Nov 25 18:23:00 mail amavis[140]: (00140-01) Blocked SPAM {RejectedInbound,Quarantined}, [198.51.100.17]:2525 [198.51.100.17] <jo@spam.example> -> <zaphod@example.com>, Queue-ID: AC00000001, mail_id: x, Hits: 17.1, size: 2048, 554 5.7.0 Reject, id=00140-01 - spam
! Nov 25 18:23:01 mail policyd-spf[141]: 550 5.7.23 Message rejected due to: SPF fail - not authorized. Please see http://www.openspf.net/Why?s=helo;id=spam.example;ip=198.51.100.18;r=zaphod@example.com
! Nov 25 18:23:02 mail dovecot: lmtp(zaphod@example.com)<142><x>: Error: sieve: msgid=<m@c.example>: failed to store into mailbox 'INBOX': 552 5.2.2 Quota exceeded
! Nov 25 18:23:03 mail rspamd[143]: <a1b2c3>; proxy; rspamd_task_write_log: id: <m@spam.example>, ip: 198.51.100.19, (default: T (reject): [15.20/15.00]), len: 450, time: 550 ms, reply: 554 5.7.1 Spam message rejected
! Nov 25 18:23:04 mail opendmarc[144]: AC00000002: spam.example fail
! Nov 25 18:23:05 mail fail2ban.actions[145]: NOTICE [postfix-sasl] Ban 198.51.100.20
! Nov 25 18:23:06 mail spamd[146]: spamd: result: Y 15 - BAYES_99 scantime=0.5,size=550,user=zaphod
! Nov 25 18:23:07 mail postgrey[147]: action=greylist, reason=new, client_name=mail.spam.example, client_address=198.51.100.21/32, sender=jo@spam.example, recipient=zaphod@example.com

# Exim: too early for another attempt says nothing new; a timeout ends what was put off.
> 1 mx.x1.example 203.0.113.7 fcrdns_fail_or_ptr_missing temporary 450 4.7.1 -
2026-11-22 09:00:00 1tBAAA-000000001-AbCd == a@x1.example R=dnslookup T=remote_smtp defer (-44) H=mx.x1.example [192.0.2.141]: SMTP error from remote mail server after RCPT TO:<a@x1.example>: 450 4.7.1 Client host rejected: cannot find your hostname, [203.0.113.7]
2026-11-22 09:05:00 1tBAAA-000000001-AbCd == a@x1.example R=dnslookup T=remote_smtp defer (-53): retry time not reached for any host for 'x1.example'
> 1 mx.x2.example 203.0.113.7 ptr_missing permanent 450 4.7.1 -
2026-11-22 09:00:00 1tBAAB-000000001-AbCd == a@x2.example R=dnslookup T=remote_smtp defer (-44) H=mx.x2.example [192.0.2.142]: SMTP error from remote mail server after RCPT TO:<a@x2.example>: 450 4.7.1 Client host rejected: cannot find your reverse hostname, [203.0.113.7]
2026-11-26 09:00:00 1tBAAB-000000001-AbCd ** a@x2.example R=dnslookup T=remote_smtp H=mx.x2.example [192.0.2.142]: SMTP error from remote mail server after RCPT TO:<a@x2.example>: 450 4.7.1 Client host rejected: cannot find your reverse hostname, [203.0.113.7]
2026-11-26 09:00:00 1tBAAB-000000001-AbCd ** a@x2.example: retry timeout exceeded
2026-11-26 09:00:00 1tBAAB-000000001-AbCd Completed
> 1 mx.x3.example 203.0.113.10 content_rejected permanent 554 5.7.1 example.com
2026-11-22 09:10:00 1tBAAC-000000001-AbCd ** a@x3.example F=<zaphod@example.com> P=<zaphod@example.com> R=dnslookup T=remote_smtp S=4000 H=mx.x3.example [192.0.2.143]:25 I=[203.0.113.10]:4100 X=TLS1.3:TLS_AES_256_GCM_SHA384:256 CV=yes DN="C=US,O=Some: Company,CN=mx.x3.example" DT=2s: SMTP error from remote mail server after end of data: 554 5.7.1 Message rejected as spam by content scanner
> 1 x4.example - recipient_domain_unknown permanent - - -
2026-11-22 09:11:00 1tBAAD-000000001-AbCd ** a@x4.example R=dnslookup: all relevant MX records point to non-existent hosts
> 1 x5.example - connection_failed temporary - - -
2026-11-22 09:12:00 1tBAAE-000000001-AbCd == a@x5.example R=dnslookup defer (-1): host lookup did not complete
> 1 mx.x6.example - accepted accepted 250 2.0.0 -
2026-11-22 09:13:00 1tBAAF-000000001-AbCd => a@x6.example <alias@example.com> R=smarthost T=remote_smtp_smarthost H=mx.x6.example [192.0.2.146]:587 X=TLS1.2:ECDHE_RSA_AES_256_GCM_SHA384:256 CV=yes A=plain C="250 2.0.0 \"x\" queued"
> 1 mx.x7.example - connection_failed temporary - - -
2026-11-22 09:14:00 1tBAAG-000000001-AbCd == a@x7.example R=dnslookup T=remote_smtp defer (-18) H=mx.x7.example [192.0.2.147]: Remote host mx.x7.example [192.0.2.147] closed connection in response to initial connection
! 2026-11-22 09:15:00 dovecot_login authenticator failed for (User) [198.51.100.25]:50123: 535 Incorrect authentication data (set_id=info@example.com)
! 2026-11-22 09:15:01 TLS error on connection from [198.51.100.26]:4000 (SSL_accept): error:1408F10B
! 2026-11-22 09:15:02 SMTP connection from [198.51.100.27]:4001 lost D=10s
! 2026-11-22 09:15:03 SMTP protocol synchronization error (input sent without waiting for greeting): rejected connection from H=[198.51.100.28]:4002 input="\026\003\001"
! 2026-11-22 09:15:04 unexpected disconnection while reading SMTP command from (x) [198.51.100.29]:4003 D=1s
! 2026-11-22 09:15:05 cwd=/var/spool/exim4 5 args: /usr/sbin/exim4 -Mc 1tBAAF-000000001-AbCd 550
! 2026-11-22 09:15:06 1tBAAH-000000001-AbCd => zaphod <zaphod@example.com> R=dovecot T=dovecot_lmtp C="250 2.0.0 <zaphod@example.com> Saved"
! 2026-11-22 09:15:07 1tBAAI-000000001-AbCd ** zaphod@example.com R=dovecot T=dovecot_lmtp: LMTP error from remote mail server after RCPT TO:<zaphod@example.com>: 552 5.2.2 Quota exceeded
! 2026-11-22 09:15:08 rejected VRFY from H=(x) [198.51.100.30]:4004: 550 no
! 2026-11-22 09:15:09 [198.51.100.31] SSL verify error: depth=0 error=self signed

# Sendmail: commas in a reply, and what was waiting too long.
> 1 mx.s1.example 203.0.113.7 fcrdns_fail_or_ptr_missing temporary 450 4.7.25 -
Nov 23 09:30:00 host sm-mta[410]: 3ANB0001000410: to=<a@s1.example>, delay=00:00:03, xdelay=00:00:02, mailer=esmtp, tls_verify=OK, pri=60000, relay=mx.s1.example. [IPv6:2001:db8:51::1], dsn=4.7.25, reply=450 4.7.25 Client host rejected: cannot find your hostname, [203.0.113.7], stat=Deferred: 450 4.7.25 Client host rejected: cannot find your hostname, [203.0.113.7]
> 1 mx.s2.example - connection_failed permanent - 4.0.0 example.com
Nov 18 09:31:00 host sm-mta[411]: 3ANB0002000411: from=<zaphod@example.com>, size=500, class=0, nrcpts=1, msgid=<s2@example.com>, proto=ESMTP, daemon=MTA, relay=[10.0.0.7]
Nov 18 09:31:30 host sm-mta[411]: 3ANB0002000411: to=<a@s2.example>, delay=00:00:30, xdelay=00:00:30, mailer=esmtp, pri=60000, relay=mx.s2.example., dsn=4.0.0, stat=Deferred: Connection refused by mx.s2.example.
Nov 23 09:31:30 host sm-mta[412]: 3ANB0002000411: 3ANB0003000412: return to sender: Cannot send message for 5 days
> 1 mx.s3.example - recipient_unknown permanent 550 5.1.1 -
Nov 23 09:32:00 host sm-mta[413]: 3ANB0004000413: to=<a@s3.example>, ctladdr=<zaphod@example.com> (1000/1000), delay=00:00:01, xdelay=00:00:01, mailer=esmtp, pri=60000, relay=mx.s3.example. [192.0.2.153], dsn=5.1.1, reply=550 5.1.1 <a@s3.example>... User unknown, stat=User unknown
Nov 23 09:32:01 host sm-mta[413]: 3ANB0004000413: 3ANB0005000413: DSN: User unknown
> 1 s4.example - connection_failed temporary - 4.4.3 -
Nov 23 09:33:00 host sm-mta[414]: 3ANB0006000414: to=<a@s4.example>, delay=00:00:20, xdelay=00:00:20, mailer=esmtp, pri=60000, relay=s4.example., dsn=4.4.3, stat=Deferred: Name server: s4.example.: host name lookup failure

# qmail: addresses of the web in a reply, too long in the queue, a log that begins in the middle.
> 1 gmail 203.0.113.11 ptr_missing permanent 550 5.7.25 -
@4000000069262b001a2b3c4d starting delivery 171: msg 9101 to remote a@gmail.com
@4000000069262b011a2b3c4d delivery 171: failure: 142.250.1.27_failed_after_I_sent_the_message./Remote_host_said:_550-5.7.25_[203.0.113.11]_The_IP_address_sending_this_message_does_not_have_a_PTR_record/550-5.7.25_setup._For_more_information,_go_to/550_5.7.25_https://support.google.com/mail/answer/81126_d9-20si1_-_gsmtp/
> 1 b1.example - connection_failed permanent - 4.4.1 -
@4000000069262b021a2b3c4d starting delivery 172: msg 9102 to remote a@b1.example
@4000000069262b031a2b3c4d delivery 172: failure: Sorry,_I_wasn't_able_to_establish_an_SMTP_connection._(#4.4.1)/I'm_not_going_to_try_again;_this_message_has_been_in_the_queue_too_long./
> 1 - 203.0.113.11 dnsbl_listed permanent 554 5.7.1 -
@4000000069262b041a2b3c4d delivery 999: failure: 192.0.2.162_does_not_like_recipient./Remote_host_said:_554_5.7.1_Service_unavailable;_Client_host_[203.0.113.11]_blocked_using_zen.spamhaus.org/Giving_up_on_192.0.2.162./
> 1 c1.example - accepted accepted 250 - -
2026-11-25 19:00:00.123456500 starting delivery 173: msg 9103 to remote a@c1.example
2026-11-25 19:00:01.123456500 delivery 173: deferral: 192.0.2.163_does_not_like_recipient./Remote_host_said:_451_Greylisted/Giving_up_on_192.0.2.163./
2026-11-25 19:20:00.123456500 starting delivery 174: msg 9103 to remote a@c1.example
2026-11-25 19:20:01.123456500 delivery 174: success: User_and_password_not_set,_continuing_without_authentication./<a@c1.example>_192.0.2.163_accepted_message./Remote_host_said:_250_ok_1764100000_qp_5/
! 2026-11-25 19:30:00.123456500 starting delivery 175: msg 9104 to local zaphod@example.com
! 2026-11-25 19:30:01.123456500 delivery 175: failure: Sorry,_no_mailbox_here_by_that_name._(#5.1.1)/

# New Year: the later line is the later one.
> 1 mx.n1.example - accepted accepted 250 2.0.0 -
Dec 31 23:59:58 mail postfix/smtp[150]: AD00000001: to=<x@n1.example>, relay=mx.n1.example[192.0.2.171]:25, delay=1, dsn=4.2.0, status=deferred (host mx.n1.example[192.0.2.171] said: 450 4.2.0 Greylisted (in reply to RCPT TO command))
Jan  1 00:05:00 mail postfix/smtp[150]: AD00000001: to=<x@n1.example>, relay=mx.n1.example[192.0.2.171]:25, delay=303, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 9)

# Events behind a time, joined on one line, and taken from a queue.
> 1 v1.example - accepted accepted 250 2.6.0 example.com
2026-11-25T10:10:00.000000+00:00 events {"eventType":"Delivery","mail":{"timestamp":"2026-11-25T10:10:00.000Z","source":"Zaphod <zaphod@example.com>","sourceIp":"203.0.113.99","messageId":"ses-11"},"delivery":{"timestamp":"2026-11-25T10:10:01.000Z","recipients":["a@v1.example"],"smtpResponse":"250 2.6.0 Message received","reportingMTA":"a8-70.smtp-out.amazonses.com"}}
> 1 v2.example - accepted accepted 250 - example.com
> 1 v3.example - recipient_unknown permanent 550 5.1.1 example.com
{"eventType":"Delivery","mail":{"timestamp":"2026-11-25T10:11:00.000Z","source":"zaphod@example.com","messageId":"ses-12"},"delivery":{"timestamp":"2026-11-25T10:11:01.000Z","recipients":["a@v2.example"],"smtpResponse":"250 ok"}}{"eventType":"Bounce","mail":{"timestamp":"2026-11-25T10:12:00.000Z","source":"zaphod@example.com","messageId":"ses-13"},"bounce":{"bounceType":"Permanent","bounceSubType":"General","timestamp":"2026-11-25T10:12:01.000Z","bouncedRecipients":[{"emailAddress":"a@v3.example","action":"failed","status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 unknown user"}]}}
> 1 v4.example - mailbox_full permanent - 5.2.2 example.com
{
  "Messages": [
    {
      "MessageId": "q1",
      "Body": "{\"Type\":\"Notification\",\"Message\":\"{\\\"notificationType\\\":\\\"Bounce\\\",\\\"mail\\\":{\\\"timestamp\\\":\\\"2026-11-25T10:13:00.000Z\\\",\\\"source\\\":\\\"zaphod@example.com\\\",\\\"messageId\\\":\\\"ses-14\\\"},\\\"bounce\\\":{\\\"bounceType\\\":\\\"Transient\\\",\\\"bounceSubType\\\":\\\"MailboxFull\\\",\\\"timestamp\\\":\\\"2026-11-25T10:13:01.000Z\\\",\\\"bouncedRecipients\\\":[{\\\"emailAddress\\\":\\\"a@v4.example\\\",\\\"status\\\":\\\"5.2.2\\\"}]}}\"}"
    }
  ]
}
! {"eventType":"Reject","mail":{"timestamp":"2026-11-25T10:14:00.000Z","source":"zaphod@example.com","sourceIp":"203.0.113.99","messageId":"ses-15"},"reject":{"reason":"Bad content"}}
! {"eventType":"Open","mail":{"timestamp":"2026-11-25T10:15:00.000Z","source":"zaphod@example.com","messageId":"ses-16"},"open":{"ipAddress":"198.51.100.99","timestamp":"2026-11-25T10:15:01.000Z"}}
! [{"email":"d@w.example","timestamp":1764065500,"event":"dropped","reason":"Bounced Address","status":"5.0.0","sg_message_id":"sg9.filter01.1","sg_event_id":"e9"}]
! {"level":"info","msg":"550 requests served"}

# Exchange: own rules and own mailboxes refuse nothing in a receiver's name.
! 2026-11-24T16:00:00.123Z,,EX01,,,,,AGENT,FAIL,201,<y1@example.com>,n21,a@h.example,[{LED=550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy};{MSG=};{FQDN=};{IP=};{LRT=}],4000,1,,,Hello,zaphod@example.com,zaphod@example.com,,Originating
! 2026-11-24T16:01:00.123Z,,EX01,,,,,STOREDRIVER,FAIL,202,<y2@example.com>,n22,arthur@example.com,[{LED=554 5.2.2 mailbox full};{MSG=};{FQDN=};{IP=};{LRT=}],4000,1,,,Hello,zaphod@example.com,zaphod@example.com,,Originating
> 2 mx.h1.example - accepted accepted 250 2.1.5 example.com
"2026-11-24T16:02:00.123Z","10.0.0.2","EX01","192.0.2.191","mx.h1.example","08DD;250 2.0.0 OK, queued","Internet","SMTP","SEND","203","<y3@example.com>","n23","a@h1.example;b@h1.example","250 2.1.5 Recipient OK;250 2.1.5 Recipient OK","4000","2","","","Hello, ""world""","zaphod@example.com","zaphod@example.com","2026","Originating"
`;
