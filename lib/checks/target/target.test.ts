import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressFromBytes, unmapped } from "../net/address.ts";
import { asName } from "../net/domain-name.ts";
import { corpus } from "../testing/corpora.ts";
import { name } from "../testing/facts.ts";
import { expectLinear } from "../testing/growth.ts";
import type { ProblemCode } from "./problem.ts";
import { parseTarget, type Target, targetPath, targetTitle } from "./target.ts";

/** A target in a word: `domain example.com`, or the code of the problem. */
function read(input: string, zones: readonly string[] = []): string {
  const reading = parseTarget(input, { zones: zones.map(asName) });
  return reading.ok ? shown(reading.target) : reading.problem.code;
}
const shown = (target: Target) => `${target.kind} ${value(target)}`;
const value = (target: Target) =>
  target.kind === "address" ? target.address : target.kind === "host" ? target.host : target.domain;

describe("addresses are read however they come", () => {
  const v4 = "address 203.0.113.7";
  const v6 = "address 2001:db8::7";
  test.each([
    ["as it is", "203.0.113.7", v4],
    ["with spaces around it", "  203.0.113.7\t\n", v4],
    ["in quotes", '"203.0.113.7"', v4],
    ["in curly quotes", "“203.0.113.7”", v4],
    ["as an address literal", "[203.0.113.7]", v4],
    ["as an IPv6 literal", "[IPv6:2001:DB8::7]", v6],
    ["in angle brackets and parentheses", "(<203.0.113.7>)", v4],
    ["with a full stop", "203.0.113.7.", v4],
    ["with a comma", "203.0.113.7,", v4],
    ["with a semicolon", "203.0.113.7;", v4],
    ["with a port", "203.0.113.7:25", v4],
    ["with a port, bracketed", "[2001:db8::7]:25", v6],
    ["in dig's spelling of a port", "203.0.113.7#53", v4],
    ["as a single address in CIDR", "203.0.113.7/32", v4],
    ["as a single IPv6 address in CIDR", "2001:db8::7/128", v6],
    ["in full", "2001:0DB8:0000:0000:0000:0000:0000:0007", v6],
    ["in a URL", "http://203.0.113.7/mail?x=1", v4],
    ["in a URL with a port", "https://[2001:db8::7]:8443/", v6],
    ["as a reverse name", "7.113.0.203.in-addr.arpa", v4],
    ["as a reverse name with a dot", "7.113.0.203.in-addr.arpa.", v4],
    ["as an RFC 2317 reverse name", "7.0/25.113.0.203.in-addr.arpa", v4],
    ["as an RFC 2317 reverse name with a hyphen", "7.0-127.113.0.203.in-addr.arpa", v4],
    ["as an IPv6 reverse name", "7.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa", v6],
    ["behind ptr:", "ptr:203.0.113.7", v4],
    ["behind ptr: and a space", "PTR: 203.0.113.7", v4],
    ["behind aaaa:", "ptr:2001:db8::7", v6],
    ["behind blacklist:", "blacklist:203.0.113.7", v4],
    ["out of an SPF record", "ip4:203.0.113.7", v4],
    ["out of an SPF record, IPv6", "ip6:2001:db8::7", v6],
    ["in another tool's query", "/?action=ptr:203.0.113.7", v4],
    ["in another tool's URL", "https://tool.example/SuperTool.aspx?action=ptr%3a203.0.113.7&run=toolpage", v4],
    ["as a mailbox at a literal", "postmaster@[203.0.113.7]", v4],
    ["as a command", "dig -x 203.0.113.7 +short", v4],
    ["as a command with a server", "dig @198.51.100.53 -x 203.0.113.7", v4],
    ["as a telnet session", "telnet 203.0.113.7 25", v4],
    ["with zero-width characters", "\ufeff203.0.113.7\u200b", v4],
    ["with a soft hyphen", "203.0.\u00ad113.7", v4],
  ])("%s: %j", (_, input, expected) => expect(read(input)).toBe(expected));

  test("whether an address may be asked is not decided here", () => {
    expect(read("127.0.0.1")).toBe("address 127.0.0.1");
    expect(read("::ffff:10.0.0.1")).toBe("address 10.0.0.1");
  });
});

describe("names are read however they come", () => {
  test.each([
    ["an organisation's name is a domain", "example.com", "domain example.com"],
    ["a name below it is a host", "mail.example.com", "host mail.example.com"],
    ["a registry's name is a domain", "co.uk", "domain co.uk"],
    ["a name below a registry is a domain", "example.co.uk", "domain example.co.uk"],
    ["upper case and a trailing dot", "Mail.Example.COM.", "host mail.example.com"],
    ["an internationalised name", "Bücher.de", "domain xn--bcher-kva.de"],
    ["an A-label", "xn--bcher-kva.de", "domain xn--bcher-kva.de"],
    ["a port", "mail.example.com:25", "host mail.example.com"],
    ["a URL", "https://user:secret@mail.example.com:8443/path?q=a@b#c", "host mail.example.com"],
    ["a URL of an organisation", "https://example.com/", "domain example.com"],
    ["a URL without a scheme", "//mail.example.com/x", "host mail.example.com"],
    ["a path behind it", "mail.example.com/inbox", "host mail.example.com"],
    ["an e-mail address", "somebody@example.com", "domain example.com"],
    ["an e-mail address below the organisation", "somebody@mail.example.com", "domain mail.example.com"],
    ["a mailto: link", "mailto:somebody@example.com", "domain example.com"],
    ["a mailbox with a name", '"Some Body" <somebody@example.com>', "domain example.com"],
    ["a path in a mail", "<somebody@example.com>", "domain example.com"],
    ["host: overrides", "host:example.com", "host example.com"],
    ["domain: overrides", "domain:mail.example.com", "domain mail.example.com"],
    ["EHLO", "EHLO mail.example.com", "host mail.example.com"],
    ["a greeting", "220 mail.example.com ESMTP Postfix", "host mail.example.com"],
    ["a reply to EHLO", "250-mail.example.com Hello", "host mail.example.com"],
    ["a generic PTR name like a reply", "220-130-1-2.hinet-ip.hinet.net", "host 220-130-1-2.hinet-ip.hinet.net"],
    ["a command", "openssl s_client -starttls smtp -connect mail.example.com:25", "host mail.example.com"],
    ["a command with a type", "dig MX example.com", "domain example.com"],
    ["a DMARC record's name", "_dmarc.example.com", "domain example.com"],
    ["a TLSA record's name", "_25._tcp.mail.example.com", "host mail.example.com"],
    ["a name that looks like an address", "127-0-0-1.nip.io", "host 127-0-0-1.nip.io"],
  ])("%s: %j", (_, input, expected) => expect(read(input)).toBe(expected));

  test("a special-use domain counts where the operator says it exists", () => {
    expect(read("mail.coherent.example")).toBe("special-use");
    expect(read("mail.coherent.example", ["example"])).toBe("host mail.coherent.example");
    expect(read("coherent.example", ["example"])).toBe("domain coherent.example");
    expect(read("example", ["example"])).toBe("special-use");
    expect(read("mail.lan", ["example"])).toBe("special-use");
  });
});

test.each([
  ["ptr:203.0.113.7", { kind: "address", focus: "reverse-dns" }],
  ["blacklist:203.0.113.7", { kind: "address", focus: "dnsbl" }],
  ["blacklist:example.com", { kind: "domain", focus: "dnsbl" }],
  ["smtp:example.com", { kind: "host", focus: "smtp-reachable" }],
  ["tls:mail.example.com", { kind: "host", focus: "starttls" }],
  ["a:example.com", { kind: "host", focus: "fcrdns" }],
  ["aaaa:example.com", { kind: "host", focus: "ipv6-parity" }],
  ["spf:mail.example.com", { kind: "domain", focus: "spf-record" }],
  ["txt:example.com", { kind: "domain", focus: "spf-record" }],
  ["mx:example.com", { kind: "domain", focus: "mx" }],
  ["MX example.com", { kind: "domain", focus: "mx" }],
  ["dmarc:example.com", { kind: "domain", focus: "dmarc" }],
  ["arin:203.0.113.7", { kind: "address", focus: "reverse-authority" }],
  ["asn:203.0.113.7", { kind: "address", focus: "reverse-authority" }],
  ["dig -x 203.0.113.7", { kind: "address", focus: "reverse-dns" }],
  ["7.113.0.203.in-addr.arpa", { kind: "address", focus: "reverse-dns" }],
  ["dkim:example.com", { kind: "domain", focus: "dkim-keys", claims: { selectors: [] } }],
  ["dkim:example.com:S1", { kind: "domain", focus: "dkim-keys", claims: { selectors: ["s1"] } }],
  ["s1._domainkey.example.com", { kind: "domain", focus: "dkim-keys", claims: { selectors: ["s1"] } }],
  ["spf:example.com:203.0.113.7", { kind: "address", focus: "spf", claims: { from: "example.com", selectors: [] } }],
  ["EHLO mail.example.com", { kind: "host", focus: "ehlo-name", claims: { helo: "mail.example.com", selectors: [] } }],
  ["/?action=mx:example.com", { kind: "domain", focus: "mx" }],
])("%s: what the reader came for is kept", (input, target) => {
  expect(parseTarget(input)).toMatchObject({ ok: true, target });
});

test("the local part of an e-mail address is kept nowhere", () => {
  for (const input of [
    "somebody@example.com",
    '"Some Body" <somebody@example.com>',
    "somebody@nowhere",
    "somebody@a_b.com",
  ]) {
    expect(JSON.stringify(parseTarget(input))).not.toContain("somebody");
  }
});

describe("what cannot be read says why", () => {
  test.each<readonly [string, string, ProblemCode]>([
    ["nothing", "", "empty"],
    ["only spaces", " \n\t ", "empty"],
    ["only invisible characters", "\u200b\ufeff", "empty"],
    ["several lines", "please check\nmy server", "long-text"],
    ["two addresses on two lines", "203.0.113.7\n203.0.113.8", "several"],
    ["a bounce", "x ".repeat(5000), "long-text"],
    ["two addresses", "203.0.113.7 203.0.113.8", "several"],
    ["a sentence", "please check my server", "several"],
    ["only brackets", "[[]]", "several"],
    ["a NUL", "10.0.0.1\u0000", "characters"],
    ["a NUL and more", "127.0.0.1\u0000.example.com", "characters"],
    ["a right-to-left override", "\u202e127.0.0.1", "characters"],
    ["percent encoding", "127.0.0.1%2eexample.com", "characters"],
    ["a wildcard", "*.example.com", "characters"],
    ["a script", "javascript:alert(1)", "characters"],
    ["full-width digits", "１２７.0.0.1", "foreign-digits"],
    ["full-width dots", "127．0．0．1", "foreign-digits"],
    ["ideographic full stops", "127。0。0。1", "foreign-digits"],
    ["circled digits", "①②⑦.⓪.⓪.①", "foreign-digits"],
    ["Arabic-Indic digits", "١٠.٠.٠.١", "foreign-digits"],
    ["full-width IPv6", "２００１:db8::1", "foreign-digits"],
    ["a leading zero", "010.1.2.3", "leading-zero"],
    ["padding", "192.168.001.001", "leading-zero"],
    ["hexadecimal", "0x7f.0.0.1", "hexadecimal"],
    ["one hexadecimal number", "0x7f000001", "hexadecimal"],
    ["one number", "2130706433", "ipv4-parts"],
    ["three numbers", "127.0.1", "ipv4-parts"],
    ["five numbers", "1.2.3.4.5", "ipv4-parts"],
    ["a name that ends in a number", "mail.example.25", "ipv4-parts"],
    ["an octet too large", "203.0.113.256", "ipv4-octet"],
    ["IPv6 gone wrong", "2001:db8:::1", "ipv6-form"],
    ["IPv6 too short", "2001:db8:1", "ipv6-form"],
    ["a zone", "fe80::1%eth0", "zone-id"],
    ["a zone in a URL", "http://[fe80::1%25eth0]/", "zone-id"],
    ["a reverse zone", "113.0.203.in-addr.arpa", "reverse-zone"],
    ["an IPv6 reverse zone", "8.b.d.0.1.0.0.2.ip6.arpa", "reverse-zone"],
    ["two dots", "mail..example.com", "empty-label"],
    ["a dot in front", ".example.com", "empty-label"],
    ["a label too long", `${"a".repeat(64)}.com`, "too-long"],
    ["a name too long", "a.".repeat(127).concat("com"), "too-long"],
    ["a hyphen in front", "-a.example.com", "hyphen"],
    ["an underscore", "my_server.example.com", "underscore"],
    ["a broken A-label", "xn--99999999.com", "idn"],
    ["an empty A-label", "xn--.com", "hyphen"],
    ["what IDNA forbids", "a\u200db.com", "idn"],
    ["no dot", "mailserver", "dotless"],
    ["localhost", "localhost", "special-use"],
    ["localhost with a dot", "localhost.", "special-use"],
    ["below localhost", "a.localhost", "special-use"],
    [".localdomain", "localhost.localdomain", "special-use"],
    [".local", "server.local", "special-use"],
    [".internal", "metadata.google.internal", "special-use"],
    [".lan", "server.lan", "special-use"],
    [".home.arpa", "server.home.arpa", "special-use"],
    [".onion", "expyuzz4wqqyqhjn.onion", "special-use"],
    [".test", "x.test", "special-use"],
    [".example", "x.example", "special-use"],
    [".invalid", "x.invalid", "special-use"],
    [".alt", "x.alt", "special-use"],
    [".arpa", "e164.arpa", "special-use"],
    ["an unknown top-level domain", "mail.example.con", "unknown-tld"],
    ["a file name", "kubernetes.default.svc", "unknown-tld"],
    ["a special-use name in an e-mail address", "root@localhost", "special-use"],
    ["a prefix without a value", "ptr:", "characters"],
    ["a selector that cannot be one", "dkim:example.com:s 1", "several"],
    ["a selector with a slash", "dkim:example.com:s/1", "selector"],
  ])("%s: %j", (_, input, code) => expect(read(input)).toBe(code));
});

describe("the canonical text", () => {
  test.each([
    ["203.0.113.7", "203.0.113.7"],
    ["[2001:DB8::7]:25", "2001:db8::7"],
    ["example.com", "example.com"],
    ["mail.example.com", "mail.example.com"],
    ["host:example.com", "host:example.com"],
    ["domain:mail.example.com", "domain:mail.example.com"],
    ["host:mail.example.com", "mail.example.com"],
    ["spf:mail.example.com", "domain:mail.example.com"],
  ])("of %j is %j", (input, path) => {
    const reading = parseTarget(input);
    expect(reading.ok && targetPath(reading.target)).toBe(path);
  });

  test("is read as the same address", () => {
    const octets = fc.oneof(
      fc.uint8Array({ minLength: 4, maxLength: 4 }),
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
    );
    fc.assert(
      fc.property(octets, (bytes) => {
        const address = unmapped(addressFromBytes(bytes));
        const target: Target = { kind: "address", address, claims: { selectors: [] } };
        expect(read(targetPath(target))).toBe(shown(target));
      }),
    );
  });
  test("is read as the same name and kind", () => {
    const kinds = fc.constantFrom("host:", "domain:", "smtp:", "mx:", "");
    fc.assert(
      fc.property(kinds, fc.domain(), (prefix, domain) => {
        const reading = parseTarget(prefix + domain);
        if (reading.ok) expect(read(targetPath(reading.target))).toBe(shown(reading.target));
      }),
    );
  });
  test("whatever was read has a canonical text that is read as the same", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."ab1.:/[]@%-_ xn:host,domain,ptr,com,é".split("")), maxLength: 40 }),
        (input) => {
          const reading = parseTarget(input);
          if (reading.ok) expect(read(targetPath(reading.target))).toBe(shown(reading.target));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

test("a heading shows a name in its own script beside the A-label", () => {
  const claims = { selectors: [] };
  expect(targetTitle({ kind: "domain", domain: name("xn--bcher-kva.de"), claims })).toBe(
    "bücher.de (xn--bcher-kva.de)",
  );
  expect(targetTitle({ kind: "host", host: name("mail.example.com"), claims })).toBe("mail.example.com");
});

describe("nothing makes it throw or slow", () => {
  /** Whatever it is, it is read as something that can be written down again, or refused with a sentence. */
  const hold = (input: string): void => {
    const reading = parseTarget(input);
    if (!reading.ok) expect(reading.problem.says.length).toBeGreaterThan(0);
    else expect(read(targetPath(reading.target))).toBe(shown(reading.target));
  };

  test.each([
    ["spaces", " "],
    ["letters", "a"],
    ["brackets", "["],
    ["angle brackets", "<"],
    ["at signs", "@"],
    ["colons", ":"],
    ["dots", "a."],
    ["prefixes", "ptr:"],
    ["slashes", "/"],
    ["queries", "?action=a:"],
    ["percent signs", "%", "?action=a:"],
    ["A-labels", "xn--a."],
    ["non-ASCII letters", "ü"],
    ["combining marks", "\u0301", "a"],
    ["words", "dig "],
  ])("%s", (_, piece, head = "") => {
    const make = (length: number) => head + piece.repeat((length - head.length) / piece.length);
    // As long as a target may be, and far longer.
    for (const length of [2048, 1_000_000]) hold(make(length));
    const often = (input: string) => {
      for (let i = 0; i < 20; i++) parseTarget(input);
    };
    expectLinear(make, often, [512, 250_000]);
  });

  test("brackets as deep as allowed", () => hold("[".repeat(1024).concat("]".repeat(1024))));

  test("any string at all", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), hold), { numRuns: 300 });
  });

  const strings = corpusStrings();
  test.skipIf(strings.length === 0)("the naughty strings and injection lists", () => {
    expect(strings.length).toBeGreaterThan(1000);
    for (const text of strings) hold(text);
  });
});

function corpusStrings(): string[] {
  const blns = corpus("blns/blns.json");
  const injection = corpus("injection");
  return [
    ...(blns ? (JSON.parse(readFileSync(blns, "utf8")) as string[]) : []),
    ...(injection ? readdirSync(injection, { recursive: true, encoding: "utf8" }) : [])
      .map((path) => join(injection ?? "", path))
      .filter((path) => statSync(path).isFile())
      .flatMap((path) => readFileSync(path, "utf8").split("\n")),
  ];
}
