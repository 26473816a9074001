/** A word of the field, and what it means to somebody who has never heard it. */
export interface Term {
  readonly term: string;
  readonly means: string;
}

/** By what they are recognised in our sentences. */
const TERMS: readonly (readonly [RegExp, Term])[] = [
  [/\bPTR\b|\breverse DNS\b/i, { term: "PTR record", means: "gives an IP address its name in DNS." }],
  [/\bEHLO\b/, { term: "EHLO name", means: "the name that a mail server gives when it connects." }],
  [
    /\bforward-confirmed\b/i,
    { term: "Forward-confirmed", means: "the name of the address resolves to that address again." },
  ],
  [/\bresolves?\b/, { term: "To resolve", means: "to look up in DNS which IP address a name has." }],
  [
    /\baddress records?\b|\b(?:A|AAAA) records?\b/,
    { term: "Address record (A, AAAA)", means: "gives a name its IP address in DNS." },
  ],
  [/\bdefers?\b/, { term: "To defer", means: "to refuse for now, so that the sender tries again later." }],
  [/\bfully qualified\b/, { term: "Fully qualified", means: "complete with its domain, such as mail.example.com." }],
  [
    /\bis on (?!the )|\bblocklists?\b|\b[Aa]lso on\b/,
    {
      term: "Blocklist",
      means: "a public list of addresses or domains, mostly for spam; receivers look senders up in it.",
    },
  ],
  [/\bSPF\b/, { term: "SPF record", means: "lists in DNS which servers may send mail for a domain." }],
  [/\bDKIM\b/, { term: "DKIM", means: "a signature in each message; the key to verify it is in DNS." }],
  [
    /\bDMARC\b/,
    { term: "DMARC record", means: "says in DNS what receivers should do with mail that fails both SPF and DKIM." },
  ],
  [/\bMX\b/, { term: "MX host", means: "a server that receives mail for a domain." }],
  [/\bMTA-STS\b/, { term: "MTA-STS", means: "a domain's published rule that mail to it has to be encrypted." }],
  [
    /\bDANE\b|\bTLSA\b/,
    { term: "DANE", means: "says in DNS which certificate a mail server has, for senders to check." },
  ],
  [/\b(?:STARTTLS|TLS)\b/, { term: "STARTTLS", means: "how two mail servers agree to encrypt their connection." }],
  [
    /\bcertificates?\b/i,
    { term: "Certificate", means: "what a server proves its name with on an encrypted connection." },
  ],
  [/\bDNSSEC\b/, { term: "DNSSEC", means: "signatures that prove that an answer from DNS is genuine." }],
  [/\breverse zone\b/, { term: "Reverse zone", means: "the part of DNS that holds the PTR records of a network." }],
  [/\bresolvers?\b/, { term: "Resolver", means: "a server that looks entries up in DNS for others." }],
  [/\b[Cc]NAME\b|\balias\b/, { term: "Alias (CNAME)", means: "a DNS entry that makes one name stand for another." }],
];

/** As many as are explained: a screen full of definitions answers nothing. */
const MOST = 2;

/** What the words of the field in a text mean, in the order in which they stand there. */
export function termsIn(text: string): readonly Term[] {
  return TERMS.flatMap(([pattern, term]) => {
    const at = text.search(pattern);
    return at < 0 ? [] : [{ at, term }];
  })
    .toSorted((one, other) => one.at - other.at)
    .slice(0, MOST)
    .map(({ term }) => term);
}
