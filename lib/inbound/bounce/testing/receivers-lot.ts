import { lotOf } from "./sample.ts";

/** What receivers and mail servers answer in their own forms. Written before any rule was mended by them. */
export const RECEIVERS_LOT = lotOf(String.raw`
# Gmail
ptr_missing_ipv6 receiver=gmail address=2001:db8:5::25 | 550-5.7.1 [2001:db8:5::25] Our system has detected that this message does not\n550-5.7.1 meet IPv6 sending guidelines regarding PTR records and authentication.\n550-5.7.1 Please review\n550 5.7.1 https://support.google.com/mail/?p=IPv6AuthError for more information. a1-20020a05 - gsmtp
spf_and_dkim_missing receiver=gmail address=198.51.100.23 | 550-5.7.26 Your email has been blocked because the sender is unauthenticated.\n550-5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM.\n550-5.7.26  Authentication results:\n550-5.7.26  DKIM = did not pass\n550-5.7.26  SPF [shop.example] with ip: [198.51.100.23] = did not pass\n550 5.7.26 https://support.google.com/mail/answer/81126#authentication - gsmtp
spf_fail receiver=gmail address=198.51.100.23 | 550-5.7.26 The MAIL FROM domain [shop.example] has an SPF record with a hard fail\n550-5.7.26 policy (-all) but it fails to pass SPF checks with the ip: [198.51.100.23].\n550 5.7.26 https://support.google.com/mail/answer/81126#spf - gsmtp
throttle receiver=gmail address=198.51.100.23 | 421-4.7.28 [198.51.100.23] Gmail has detected an unusual rate of email originating from your IP address. To protect our users from spam, email sent from your IP address has been temporarily rate limited. 421 4.7.28 https://support.google.com/mail/?p=UnsolicitedRateLimitError - gsmtp
tls_required receiver=gmail | 421 4.7.29 Your email has been rate limited because this message wasn't sent over a TLS connection. Gmail requires all bulk email senders to use TLS/SSL for SMTP connections. - gsmtp
dkim_fail receiver=gmail | 421 4.7.30 Your email has been rate limited because DKIM authentication didn't pass for this message. Gmail requires all bulk email senders to authenticate their email with DKIM. - gsmtp
dmarc_alignment receiver=gmail | 421 4.7.32 Your email has been rate limited because the From: header (RFC5322) in this message isn't aligned with either the authenticated SPF or DKIM organizational domain. - gsmtp
recipient_unknown receiver=gmail | 550-5.1.1 The email account that you tried to reach does not exist. Please try\n550-5.1.1 double-checking the recipient's email address for typos or\n550 5.1.1 unnecessary spaces. https://support.google.com/mail/?p=NoSuchUser - gsmtp
mailbox_full receiver=gmail | 452-4.2.2 The recipient's inbox is out of storage space. Please direct the recipient to https://support.google.com/mail/?p=OverQuotaTemp - gsmtp
content_rejected receiver=gmail | 552-5.7.0 This message was blocked because its content presents a potential security issue. Please visit https://support.google.com/mail/?p=BlockedMessage to review our message content and attachment content guidelines. - gsmtp
ptr_missing_or_fcrdns_fail receiver=gmail address=198.51.100.23 | 421-4.7.23 [198.51.100.23] The IP address sending this message does not have a PTR record, or the PTR record's forward DNS entry doesn't match the sending IP address. To protect users from spam, your email has been temporarily rate limited. - gsmtp
# Microsoft
private_blocklist receiver=microsoft address=198.51.100.23 | 550 5.7.1 Unfortunately, messages from [198.51.100.23] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3140). You can also refer your provider to http://mail.live.com/mail/troubleshooting.aspx#errors. [AM6EUR05FT047.eop-eur05.prod.protection.outlook.com]
private_blocklist receiver=microsoft address=198.51.100.23 | 550 5.7.606 Access denied, banned sending IP [198.51.100.23]. To request removal from this list please visit https://sender.office.com/ and follow the directions. For more information please go to http://go.microsoft.com/fwlink/?LinkID=526655 AS(1430)
private_blocklist receiver=microsoft address=198.51.100.23 | 550 5.7.511 Access denied, banned sender[198.51.100.23]. To request removal from this list please forward this message to delist@messaging.microsoft.com.
recipient_unknown receiver=microsoft | 550 5.4.1 Recipient address rejected: Access denied. For more information see https://aka.ms/EXOSmtpErrors [DB5EUR03FT021.eop-EUR03.prod.protection.outlook.com]
recipient_unknown receiver=microsoft | 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup
recipient_unknown receiver=microsoft | 550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302). [HE1EUR01FT060.eop-EUR01.prod.protection.outlook.com]
helo_syntax | 501 5.5.4 Invalid domain name
recipient_restricted receiver=microsoft | 550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; Delivery restriction check failed because the sender was not authenticated when sending to this group
delivery_expired receiver=microsoft | 550 4.4.7 QUEUE.Expired; message expired in unreachable destination queue. Reason: There is currently no route to the mailbox database.
mail_loop receiver=microsoft | 554 5.4.14 Hop count exceeded - possible mail loop ATTR34
relay_denied receiver=microsoft | 550 5.7.64 TenantAttribution; Relay Access Denied SMTP
dmarc_reject receiver=microsoft | 550 5.7.509 Access denied, sending domain SHOP.EXAMPLE does not pass DMARC verification and has a DMARC policy of reject.
throttle receiver=microsoft address=198.51.100.23 | 451 4.7.652 The mail server [198.51.100.23] has exceeded the maximum number of connections. (S3115)
login_failed receiver=microsoft | 535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.
# Yahoo
ip_reputation receiver=yahoo address=198.51.100.23 | 421 4.7.0 [TSS04] Messages from 198.51.100.23 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes
local_policy receiver=yahoo | 554 5.7.9 Message not accepted for policy reasons. See https://senders.yahooinc.com/error-codes [PH01]
dmarc_reject receiver=yahoo | 554 5.7.9 Message not accepted for policy reasons. See https://postmaster.yahooinc.com/error-codes. DMARC policy: message from shop.example failed
dnsbl_listed receiver=yahoo address=198.51.100.23 | 553 5.7.1 [BL21] Connections will not be accepted from 198.51.100.23, because the ip is in Spamhaus's list; see http://postmaster.yahoo.com/550-bl23.html
recipient_unknown receiver=yahoo | 554 delivery error: dd This user doesn't have a yahoo.com account [-5] - mta4212.mail.bf1.yahoo.com
mailbox_full receiver=yahoo | 552 1 Requested mail action aborted, mailbox not found or mailbox over quota [-9] - mta1035.mail.ne1.yahoo.com
# Apple
local_policy receiver=apple | 550 5.7.1 [HM08] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137
proofpoint_reputation receiver=proofpoint address=198.51.100.23 | 550 5.7.0 Blocked - see https://ipcheck.proofpoint.com/?ip=198.51.100.23 for icloud
mailbox_full receiver=apple | 552 5.2.2 <jo@icloud.com>: user is over quota (in reply to RCPT TO command)
# T-Online, GMX, Telekom
recipient_unknown | 550 5.1.1 unknown user - host mx00.t-online.de said so (in reply to RCPT TO command)
ptr_missing receiver=gmx address=198.51.100.23 | 554 gmx.net (mxgmx115) Nemesis ESMTP Service not available\n554-No SMTP service\n554-Bad DNS PTR resource record.\n554 For explanation visit https://postmaster.gmx.net/en/case?c=rdns&i=ip&v=198.51.100.23&r=0M2dqb
mailbox_full receiver=gmx | 552-Requested mail action aborted: exceeded storage allocation\n552-Quota exceeded. The recipient's mailbox is full.\n552 For explanation visit https://postmaster.gmx.net/en/case?c=r0104
spf_fail receiver=gmx | 554 5.7.1 gmx.net: Transaction failed. Reject due to SPF policy. 554 For explanation visit https://postmaster.gmx.net/en/case?c=hd
throttle receiver=gmx | 421 gmx.net (mxgmx017) Nemesis ESMTP Service not available. Too many connections. For explanation visit https://postmaster.gmx.net/en/case?c=r0602
# Orange, Free, SFR, La Poste
helo_not_fqdn receiver=orange | 550 5.2.0 mwinf5c22 ME HELO/EHLO invalide. Veuillez verifier votre configuration. Invalid HELO/EHLO, must be a FQDN. OFR_201
ip_reputation receiver=orange | 550 5.2.0 opmta1mtr15 Mail refuse pour mauvaise reputation. Bad reputation. OFR_506
spf_fail receiver=orange | 550 5.7.1 mwinf5c30 Service refuse. SPF fail. Veuillez verifier votre SPF. OFR_533
ip_reputation receiver=free address=198.51.100.23 | 421 4.7.1 Too many spams from your IP (198.51.100.23), please visit http://postmaster.free.fr/
recipient_unknown receiver=free | 550 5.1.1 <jo@free.fr>: Recipient address rejected: User unknown in relay recipient table - mx2-g20.free.fr
ip_reputation receiver=sfr | 550 5.7.1 Client host rejected: Abus detecte GU_EIB_04 (in reply to RCPT TO command)
throttle receiver=la-poste | 550 5.7.1 Service refuse. Veuillez essayer plus tard. service refused, please try later. LPN105_4
# Comcast, Cox, Spectrum, AT&T
private_blocklist receiver=comcast address=198.51.100.23 | 554 resimta-po-18v.sys.comcast.net 198.51.100.23 Comcast block for spam. Please see http://postmaster.comcast.net/smtp-error-codes.php#BL000000
ip_reputation receiver=comcast address=198.51.100.23 | 421 4.1.0 198.51.100.23 sent too many messages. Reputation throttled. RL000001
ptr_missing receiver=cox address=198.51.100.23 | 554 CXDNS 198.51.100.23 rejected - no rDNS found. Refer to Error Codes section at http://postmaster.cox.net
private_blocklist receiver=cox address=198.51.100.23 | 554 cox too many bad commands from 198.51.100.23: CXBL IP blocked
private_blocklist receiver=att address=198.51.100.23 | 553 5.3.0 flph401 DNSBL:ATTRBL 521< 198.51.100.23 >_is_blocked.__For_information_see_http://att.net/blocks
ptr_missing receiver=spectrum address=198.51.100.23 | 554 Access denied: AUP#I-1100 rDNS missing for 198.51.100.23
# Gateways
ip_reputation receiver=mimecast | 550 Rejected by header based manually Blocked Senders - Local CT IP Reputation - (reject) [kG3bGJqLPIuXjS]
recipient_unknown receiver=mimecast | 550 Invalid Recipient - https://community.mimecast.com/docs/DOC-1369#550 [XyZabc.uk12]
greylisted receiver=mimecast | 451 Internal resource temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451 [abc.uk55]
content_rejected receiver=mimecast | 554 Email rejected due to security policies - https://community.mimecast.com/docs/DOC-1369#554
dnsbl_listed receiver=barracuda address=198.51.100.23 | 554 Service unavailable; Client host [198.51.100.23] blocked using Barracuda Reputation; http://www.barracudanetworks.com/reputation/?r=1&ip=198.51.100.23
proofpoint_reputation receiver=proofpoint address=198.51.100.23 | 554 Blocked - see https://ipcheck.proofpoint.com/?ip=198.51.100.23
ip_reputation receiver=cisco address=198.51.100.23 | 554-esa1.corp.example.iphmx.com\n554 Your access to this mail system has been rejected due to the sending MTA's poor reputation. If you believe that this failure is in error, please contact the intended recipient via alternate means. 198.51.100.23
ip_reputation receiver=symantec | 501 Connection rejected by policy [7.7] 38102, please visit www.messagelabs.com/support for more details about this error message. Poor reputation.
ip_reputation receiver=trend-micro address=198.51.100.23 | 550 5.7.1 Service unavailable; Client host [198.51.100.23] blocked using Trend Micro Email Reputation Service. Please see http://www.mail-abuse.com/cgi-bin/lookup?ip_address=198.51.100.23
dnsbl_listed receiver=hornetsecurity address=198.51.100.23 | 554 5.7.1 mx-gate47-hz1.hornetsecurity.com: client address [198.51.100.23] is listed on one or more RBLs
# Russia and Asia
ptr_missing receiver=yandex address=198.51.100.23 | 553 5.7.1 [1] PTR record for 198.51.100.23 was not found; see https://yandex.com/support/mail/spam/honest-mailers.html
throttle receiver=yandex | 451 4.7.1 Sorry, the service is currently unavailable. Please come back later. https://yandex.ru/support/postoffice
ptr_missing receiver=mail-ru address=198.51.100.23 | 550 PTR record for your IP 198.51.100.23 is missing. Please contact your provider. https://help.mail.ru/mail-help/mailing/ptr
recipient_unknown receiver=mail-ru | 550 Message was not accepted -- invalid mailbox. Local mailbox jo@mail.ru is unavailable: user not found
content_rejected receiver=mail-ru | 550 spam message rejected. Please visit http://help.mail.ru/notspam-support/id?c=0123 or report details to abuse@corp.mail.ru. Error code: 0123ABC. ID: 00000001
content_rejected receiver=netease address=198.51.100.23 | 554 DT:SPM 163 mx8,QMCowABX0,1669040400 http://mail.163.com/help/help_spam_16.htm?ip=198.51.100.23&hostid=mx8&time=1669040400
ip_reputation receiver=netease address=198.51.100.23 | 550 RP:TRL 163 mx30,OsCowEBp,1669 http://mail.163.com/help/help_spam_16.htm?ip=198.51.100.23&hostid=mx30
throttle receiver=netease address=198.51.100.23 | 421 RP:RCL 163 mx2,PMmowAC 198.51.100.23 http://mail.163.com/help/help_spam_16.htm
mail_from_domain_unresolvable receiver=netease | 550 MI:DNS sender domain does not exist 163 mx1 http://mail.163.com/help/help_spam_16.htm
throttle receiver=qq | 550 Connection frequency limited. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000722
private_blocklist receiver=qq | 550 Ip frequency limited or blocked, your IP is on our blacklist http://service.mail.qq.com/cgi-bin/help?subtype=1&&no=1001443
spf_fail receiver=qq | 550 SPF check failed. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1001445
content_rejected receiver=qq | 550 Mail content denied. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000726
ip_reputation receiver=naver address=198.51.100.23 | 421 4.7.0 [198.51.100.23] Your IP has been temporarily blocked due to bad reputation - nsmtp naver.com
# Postfix, Exim, Sendmail, qmail and others
early_talker address=198.51.100.23 | 550 5.5.1 Protocol error; client [198.51.100.23] talked before its turn; PREGREET
early_talker | 554 SMTP synchronization error
early_talker address=198.51.100.23 | 554-mx.example.net ESMTP not accepting messages\n554 Rejecting command: pre-greeting traffic from 198.51.100.23
helo_generic address=198.51.100.23 helo=host-198-51-100-23.isp.example | 550 5.7.1 <host-198-51-100-23.isp.example>: Helo command rejected: generic hostname, configure a proper EHLO; client [198.51.100.23]
helo_generic | 550 Your HELO looks like a dynamic address. Please use a real host name in EHLO
relay_denied | 554 5.7.1 <jo@b.example>: Relay access denied (in reply to RCPT TO command)
recipient_unknown | 550 5.1.1 <jo@b.example>: Recipient address rejected: User unknown in virtual mailbox table
recipient_unknown | 553 sorry, that domain isn't in my list of allowed rcpthosts; no mailbox here by that name (#5.1.1)
sender_null_mx | 550 5.7.27 <@shop.example>: Sender address rejected: Domain shop.example does not accept mail (nullMX)
recipient_takes_no_mail | 556 5.1.10 Recipient address has null MX
mail_loop | 554 5.4.6 Too many hops 26 (25 max)
login_failed | 535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6
ptr_missing | 550 5.7.1 Command rejected: reverse DNS required (OpenSMTPD)
fcrdns_mismatch | 550 Your FCrDNS isn't set up right.
fcrdns_mismatch address=198.51.100.23 | 550 5.7.1 Invalid PTR: 198.51.100.23 resolves to a.example, but a.example does not point back to 198.51.100.23
ptr_missing | "The mail server could not deliver mail: Access denied - reverse DNS not found for sending host." - cPanel
ptr_missing_or_fcrdns_fail | 550 5.7.25 Reverse DNS validation failed
content_rejected | 550 5.7.1 Gtube pattern: spam message rejected (rspamd)
content_rejected | 554 5.7.1 This message has been blocked because it contains a banned attachment (zip)
content_rejected | 550 This message scored 11.2 spam points. (SpamAssassin)
message_too_large | 552 5.3.4 Message size exceeds fixed limit
connection_failed | connect to mx.b.example[192.0.2.25]:25: Connection timed out
delivery_expired | Message could not be delivered for 5 days. Retry timeout exceeded. Your message will be deleted.
domain_listed | 554 5.7.1 Service unavailable; Sender address [@shop.example] blocked using dbl.spamhaus.org; https://www.spamhaus.org/query/domain/shop.example
domain_listed | 550 5.7.1 Message contains a URL listed in multi.surbl.org
tls_required | 530 5.7.0 Must issue a STARTTLS command first
tls_required | 550 5.7.10 Encryption needed
helo_ne_ptr address=198.51.100.23 | 550 EHLO name srv.example does not equal the PTR of 198.51.100.23 (a.isp.example)
helo_is_receivers_own_name | 550 5.7.506 Access Denied, Bad HELO
helo_not_fqdn | 550 5.5.4 EHLO name WIN-4G2K is not fully qualified (Stalwart)
ptr_missing address=198.51.100.23 | 550 Zoho Mail: IP 198.51.100.23 rejected, no reverse DNS entry exists
spf_and_dkim_missing | 550 5.7.26 Unauthenticated mail: neither SPF nor DKIM passed (Fastmail)
`);
