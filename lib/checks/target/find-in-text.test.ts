import { describe, expect, test } from "vitest";
import { parseTarget } from "./target.ts";

/** A target in a word with the claimed name behind it, the choices, or the code of the problem. */
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

describe("the one target of a text is found", () => {
  test.each([
    ["Postfix's spelling of a client", "mail.example.com[203.0.113.20]:25", NAMED],
    ["the same without a port", "mail.example.com[203.0.113.20]", NAMED],
    ["Postfix's unknown client", "unknown[203.0.113.20]", "203.0.113.20"],
    ["a name with its address behind it", "mail.example.com (203.0.113.20)", NAMED],
    ["an address with its name behind it", "203.0.113.20 (mail.example.com)", NAMED],
    ["a name and an address", "mail.example.com 203.0.113.20", NAMED],
    ["a line of /etc/hosts", "203.0.113.20\tmail.example.com mail", NAMED],
    ["ping's first line", "PING mail.example.com (203.0.113.20) 56(84) bytes of data.", NAMED],
    ["what `host` answers for a name", "mail.example.com has address 203.0.113.20", NAMED],
    [
      "what `host` answers for an IPv6 name",
      "mail.example.com has IPv6 address 2001:db8::7",
      "2001:db8::7 as mail.example.com",
    ],
    ["what `host` answers for an address", "20.113.0.203.in-addr.arpa domain name pointer mail.example.com.", NAMED],
    ["an A record", "mail.example.com. 300 IN A 203.0.113.20", NAMED],
    ["a PTR record", "20.113.0.203.in-addr.arpa. 3600 IN PTR mail.example.com.", NAMED],
    [
      "nslookup's output",
      "Server: 192.168.1.1\nAddress: 192.168.1.1#53\n\nNon-authoritative answer:\nName: mail.example.com\nAddress: 203.0.113.20",
      NAMED,
    ],
    ["German quotation marks", "„203.0.113.20“", "203.0.113.20"],
    ["French quotation marks", "« 203.0.113.20 »", "203.0.113.20"],
    ["a label", "Server: 203.0.113.20", "203.0.113.20"],
    ["a label and a name", "Server: mail.example.com", "mail.example.com"],
    ["a German label", "IP-Adresse: 203.0.113.20", "203.0.113.20"],
    ["a French label", "Adresse IP : 203.0.113.20", "203.0.113.20"],
    ["a label without a space", "IP=203.0.113.20", "203.0.113.20"],
    ["a label of several words", "Primary IPv4 address: 203.0.113.20", "203.0.113.20"],
    ["a Japanese sentence", "サーバー203.0.113.20が拒否されました", "203.0.113.20"],
    ["a Chinese sentence with a name", "请检查mail.example.com的反向解析", "mail.example.com"],
    ["a question", "Why is 203.0.113.20 blocked?", "203.0.113.20"],
    ["a German question", "Warum wird mail.example.com abgelehnt?", "mail.example.com"],
    ["a sentence that ends in the name", "please check mail.example.com.", "mail.example.com"],
    ["brackets around the dots", "203[.]0[.]113[.]20", "203.0.113.20"],
    ["brackets around one dot", "203.0.113[.]20", "203.0.113.20"],
    ["a name made unclickable", "hxxps://mail[.]example[.]com/login", "mail.example.com"],
    ["dots in words", "mail(dot)example(dot)com", "mail.example.com"],
    ["an IPv4-mapped address", "::ffff:8.8.8.8", "8.8.8.8"],
    ["an IPv4-mapped address in a log", "connection from ::ffff:203.0.113.20 port 25", "203.0.113.20"],
    ["an SPF record with one address", "v=spf1 ip4:203.0.113.20 include:_spf.example.net -all", "203.0.113.20"],
    ["an SPF record with its owner", 'example.com. 300 IN TXT "v=spf1 ip4:203.0.113.20 -all"', "example.com"],
    ["what `host -t txt` answers", 'example.com descriptive text "v=spf1 mx -all"', "example.com"],
    ["ip route get", "198.51.100.1 via 192.168.1.1 dev eth0 src 203.0.113.20 uid 0", "203.0.113.20"],
    ["ip addr", "inet 203.0.113.20/24 brd 203.0.113.255 scope global eth0", "203.0.113.20"],
    ["ip addr, IPv6", "inet6 2001:db8::7/64 scope global dynamic", "2001:db8::7"],
    ["ifconfig", "inet 203.0.113.20 netmask 255.255.255.0 broadcast 203.0.113.255", "203.0.113.20"],
    [
      "tcpdump, on the way out",
      "12:01:02.345 IP 203.0.113.20.40122 > 198.51.100.25.25: Flags [S], seq 1",
      "203.0.113.20",
    ],
    ["tcpdump, the answer", "12:01:02.345 IP 198.51.100.25.25 > 203.0.113.20.40122: Flags [S.], seq 1", "203.0.113.20"],
    ["Postfix's own name", "myhostname = mail.example.com", "mail.example.com as mail.example.com"],
    ["Postfix's own name by postconf", "smtp_helo_name = mail.example.com", "mail.example.com as mail.example.com"],
    ["Exim's own name", "primary_hostname = mail.example.com", "mail.example.com as mail.example.com"],
    ["a bind address", "smtp_bind_address = 203.0.113.20", "203.0.113.20"],
    ["a line of a log", "Nov 25 12:00:00 mx postfix/smtpd[2202]: connect from mail.example.com[203.0.113.20]", NAMED],
    ["an inside address behind NAT", "10.0.0.5 -> 203.0.113.20", "203.0.113.20"],
    ["an address with its network's prefix", "203.0.113.20/24", "203.0.113.20"],
    ["curl's answer with words", "My public IP is 203.0.113.20\n", "203.0.113.20"],
    ["a mailbox in a sentence", "mail from <jane@example.com> never arrives", "example.com"],
    ["a name twice", "mail.example.com, yes, mail.example.com", "mail.example.com"],
    ["a Received line's client", "from mail.example.com (mail.example.com [203.0.113.20])", NAMED],
    ["a Markdown link", "[mail.example.com](https://mail.example.com/)", "mail.example.com"],
    ["a table's row", "| 203.0.113.20 | mail |", "203.0.113.20"],
    ["a version beside it", "Postfix 3.x sends from 203.0.113.20", "203.0.113.20"],
    ["JSON", '{"ip": "203.0.113.20"}', "203.0.113.20"],
    [
      "a setting's file beside it",
      "in main.cf I have myhostname = mail.example.com",
      "mail.example.com as mail.example.com",
    ],
    ["an MX record", "example.com. 300 IN MX 10 mail.example.net.", "several: example.com mail.example.net"],
  ])("%s: %j", (_, input, expected) => expect(read(input)).toBe(expected));
});

describe("several are offered, each once and readable by itself", () => {
  test.each([
    ["two addresses", "203.0.113.7 203.0.113.8", "several: 203.0.113.7 203.0.113.8"],
    ["a list", "203.0.113.7, 203.0.113.8; 2001:db8::7", "several: 203.0.113.7 203.0.113.8 2001:db8::7"],
    ["lines", "203.0.113.7\n203.0.113.8\n203.0.113.7", "several: 203.0.113.7 203.0.113.8"],
    [
      "a name and an address far apart",
      "does example.com send from 203.0.113.7 or not?",
      "several: example.com 203.0.113.7",
    ],
    [
      "an SPF record with two addresses",
      "v=spf1 ip4:203.0.113.7 ip4:203.0.113.8 ~all",
      "several: 203.0.113.7 203.0.113.8",
    ],
  ])("%s", (_, input, expected) => {
    expect(read(input)).toBe(expected);
    const reading = parseTarget(input);
    for (const choice of reading.ok ? [] : (reading.problem.choices ?? [])) expect(parseTarget(choice).ok).toBe(true);
  });

  test("as many as a reader looks through", () => {
    const many = Array.from({ length: 40 }, (_, i) => `203.0.113.${i}`).join(" ");
    const reading = parseTarget(many);
    expect(reading.ok ? [] : reading.problem.choices).toHaveLength(12);
  });
});

test.each([
  "203.0.113.0/24",
  "2001:db8::/64",
  "203.0.113.1-203.0.113.20",
  "203.0.113.1 - 203.0.113.20",
  "203.0.113.1-20",
  "203.0.113.0 255.255.255.0",
  "203.0.113.0/255.255.255.0",
  "203.0.113.x",
  "203.0.113.*",
  "our range is 203.0.113.0/24",
  "we send from 203.0.113.*",
  "all of 203.0.x.x",
  "it is 203.0.113.1–203.0.113.20",
  "it is 203.0.113.1–20",
  "it is 203.0.113.1—20, all of them",
  "we send from 203.0.113.1 bis 20",
  "we send from 203.0.113.1 through 113.20.",
  "we send from 203.0.113.1..20 since May",
  "we send from 203.0.113.1…20",
  "our servers (203.0.113.1 - 20) are refused",
  "our servers are 203.0.113.1 – 20.",
  "ip4:203.0.113.0/24",
  "v=spf1 ip4:203.0.113.0/24 -all",
  "2001:db8::1-2001:db8::20",
])("%s is a range, and never checked as its first address", (input) => expect(read(input)).toBe("range"));

test.each([
  "203.0.113.1 - 20 mails were refused",
  "203.0.113.1 - 12:30:05 refused",
  "203.0.113.1 - 2026-11-26",
  "203.0.113.1 - - [26/Nov/2026:12:00:00]",
  "mail from 203.0.113.1... 20 times",
])("%s names one address", (input) => expect(read(input)).toBe("203.0.113.1"));

test.each([
  ["what a text is about is in view", "is 203.0.113.20 on a blacklist?", "dnsbl"],
  ["what a text is about is in view", "reverse DNS of 203.0.113.20 please", "reverse-dns"],
])("%s: %s", (_, input, focus) => expect(parseTarget(input)).toMatchObject({ ok: true, target: { focus } }));

test.each([
  ["words alone", "my mail server does not work", "several"],
  ["an SPF record that names no place", "v=spf1 include:_spf.example.net -all", "several"],
  ["a version number", "Postfix 3.7.11 on Debian 12", "several"],
  ["any version of a series", "Postfix version 3.x", "several"],
  ["any version of a smaller series", "Haraka 1.1.x on Node", "several"],
  ["a date and a time", "2026-11-25 12:01:02 UTC", "several"],
  ["percent-encoded text", "see 203%2e0%2e113%2e20 there", "several"],
  ["a file", "please look at main.cf", "several"],
])("%s: %j", (_, input, code) => expect(read(input)).toBe(code));

test("the local part of a mailbox in a text is kept nowhere", () => {
  const reading = JSON.stringify(parseTarget("from jane.doe@example.com to john.roe@example.net via 203.0.113.20"));
  expect(reading).not.toMatch(/jane|john/);
});

test("finding stays linear: four times the text takes about four times the steps", () => {
  const words = (n: number) => "203.0.113.20[mail.example.com](x) -> a.b/c#d:e=".repeat(n).slice(0, n * 40);
  const steps = (input: string) => {
    const start = performance.now();
    for (let i = 0; i < 20; i++) parseTarget(input);
    return performance.now() - start;
  };
  steps(words(10));
  const ratio = Math.min(...[1, 2, 3, 4, 5].map(() => steps(words(40)) / steps(words(10))));
  expect(ratio).toBeLessThan(16);
});
