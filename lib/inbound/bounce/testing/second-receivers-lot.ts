import { lotOf } from "./sample.ts";

/** More of what programs and receivers write in English. Written when the lots before were told whole. */
export const SECOND_RECEIVERS_LOT = lotOf(`
ptr_missing | 550 5.7.1 Service unavailable. The sending server has no PTR. - OpenSMTPD filter-rdns
ptr_missing | 451 4.7.1 unable to verify reverse DNS: NXDOMAIN for 23.100.51.198.in-addr.arpa
ptr_missing | 553 Sorry, your IP has no reverse DNS entry, mail refused (#5.7.1 qmail-spp)
ptr_dns_tempfail address=198.51.100.23 | 451 4.4.3 Temporary failure: reverse DNS lookup timed out for 198.51.100.23
fcrdns_mismatch address=198.51.100.23 | 550 Access denied - Reverse DNS a.example does not resolve to 198.51.100.23
fcrdns_mismatch address=198.51.100.23 | 451 4.1.8 Possibly forged hostname for 198.51.100.23
ptr_generic | 550 5.7.1 Rejected: host-198-51-100-23.isp.example looks like a dynamic host name, use your ISP's mail server
ptr_generic | 554 Generic/Dynamic host names prohibited. virginmedia
dynamic_ip_policy address=198.51.100.23 | 550 5.7.1 Mail from dynamically assigned IP space is not accepted here (198.51.100.23)
helo_syntax | 501 Syntactically invalid HELO argument(s)
helo_syntax | 550 Invalid HELO name (See RFC2821 4.1.1.1)
helo_not_fqdn | 550 5.7.1 HELO should be a FQDN
helo_not_fqdn | 550 Access denied - Invalid HELO name localhost (not FQDN)
helo_unresolvable | 550 EHLO host srv.lan cannot be resolved
helo_not_verified | 550 EHLO argument does not match calling host
helo_is_receivers_own_name | 550 5.7.1 You are not me. HELO rejected
helo_missing | 503 5.5.2 Send hello first
early_talker | 554 5.5.0 Error: SMTP protocol synchronization error (input sent without waiting for greeting)
dnsbl_listed address=198.51.100.23 | 554 5.7.1 Your IP 198.51.100.23 is listed at b.barracudacentral.org, see http://www.barracudacentral.org/rbl
dnsbl_listed address=198.51.100.23 | 550 JunkMail rejected - host [198.51.100.23] is in an RBL: https://www.spamhaus.org/query/ip/198.51.100.23
dnsbl_receiver_misconfigured | 554 5.7.1 blocked using zen.spamhaus.org; Error: open resolver; https://check.spamhaus.org/returnc/pub/1.1.1.1/
domain_listed | 550 5.7.1 Domain shop.example is on the URIBL blacklist
private_blocklist | 550 5.7.1 Access denied: your host is on our local blacklist (cPanel)
private_blocklist | 521 5.2.1 (CON:B1) https://postmaster.aol.com/error-codes#554conb1
ip_reputation | 554 Your IP has a poor reputation on Cisco Talos (senderbase)
ip_reputation address=198.51.100.23 | 550 5.7.1 Mail appears to be unsolicited; reputation of [198.51.100.23] too low
spf_fail | 550 5.7.23 SPF validation failed
spf_fail address=198.51.100.23 | 550 SPF: 198.51.100.23 is not allowed to send mail from shop.example
spf_error | 550 5.7.1 SPF permerror: too many DNS lookups
spf_missing | 550 5.7.1 Your domain has no SPF record, message rejected
spf_and_dkim_missing | 550 5.7.26 Multiple authentication checks failed
dkim_fail | 550 5.7.20 DKIM signature required
dmarc_reject | 550 5.7.1 Rejected by DMARC policy for shop.example
dmarc_reject | 554 5.7.5 Permanent error evaluating DMARC policy
bulk_auth_required | 550 5.7.515 Access denied, sending domain shop.example doesn't meet the required authentication level.
mail_from_domain_unresolvable | 553 5.1.8 <jo@nx.example>... Domain of sender address jo@nx.example does not exist
greylisted | 450 4.2.0 <jo@b.example>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/b.example.html
throttle address=198.51.100.23 | 450 4.7.1 Error: too much mail from 198.51.100.23
throttle | 421 4.7.0 Too many concurrent SMTP connections; please try again later.
throttle | 451 4.3.2 Please try again later (rate limit exceeded)
recipient_unknown | 550 No Such User Here
recipient_unknown | 550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found
recipient_unknown | 550 Unrouteable address
recipient_unknown | 550 #5.1.0 Address rejected.
mailbox_full | 452 4.2.2 Over quota
mailbox_full | 522 5.2.2 Mailbox has exceeded the limit
message_too_large | 552 5.2.3 Message exceeds maximum fixed size
relay_denied | 550 relay not permitted
relay_denied | 550 5.7.1 We do not relay
relay_denied | 530 5.7.1 Authentication required
content_rejected | 550 5.7.1 Message contains a virus: Eicar-Test
content_rejected | 571 5.7.1 Message contains spam or virus or sender is blocked
tls_required | 550 5.7.4 Encryption required: use STARTTLS
ipv6_not_accepted | 550 5.7.510 Access denied, b.example does not accept email over IPv6
connection_failed | 4.4.1 [internal] no route to host mx.b.example
delivery_expired | retry timeout exceeded
mail_loop | 554 5.4.0 Error: too many hops
account_disabled | 550 5.1.8 Access denied, bad outbound sender
recipient_restricted | 550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized
unknown_ip_or_host_identity address=198.51.100.23 | 554 IP=198.51.100.23 - None/bad reputation. Ask your postmaster for help or to contact tobr@rx.t-online.de for reset. (NOWL)
acl_default_no_message | 550 Administrative prohibition envelope blocked
`);
