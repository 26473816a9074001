import { describe, expect, test } from "vitest";
import { plain } from "../net/safe-text.ts";
import { parseTarget } from "./target.ts";

/** What was read, with the name that the text claims for it; the choices; or the code of the problem. */
function read(input: string): string {
  const reading = parseTarget(input);
  if (!reading.ok) {
    const { code, choices } = reading.problem;
    return choices ? `${code}: ${choices.join(" ")}` : code;
  }
  const { target } = reading;
  const value = target.kind === "address" ? target.address : target.kind === "host" ? target.host : target.domain;
  return target.claims.helo ? `${value} as ${target.claims.helo}` : value;
}

const NAMED = "203.0.113.20 as mail.example.com";
const NXDOMAIN_DIG = `; <<>> DiG 9.18.28 <<>> -x 203.0.113.20
;; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 4711
;; QUESTION SECTION:
;20.113.0.203.in-addr.arpa. IN PTR

;; SERVER: 192.0.2.53#53(192.0.2.53) (UDP)
;; WHEN: Thu Nov 26 07:00:00 UTC 2026`;
const SWAKS = `=== Trying mx.example.net:25...
=== Connected to mx.example.net.
<-  220 mx.example.net ESMTP
 -> EHLO mail.example.com
<-  250-mx.example.net Hello mail.example.com [203.0.113.20]
 -> MAIL FROM:<anna@example.com>
<** 550 5.7.25 cannot find your reverse hostname, [203.0.113.20]`;

describe("what newcomers paste is read right", () => {
  test.each([
    ["dig -x that found nothing", NXDOMAIN_DIG, "203.0.113.20"],
    ["dig +short with its command", "$ dig +short -x 203.0.113.20", "203.0.113.20"],
    ["host that found nothing", "Host 20.113.0.203.in-addr.arpa. not found: 3(NXDOMAIN)", "203.0.113.20"],
    [
      "nslookup on Windows that found nothing",
      "C:\\Users\\anna>nslookup 203.0.113.20\nServer:  fritz.box\nAddress:  192.168.178.1\n\n*** fritz.box can't find 203.0.113.20: Non-existent domain",
      "203.0.113.20",
    ],
    [
      "the same in German",
      "Server:  fritz.box\nAddress:  192.168.178.1\n\n*** fritz.box wurde 203.0.113.20 nicht gefunden: Non-existent domain",
      "203.0.113.20",
    ],
    [
      "nslookup of a public resolver",
      "Server:  dns.google\nAddress:  8.8.8.8\n\nNicht autorisierende Antwort:\nName:    mail.example.com\nAddress:  203.0.113.20",
      NAMED,
    ],
    ["a Server: and Address: of one's own", "Server: mail.example.com\nAddress: 203.0.113.20", NAMED],
    [
      "a session by telnet",
      "$ telnet mail.example.com 25\nTrying 203.0.113.20...\nConnected to mail.example.com.\nEscape character is '^]'.\n220 mail.example.com ESMTP Postfix",
      NAMED,
    ],
    [
      "a session over IPv4 after IPv6 failed",
      "Trying 2001:db8::7...\nTrying 203.0.113.20...\nConnected to mail.example.com.\n220 mail.example.com ESMTP",
      NAMED,
    ],
    ["swaks, its command", "swaks --to bob@example.net --server 203.0.113.20:25", "203.0.113.20"],
    [
      "a Received line",
      "Received: from mail.example.com (mail.example.com [203.0.113.20])\n\tby mx.example.net (Postfix) with ESMTPS id 4XyZ\n\tfor <bob@example.net>; Thu, 26 Nov 2026 07:00:00 +0000 (UTC)",
      NAMED,
    ],
    [
      "a Received line without a PTR name",
      "Received: from mail.example.com (unknown [203.0.113.20]) by mx.example.net with ESMTP",
      NAMED,
    ],
    [
      "a rejection in Postfix's log",
      "Nov 26 07:00:00 mx postfix/smtpd[1234]: NOQUEUE: reject: RCPT from unknown[203.0.113.20]: 450 4.7.25 Client host rejected: cannot find your hostname, [203.0.113.20]; from=<a@example.com> to=<b@example.net> proto=ESMTP helo=<mail.example.com>",
      NAMED,
    ],
    [
      "a bounce in Postfix's log",
      "Nov 26 07:00:00 mail postfix/smtp[7]: 9F3B: to=<b@example.net>, relay=mx.example.net[198.51.100.7]:25, delay=1, status=bounced (host mx.example.net[198.51.100.7] said: 550 5.7.1 [203.0.113.20] no PTR)",
      "203.0.113.20",
    ],
    [
      "a rejection in Exim's log",
      "2026-11-26 07:00:00 H=(mail.example.com) [203.0.113.20] F=<a@example.com> rejected RCPT <b@example.net>: reverse DNS lookup failed",
      NAMED,
    ],
    ["ss", "ESTAB 0 0 203.0.113.20:45678 198.51.100.7:25", "203.0.113.20"],
    ["ssh", "ssh root@203.0.113.20", "203.0.113.20"],
    ["ssh with a name", "ssh -p 2222 admin@mail.example.com", "mail.example.com"],
    ["curl in zsh", "203.0.113.20%", "203.0.113.20"],
    ["Markdown's bold", "**203.0.113.20**", "203.0.113.20"],
    ["Markdown's bold in a sentence", "our address is __203.0.113.20__ since May", "203.0.113.20"],
    ["about", "~203.0.113.20", "203.0.113.20"],
    ["an address with spaces behind the dots", "203. 0. 113. 20", "203.0.113.20"],
    ["an address with spaces around the dots", "203 . 0 . 113 . 20", "203.0.113.20"],
    ["an encoded URL", "https%3A%2F%2Fmail.example.com%2Fowa", "mail.example.com"],
    ["a name with a non-breaking hyphen", "mx\u20111.example.com", "mx-1.example.com"],
    ["a URL with a port and a path", "https://[2001:db8::7]:8443/login", "2001:db8::7"],
    ["a mailto: with a subject", "mailto:anna@example.com?subject=hi", "example.com"],
    ["JSON with a name", '{"target":"mail.example.com"}', "mail.example.com"],
    ["an environment variable", "SMTP_HOST=mail.example.com", "mail.example.com"],
    ["ipconfig", "   IPv4 Address. . . . . . . . . . . : 203.0.113.20(Preferred)", "203.0.113.20"],
    ["uppercase with a trailing dot", "MAIL.EXAMPLE.COM.", "mail.example.com"],
    ["Japanese quotation marks", "「203.0.113.20」", "203.0.113.20"],
    ["a zero-width space in it", "203.0.\u200b113.20", "203.0.113.20"],
    ["non-breaking spaces around it", "\u00a0203.0.113.20\u00a0", "203.0.113.20"],
    ["right-to-left marks around it", "\u200f203.0.113.20\u200f", "203.0.113.20"],
    ["an emoji before it", "📧 203.0.113.20", "203.0.113.20"],
    ["HTML", "<td>203.0.113.20</td>", "203.0.113.20"],
    ["a name of Hetzner's mails", "Ihre IP-Adresse: 203.0.113.20 (mail.example.com)", NAMED],
    ["a line of a spreadsheet", "mail.example.com,203.0.113.20", NAMED],
    ["a table of Markdown", "| IP | Host |\n|---|---|\n| 203.0.113.20 | mail.example.com |", NAMED],
    ["an answer in JSON", '{"ip":"203.0.113.20","hostname":"mail.example.com","org":"AS64500 Example"}', NAMED],
    ["Java's name and address", "mail.example.com/203.0.113.20", NAMED],
    ["a setting", "mail.example.com=203.0.113.20", NAMED],
    ["a form in German", "Server: mail.example.com\nIP-Adresse: 203.0.113.20", NAMED],
    ["a form in Chinese", "主机名：mail.example.com\nIP地址：203.0.113.20", NAMED],
    ["a full-width colon", "IP地址：203.0.113.20", "203.0.113.20"],
    ["Postfix's name and source address", "myhostname = mail.example.com\nsmtp_bind_address = 203.0.113.20", NAMED],
    ["Exchange's", "Set-SendConnector Out -SourceIPAddress 203.0.113.20 -Fqdn mail.example.com", NAMED],
    ["Postfix's warning", "warning: hostname mail.example.com does not resolve to address 203.0.113.20", NAMED],
    [
      "dig -x with its answer",
      "; <<>> DiG 9.18.24 <<>> -x 203.0.113.20\n;; ANSWER SECTION:\n20.113.0.203.in-addr.arpa. 3600 IN PTR mail.example.com.",
      NAMED,
    ],
    [
      "ipconfig in German",
      "   IPv4-Adresse  . . . . . . . . . . : 203.0.113.20\n   Subnetzmaske  . . . . . . . . . . : 255.255.255.0\n   Standardgateway . . . . . . . . . : 203.0.113.1",
      "203.0.113.20",
    ],
    [
      "ipconfig in French",
      "   Adresse IPv4. . . . : 203.0.113.20\n   Masque de sous-réseau : 255.255.255.0\n   Passerelle par défaut : 203.0.113.1",
      "203.0.113.20",
    ],
    ["XML", "<ip>203.0.113.20</ip><host>mail.example.com</host>", NAMED],
    ["brackets of a Japanese keyboard", "サーバー mail.example.com（203.0.113.20）", NAMED],
    ["an address with its kind in brackets", "El servidor mail.example.com (IP 203.0.113.20) no puede enviar", NAMED],
    [
      "a Received-SPF line",
      "Received-SPF: pass (example.org: domain of a@example.net designates 203.0.113.20 as permitted sender) client-ip=203.0.113.20;",
      "203.0.113.20",
    ],
    [
      "an arrival in Exim's log",
      "2026-11-26 10:00:00 1abcDE-000001-AB <= a@example.net H=mail.example.com [203.0.113.20]:41234 P=esmtps",
      NAMED,
    ],
    ["a list in a refusal", "host 203.0.113.20 blocked using zen.spamhaus.org", "203.0.113.20"],
    ["ifconfig", "eth0: inet 203.0.113.20  netmask 255.255.255.192  broadcast 203.0.113.63", "203.0.113.20"],
    ["a dash between them", "mail.example.com – 203.0.113.20", NAMED],
    ["a cloud's panel", "Public IPv4 address 203.0.113.20 Public IPv4 DNS mail.example.com", NAMED],
    [
      "dig with the zone's name servers",
      ";; ANSWER SECTION:\nmail.example.com.\t3600\tIN\tA\t203.0.113.20\n\n;; AUTHORITY SECTION:\nexample.com.\t3600 IN NS ns1.example.net.",
      NAMED,
    ],
    ["what told the address", "PS C:\\> (Invoke-WebRequest ifconfig.me/ip).Content\n203.0.113.20", "203.0.113.20"],
    [
      "a refusal that says where to read on",
      "Client host [203.0.113.20] blocked. To request removal see https://www.spamhaus.org/query/ip/203.0.113.20",
      "203.0.113.20",
    ],
    ["an umlaut", "MÜLLER.example.com", "xn--mller-kva.example.com"],
    [
      "traceroute",
      "traceroute to mail.example.com (203.0.113.20), 30 hops max, 60 byte packets\n 1  gw (192.168.1.1)  0.4 ms\n 2  r1.example.net (198.51.100.1)  9 ms\n 3  mail.example.com (203.0.113.20)  14 ms",
      NAMED,
    ],
    [
      "tracert on Windows",
      "Tracing route to 203.0.113.20 over a maximum of 30 hops\n\n  1  <1 ms  192.168.1.1\n  2  9 ms  198.51.100.1\n  3  14 ms  203.0.113.20",
      "203.0.113.20",
    ],
    [
      "tracert in German",
      "Routenverfolgung zu mail.example.com [203.0.113.20]\nüber maximal 30 Hops:\n  1  9 ms  r1.example.net [198.51.100.1]",
      NAMED,
    ],
    [
      "nmap",
      "Nmap scan report for mail.example.com (203.0.113.20)\nHost is up (0.021s latency).\n25/tcp open  smtp",
      NAMED,
    ],
    [
      "swaks, where only its own computer says who it is",
      "=== Trying mail.example.com:25...\n=== Connected to mail.example.com.\n<-  220 mail.example.com ESMTP\n -> EHLO pc.example.org\n<-  250-mail.example.com\n -> QUIT",
      "mail.example.com",
    ],
    [
      "a session written down",
      "S: 220 mail.example.com ESMTP\nC: EHLO laptop.example.org\nS: 250-mail.example.com\nC: QUIT",
      "mail.example.com",
    ],
    [
      "tcpdump inside a network",
      "12:01:02.345 IP 192.168.20.4.51422 > 203.0.113.20.25: Flags [S], seq 1",
      "203.0.113.20",
    ],
    ["a zone of a public address", "2001:db8::7%eth0", "2001:db8::7"],
    ["the same in a URL", "http://[2001:db8::7%25eth0]/", "2001:db8::7"],
    ["the same as FreeBSD shows it", "inet6 2001:db8::7%em0 prefixlen 64", "2001:db8::7"],
    ["a port by its name", "203.0.113.20:smtp", "203.0.113.20"],
    ["dots in words between digits", "203 dot 0 dot 113 dot 20", "203.0.113.20"],
    ["an IPv6 address made unclickable", "2001[:]db8[::]7", "2001:db8::7"],
    ["dig for a TXT record", '$ dig +short txt example.com\n"v=spf1 mx -all"', "example.com"],
    [
      "Resolve-DnsName",
      "PS C:\\> Resolve-DnsName 203.0.113.20\n\nName Type TTL Section NameHost\n---- ---- --- ------- --------\n20.113.0.203.in-addr.arpa PTR 86400 Answer mail.example.com",
      NAMED,
    ],
    [
      "Test-NetConnection",
      "ComputerName     : mail.example.com\nRemoteAddress    : 203.0.113.20\nRemotePort       : 25\nSourceAddress    : 192.168.178.20",
      NAMED,
    ],
    [
      "a setting without a value between two",
      "smtp_bind_address = 203.0.113.20\nsmtp_bind_address6 =\nmyhostname = mail.example.com",
      NAMED,
    ],
    ["ifcfg", "IPADDR=203.0.113.20\nNETMASK=255.255.255.192\nGATEWAY=203.0.113.1", "203.0.113.20"],
    [
      "Exim's own end of a connection",
      "2026-11-26 07:00:00 SMTP connection from mail.example.com [203.0.113.20]:40122 I=[198.51.100.7]:25 closed by QUIT",
      NAMED,
    ],
    [
      "a refusal that says whom to ask",
      "554 IP=203.0.113.20 - A problem occurred. Ask your postmaster for help or to contact tosa@rx.example.net to clarify.",
      "203.0.113.20",
    ],
  ])("%s", (_, input, expected) => expect(read(input)).toBe(expected));
});

describe("what cannot be is refused with what would work", () => {
  test.each([
    ["a session by swaks names several", SWAKS, "several: mx.example.net 203.0.113.20", /Choose one\./],
    [
      "commas for dots",
      "203,0,113,20",
      "characters: 203.0.113.20",
      /commas where the dots belong. Put in 203.0.113.20\./,
    ],
    ["commas in a name", "mail,example,com", "characters: mail.example.com", /Put in mail.example.com\./],
    [
      "a long dash in a name",
      "mail\u2014example.com",
      "characters: mail-example.com",
      /no hyphen. Put in mail-example/,
    ],
    ["a zone", "fe80::1%eth0", "zone-id", /network card of one machine. Put in the public address/],
    ["an entry of a registry", "inetnum: 203.0.113.0 - 203.0.113.255\nabuse@example.net", "range", /Put in the one/],
    ["a range in a sentence", "our block is 203.0.113.1-203.0.113.20", "range", /Put in the one/],
    ["a range with an en dash", "203.0.113.20\u201330", "range", /Put in the one/],
    ["a range in words", "everything from 203.0.113.1 through 203.0.113.20", "range", /Put in the one/],
    ["a whole block in words", "from 203.0.113.0 to 203.0.113.255", "range", /Put in the one/],
    ["a network and its mask", "Netz 203.0.113.0 Maske 255.255.255.0", "range", /Put in the one/],
    ["a wildcard", "203.0.113.*", "range", /Put in the one/],
    ["an octet too large", "203.0.113.300", "ipv4-octet", /300 .* is more than 255\. Put in/],
    ["five octets", "203.0.113.20.5", "ipv4-parts", /has four numbers; .* has 5\. Put in/],
    ["a letter for a digit", "2O3.0.113.20", "ipv4-parts", /Put in four decimal numbers/],
    ["hexadecimal", "0xCB007114", "hexadecimal", /Put in four decimal numbers/],
    ["octal", "0313.0000.0161.0024", "leading-zero", /Write it without leading zeros/],
    ["one number", "3405803796", "ipv4-parts", /Put in four decimal numbers/],
    ["other digits", "２０３．０．１１３．２０", "foreign-digits", /ordinary ones/],
    ["a number without dots", "203 0 113 20", "several", /Put in just one, like/],
    ["two dots in a row", "mail..example.com", "empty-label", /Put in the full name/],
    ["an override of direction", "\u202e203.0.113.20\u202c", "characters", /invisible character .* by hand/],
    ["a name alone", "mailserver", "dotless", /Put in the full name/],
  ] as const)("%s", (_, input, expected, says) => {
    expect(read(input)).toBe(expected);
    const reading = parseTarget(input);
    const words = reading.ok ? "" : plain(reading.problem.says);
    expect(words).toMatch(says);
    for (const choice of reading.ok ? [] : (reading.problem.choices ?? [])) expect(parseTarget(choice).ok).toBe(true);
  });
});

test("what moves from one address to another is no range", () => {
  expect(read("we moved from 203.0.113.7 to 203.0.113.9")).toBe("several: 203.0.113.7 203.0.113.9");
});

test.each([
  ["MX: mail.example.com, web server: 203.0.113.20", "several: mail.example.com 203.0.113.20"],
  ["Sender mail.example.com; receiver ip 203.0.113.9", "several: mail.example.com 203.0.113.9"],
  ["mail.example.com cannot reach 203.0.113.9", "several: mail.example.com 203.0.113.9"],
  ["our host: mail.example.com\nblocked by host: 203.0.113.9", "several: mail.example.com 203.0.113.9"],
  ["old.example.com - 203.0.113.7 - new.example.com - 203.0.113.8", "several: 203.0.113.7 203.0.113.8"],
  ["mail.example.com, DNS server 203.0.113.53", "mail.example.com"],
  ["from 203.0.113.8 to 203.0.113.9", "several: 203.0.113.8 203.0.113.9"],
  ["203.0.113.8/203.0.113.9", "several: 203.0.113.8 203.0.113.9"],
  ["task; id: <x@y.example.com>, ip: 203.0.113.20, from: <anna@example.com>", "several: 203.0.113.20 example.com"],
  ["tcpserver: ok 811 mx2:203.0.113.8:25 mail.example.com:203.0.113.20::40122", "several: 203.0.113.8 203.0.113.20"],
])("a name and an address of two servers stay apart: %s", (input, expected) => expect(read(input)).toBe(expected));
