import { of, type Sample } from "./sample.ts";

/** Written beside the rules, not for them: 91 of these 94 were told at once. */
export const FIRST_LOT: readonly Sample[] = [
  // Reverse DNS
  of("ptr_missing", "550 Sender IP reverse lookup rejected"),
  of(
    "ptr_missing",
    "554 5.7.1 <unknown[198.51.100.23]>: Client host rejected: cannot find your reverse hostname, [198.51.100.23]",
    { address: "198.51.100.23" },
  ),
  of("ptr_missing", "550 5.7.1 Mail from 198.51.100.23 without reverse DNS refused", { address: "198.51.100.23" }),
  of("ptr_missing", "554 IP name lookup failed for 198.51.100.23", { address: "198.51.100.23" }),
  of("ptr_missing", "550 REVERSE DNS REQUIRED: your mail server 198.51.100.23 has no PTR", {
    address: "198.51.100.23",
  }),
  of(
    "ptr_missing",
    "521 5.2.1 : All mail servers must have a PTR record with a valid Reverse DNS entry. Currently your mail server does not fill that requirement.",
    {},
  ),
  of("ptr_missing", "452 CXDNS 198.51.100.23 rejected - no rDNS", { address: "198.51.100.23", receiver: "cox" }),
  of(
    "ptr_missing",
    "Ihre Nachricht wurde abgelehnt: Für die IP-Adresse 198.51.100.23 existiert kein Reverse-DNS-Eintrag.",
    { address: "198.51.100.23" },
  ),
  of("ptr_missing", "550 5.7.1 Votre serveur 198.51.100.23 n'a pas d'enregistrement DNS inverse (PTR)", {
    address: "198.51.100.23",
  }),
  of("ptr_missing", "送信元IPアドレス 198.51.100.23 の逆引きが設定されていません", { address: "198.51.100.23" }),
  of("ptr_missing", "421 4.7.1 Intrusion prevention active for [198.51.100.23] - missing PTR record", {
    address: "198.51.100.23",
  }),
  of(
    "ptr_missing",
    "host mx.example.org[192.0.2.25] said: 550-5.7.1 Your server\n550-5.7.1 has no reverse\n550 5.7.1 DNS entry. (in reply to RCPT TO command)",
  ),
  of(
    "fcrdns_fail_or_ptr_missing",
    "<bob@example.org>: host mx.example.org[192.0.2.25] said: 450 4.7.25 Client host rejected: cannot find your hostname, [198.51.100.23] (in reply to RCPT TO command)",
    { address: "198.51.100.23", receiver: "mx.example.org" },
  ),
  of(
    "fcrdns_fail_or_ptr_missing",
    "NOQUEUE: reject: RCPT from unknown[2001:db8:77::25]: 450 4.7.1 CLIENT HOST REJECTED: CANNOT FIND YOUR HOSTNAME, [2001:db8:77::25]; from=<a@example.com> to=<b@example.org> proto=ESMTP helo=<mail.example.com>",
    { address: "2001:db8:77::25", helo: "mail.example.com", from: "example.com" },
  ),
  of(
    "ptr_missing_or_fcrdns_fail",
    "421-4.7.23 The IP address sending this message does not have a PTR record, or the PTR record's forward DNS entry doesn't match the sending IP.",
  ),
  of("ptr_missing_or_fcrdns_fail", "550 inconsistent or no DNS PTR record for 198.51.100.23 (see RFC 1912 2.1)", {
    address: "198.51.100.23",
  }),
  of(
    "ptr_missing_or_fcrdns_fail",
    "554 5.7.1 The server's IP must have valid forward and reverse DNS (matching A and PTR records)",
  ),
  of(
    "ptr_missing_ipv6",
    "550-5.7.1 [2001:db8:9::1] Our system has detected that this message does not\n550-5.7.1 meet IPv6 sending guidelines regarding PTR records and authentication.\n550 5.7.1 Please review https://support.google.com/mail/?p=IPv6AuthError",
    { address: "2001:db8:9::1", receiver: "gmail" },
  ),
  of("fcrdns_mismatch", "550 5.7.1 Possibly forged hostname for 198.51.100.23", { address: "198.51.100.23" }),
  of(
    "fcrdns_mismatch",
    "554 5.7.1 Forward-confirmed reverse DNS check failed: mail.example.com does not resolve back to 198.51.100.23",
    { address: "198.51.100.23" },
  ),
  of("fcrdns_mismatch", "550 AUP#I-1150 198.51.100.23 does not have full circle DNS", {
    address: "198.51.100.23",
    receiver: "spectrum",
  }),
  of("fcrdns_mismatch", "550 Sorry, your PTR record (mail.example.com) does not match your IP address 198.51.100.23", {
    address: "198.51.100.23",
  }),
  of("ptr_dns_tempfail", "451 4.7.1 Temporary failure in reverse DNS lookup of 198.51.100.23, please try again", {
    address: "198.51.100.23",
  }),
  of("ptr_dns_tempfail", "451 Could not do a reverse lookup for [198.51.100.23]: DNS timed out", {
    address: "198.51.100.23",
  }),
  of("ptr_dns_tempfail", "421 CXDNS DNS check failure - try again later", { receiver: "cox" }),
  of("ptr_generic", "550 5.7.1 Generic/Dynamic host names prohibited: 23-100-51-198.pool.example.net [198.51.100.23]", {
    address: "198.51.100.23",
  }),
  of(
    "ptr_generic",
    "554 5.7.1 <c198-51-100-23.example.net[198.51.100.23]>: Client host rejected: Dynamic-looking hostname, use your provider's relay",
    { address: "198.51.100.23" },
  ),
  of("ptr_generic", "550 Your reverse DNS entry looks auto-generated. Please set a custom PTR."),
  of(
    "dynamic_ip_policy",
    "550 DY-001 Mail rejected by Windows Live Hotmail for policy reasons. We generally do not accept email from dynamic IP's as they are not typically used to deliver unauthenticated SMTP e-mail to an Internet mail server.",
    { receiver: "microsoft" },
  ),
  of("dynamic_ip_policy", "554 5.7.1 Mail from dial-up addresses not accepted; please use your ISP's mail server"),
  of("dynamic_ip_policy", "554- (RTR:DU) The IP address you are using to connect is in dynamic space", {
    receiver: "yahoo",
  }),

  // HELO
  of("helo_not_fqdn", "504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname", {}),
  of("helo_not_fqdn", "550 Access denied - HELO name must be a FQDN (mailbox01)"),
  of("helo_not_fqdn", "501 5.7.1 Your EHLO hostname 'WIN-2K19' is not fully qualified"),
  of("helo_unresolvable", "450 4.7.1 <srv.example.lan>: Helo command rejected: Host not found"),
  of("helo_unresolvable", "550 The HELO name mail.example.com could not be resolved", { helo: "mail.example.com" }),
  of("helo_unresolvable", "550 5.7.1 EHLO domain srv9.example.com does not exist", { helo: "srv9.example.com" }),
  of("helo_syntax", "501 Syntactically invalid HELO argument(s)"),
  of("helo_syntax", "550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)"),
  of("helo_syntax", "501 5.5.4 Invalid domain name in EHLO"),
  of("helo_not_verified", "550 5.7.1 HELO mail.example.com does not match your IP address 198.51.100.23", {
    helo: "mail.example.com",
    address: "198.51.100.23",
  }),
  of("helo_not_verified", "550 HELO verification failed for host mail.example.com [198.51.100.23]", {
    address: "198.51.100.23",
  }),
  of("helo_ne_ptr", "550 5.7.1 Your HELO name (mail.example.com) differs from your reverse DNS name"),
  of("helo_ne_ptr", "554 EHLO name does not match PTR record of the client"),
  of("helo_is_receivers_own_name", "550 5.7.506 Access Denied, Bad HELO", { receiver: "microsoft" }),
  of("helo_is_receivers_own_name", "554 5.7.1 <mx.example.org>: Helo command rejected: You are not me"),
  of("helo_is_receivers_own_name", "550 Forged HELO: you are claiming to be our server"),
  of("helo_missing", "503 5.5.1 Error: send HELO/EHLO first"),
  of("helo_missing", "503 Polite people say HELO first"),

  // Lists
  of(
    "dnsbl_listed",
    "554 5.7.1 Service unavailable; Client host [198.51.100.23] blocked using bl.spamcop.net; Blocked - see https://www.spamcop.net/bl.shtml?198.51.100.23",
    { address: "198.51.100.23" },
  ),
  of(
    "dnsbl_listed",
    "550-Message rejected because mail.example.com (mail.example.com)\n550-[198.51.100.23]:44123 is in a black list at b.barracudacentral.org",
    { address: "198.51.100.23" },
  ),
  of(
    "dnsbl_listed",
    "553 5.7.1 [BL21] Connections will not be accepted from 198.51.100.23, because the ip is in Spamhaus's list; see http://postmaster.yahoo.com/550-bl23.html",
    { address: "198.51.100.23", receiver: "yahoo" },
  ),
  of("dnsbl_listed", "550 5.7.1 Rejected: 198.51.100.23 listed at dnsbl-1.uceprotect.net", {
    address: "198.51.100.23",
  }),
  of("dnsbl_listed", "554 mx.example.org Your IP 198.51.100.23 is listed by Abusix, see https://lookup.abusix.com", {
    address: "198.51.100.23",
  }),
  of(
    "dnsbl_receiver_misconfigured",
    "554 5.7.1 Service unavailable; Client host [198.51.100.23] blocked using zen.spamhaus.org; Error: open resolver; https://check.spamhaus.org/returnc/pub/8.8.4.4/",
    { address: "198.51.100.23" },
  ),
  of(
    "dnsbl_receiver_misconfigured",
    "550 5.7.1 198.51.100.23 blocked: Query Refused. See: http://uribl.com/refused.shtml - zen.spamhaus.org 127.255.255.254",
    { address: "198.51.100.23" },
  ),
  of(
    "dnsbl_receiver_misconfigured",
    "550 JunkMail rejected - mail.example.com [198.51.100.23] is in an RBL: Error: excessive number of queries; https://check.spamhaus.org/returnc/vol/",
    { address: "198.51.100.23" },
  ),
  of(
    "dnsbl_dead_list",
    "554 5.7.1 Service unavailable; Client host [198.51.100.23] blocked using ix.dnsbl.manitu.net",
    { address: "198.51.100.23" },
  ),
  of("dnsbl_dead_list", "550 rejected because 198.51.100.23 is listed at spam.dnsbl.sorbs.net", {
    address: "198.51.100.23",
  }),
  of(
    "private_blocklist",
    "550 5.7.1 Unfortunately, messages from [198.51.100.23] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3140).",
    { address: "198.51.100.23", receiver: "microsoft" },
  ),
  of(
    "private_blocklist",
    "550 5.7.606 Access denied, banned sending IP [198.51.100.23]. To request removal from this list please visit https://sender.office.com/",
    { address: "198.51.100.23", receiver: "microsoft" },
  ),
  of("private_blocklist", "554 Die IP-Adresse 198.51.100.23 steht auf unserer Sperrliste", {
    address: "198.51.100.23",
  }),

  // Reputation and rates
  of(
    "ip_reputation",
    "421-4.7.0 [198.51.100.23      15] Our system has detected an unusual rate of\n421-4.7.0 unsolicited mail originating from your IP address. To protect our users from\n421 4.7.0 spam, mail sent from your IP address has been temporarily rate limited.",
    { address: "198.51.100.23", receiver: "gmail" },
  ),
  of(
    "ip_reputation",
    "421 4.7.0 [TSS04] Messages from 198.51.100.23 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes",
    { address: "198.51.100.23", receiver: "yahoo" },
  ),
  of("ip_reputation", "550 5.7.1 Connection refused: poor reputation of sending IP 198.51.100.23", {
    address: "198.51.100.23",
  }),
  of(
    "unknown_ip_or_host_identity",
    "host mx00.t-online.de[194.25.134.8] refused to talk to me: 554 IP=198.51.100.23 - None/bad reputation. (NOWL)",
    { address: "198.51.100.23", receiver: "t-online" },
  ),
  of(
    "throttle",
    "421 4.7.0 mx.example.org Too many concurrent SMTP connections from 198.51.100.23; please try again later",
    { address: "198.51.100.23" },
  ),
  of(
    "throttle",
    "421 mwinf5c04 ME Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR004_104",
    { receiver: "orange" },
  ),
  of(
    "greylisted",
    "450 4.2.0 <bob@example.org>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.org.html",
  ),

  // Authentication
  of("spf_fail", "550 5.7.23 The message was rejected because of Sender Policy Framework violation"),
  of(
    "spf_fail",
    "550-5.7.26 The MAIL FROM domain [example.com] has an SPF record with a hard\n550-5.7.26 fail policy (-all) but it fails to pass SPF checks with the ip:\n550-5.7.26 [198.51.100.23]. To best protect our users from spam and phishing, the\n550 5.7.26 message has been blocked.",
    { address: "198.51.100.23", from: "example.com", receiver: "gmail" },
  ),
  of(
    "spf_fail",
    "550 5.7.1 <jane@example.com>: Sender address rejected: SPF: not authorized to send from 198.51.100.23",
    { address: "198.51.100.23", from: "example.com" },
  ),
  of("spf_fail", "550 SPF-Prüfung fehlgeschlagen: 198.51.100.23 ist nicht berechtigt, für example.com zu senden", {
    address: "198.51.100.23",
  }),
  of("spf_error", "550 5.7.24 SPF permerror: too many DNS lookups in record of example.com"),
  of(
    "spf_and_dkim_missing",
    "550-5.7.26 Your email has been blocked because the sender is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM.\n550-5.7.26 Authentication results: DKIM = did not pass\n550 5.7.26 SPF [example.com] with ip: [198.51.100.23] = did not pass",
    { address: "198.51.100.23", from: "example.com", receiver: "gmail" },
  ),
  of("dkim_fail", "550 5.7.20 No passing DKIM signature found"),
  of(
    "dkim_fail",
    "421 4.7.30 Your email has been rate limited because DKIM authentication didn't pass for this message.",
  ),
  of(
    "dmarc_reject",
    "550 5.7.509 Access denied, sending domain [EXAMPLE.COM] does not pass DMARC verification and has a DMARC policy of reject.",
    { from: "example.com", receiver: "microsoft" },
  ),
  of(
    "dmarc_reject",
    "554 5.7.9 Message not accepted for policy reasons: the example.com domain's DMARC policy asks to reject",
  ),
  of("dmarc_reject", "550 5.7.1 Rejected by header based DMARC check of domain example.com: failed"),
  of("dmarc_reject", "554 5.7.1 L'e-mail de example.com a été refusé en raison de la politique DMARC du domaine"),
  of(
    "dmarc_alignment",
    "421 4.7.32 Your email has been rate limited because the From: header (RFC5322) in this message isn't aligned with either the authenticated SPF or DKIM organizational domain.",
  ),
  of(
    "mail_from_domain_unresolvable",
    "553 5.1.8 <jane@srv.example.com>... Domain of sender address jane@srv.example.com does not exist",
    { from: "srv.example.com" },
  ),
  of("mail_from_domain_unresolvable", "550 Sender verify failed: unrouteable address jane@srv.example.com"),

  // The rest
  of(
    "local_policy",
    "554 5.7.1 [HM08] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137",
    { receiver: "apple" },
  ),
  of("acl_default_no_message", "550-Administrative prohibition (in reply to RCPT TO)"),
  of("ipv6_not_accepted", "550 5.7.510 Access denied, example.org does not accept email over IPv6", {}),
  of("tls_required", "530 5.7.0 Must issue a STARTTLS command first"),
  of("content_rejected", "554 5.7.1 Message rejected as spam by content scanning"),
  of("relay_denied", "550 5.7.1 Unable to relay for bob@example.org"),
  of(
    "recipient_unknown",
    "550-5.1.1 The email account that you tried to reach does not exist. Please try\n550 5.1.1 double-checking the recipient's email address",
  ),
  of(
    "recipient_unknown",
    "550 5.1.1 <bob@example.org>: Recipient address rejected: User unknown in virtual mailbox table",
  ),
  of("mailbox_full", "552 5.2.2 The email account that you tried to reach is over quota"),
  of("message_too_large", "552 5.3.4 Message size exceeds fixed maximum message size"),
];
