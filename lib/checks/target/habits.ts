import type { DomainName } from "../net/domain-name.ts";

/** What the way a target was written says beside the target itself. */
export interface Hints {
  /** The signal to bring into view. */
  readonly focus?: string;
  /** Reads a name as this, whatever it looks like. */
  readonly kind?: "host" | "domain";
  readonly from?: DomainName;
  readonly helo?: DomainName;
  readonly selectors?: readonly string[];
}

const about = (focus: string, kind?: Hints["kind"]): Hints => ({ focus, ...(kind ? { kind } : {}) });

/** `ptr:203.0.113.7`: the commands people know from other lookup tools, and what is in view when they use them. */
export const PREFIXES: ReadonlyMap<string, Hints> = new Map<string, Hints>([
  ["host", { kind: "host" }],
  ["domain", { kind: "domain" }],
  ...["ip", "ipv4", "ipv6", "ip4", "ip6", "address", "mailto", "email", "http", "https"].map(
    (word) => [word, {}] as const,
  ),
  ...["ping", "trace", "tcp"].map((word) => [word, { kind: "host" }] as const),
  ...["ptr", "rdns", "reverse"].map((word) => [word, about("reverse-dns", "host")] as const),
  ["a", about("fcrdns", "host")],
  ["aaaa", about("ipv6-parity", "host")],
  ["smtp", about("smtp-reachable", "host")],
  ...["tls", "starttls"].map((word) => [word, about("starttls", "host")] as const),
  ...["helo", "ehlo"].map((word) => [word, about("ehlo-name", "host")] as const),
  ["dane", about("dane")],
  ["tlsa", about("dane")],
  ...["blacklist", "blocklist", "bl", "rbl", "dnsbl"].map((word) => [word, about("dnsbl")] as const),
  ["dnswl", about("dnswl")],
  ...["arin", "asn", "whois"].map((word) => [word, about("reverse-authority")] as const),
  ...["spf", "txt"].map((word) => [word, about("spf-record", "domain")] as const),
  ["dkim", about("dkim-keys", "domain")],
  ["dmarc", about("dmarc", "domain")],
  ["mx", about("mx", "domain")],
  ["mta-sts", about("mta-sts", "domain")],
  ...["tlsrpt", "tls-rpt"].map((word) => [word, about("tls-rpt", "domain")] as const),
  ["bimi", about("bimi", "domain")],
]);

/** Owner names of records, pasted whole: what is below them is the target. */
export function ownerName(name: string): { readonly name: string; readonly hints: Hints } | undefined {
  for (const [pattern, hints] of OWNERS) {
    const found = pattern.exec(name)?.groups;
    if (!found?.name) continue;
    return {
      name: found.name,
      hints: found.selector ? { ...hints, selectors: [found.selector.toLowerCase()] } : hints,
    };
  }
  return undefined;
}

const OWNERS: readonly (readonly [RegExp, Hints])[] = [
  [/^(?<selector>[a-z0-9_][a-z0-9_.-]{0,62})\._domainkey\.(?<name>.+)$/i, about("dkim-keys", "domain")],
  [/^_dmarc\.(?<name>.+)$/i, about("dmarc", "domain")],
  [/^_mta-sts\.(?<name>.+)$/i, about("mta-sts", "domain")],
  [/^_smtp\._tls\.(?<name>.+)$/i, about("tls-rpt", "domain")],
  [/^[a-z0-9-]{1,63}\._bimi\.(?<name>.+)$/i, about("bimi", "domain")],
  [/^_\d{1,5}\._tcp\.(?<name>.+)$/i, about("dane", "host")],
];

/** `dig -x 203.0.113.7`, `telnet mail.example.com 25`, `EHLO mail.example.com`: the one word that is the target. */
export function commandTarget(words: readonly string[]): { readonly text: string; readonly hints: Hints } | undefined {
  const [first = "", second = ""] = words;
  const command = first.toLowerCase();
  if (GREETINGS.has(command) && second) return { text: second, hints: about("ehlo-name", "host") };
  if (REPLY.test(command)) {
    // "220 mail.example.com ESMTP" and "250-mail.example.com": the server's own words.
    const said = command.length > 4 ? first.slice(4) : second;
    return said ? { text: said, hints: about("greeting-name", "host") } : undefined;
  }
  const prefix = PREFIXES.get(command);
  if (prefix && words.length === 2) return { text: second, hints: prefix };
  if (!COMMANDS.has(command) && !SHELLS.has(command)) return undefined;
  const left = words.slice(1).filter((word) => !/^[-+@]|^\d{1,5}$/.test(word) && !ARGUMENTS.has(word.toLowerCase()));
  // Whoever logs in there means the machine, not the mail of a user.
  if (SHELLS.has(command))
    return left.length === 1 && left[0]
      ? { text: left[0].slice(left[0].lastIndexOf("@") + 1), hints: { kind: "host" } }
      : undefined;
  return left.length === 1 && left[0]
    ? { text: left[0], hints: words.includes("-x") ? about("reverse-dns") : {} }
    : undefined;
}

const GREETINGS = new Set(["ehlo", "helo", "lhlo"]);
const REPLY = /^(?:220|250)(?:-.*)?$/;
const COMMANDS = new Set(
  "dig drill kdig delv host nslookup resolvectl ping ping6 traceroute tracepath mtr telnet nc ncat netcat whois curl openssl swaks".split(
    " ",
  ),
);
const SHELLS = new Set(["ssh", "sftp", "ssh-keyscan", "mosh"]);
const ARGUMENTS = new Set("a aaaa mx txt ptr ns soa cname tlsa any in s_client smtp starttls query".split(" "));
