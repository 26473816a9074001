/** What a question leads to: the check that answers it for the reader. */
export type Answering =
  /** An address, host name or domain to check; `signal` is the row of the report that answers. */
  | { readonly kind: "check"; readonly signal: string }
  /** A pasted bounce or headers. */
  | { readonly kind: "bounce" }
  /** A page of ours. */
  | { readonly kind: "page"; readonly href: string; readonly label: string };

export interface Question {
  /** Permanent: links lead to it. */
  readonly id: string;
  readonly asks: string;
  /** Sentences, short. */
  readonly answer: string;
  readonly leads: Answering;
}

const check = (signal: string): Answering => ({ kind: "check", signal });
const BOUNCE: Answering = { kind: "bounce" };
const page = (href: string, label: string): Answering => ({ kind: "page", href, label });

/** What people ask about the identity of a mail server. */
export const QUESTIONS: readonly Question[] = [
  {
    id: "is-a-ptr-needed",
    asks: "Does my mail server need a PTR record?",
    answer:
      "Yes, every address that sends mail directly to other servers. Gmail, GMX, Comcast, Orange and others refuse mail from an address without one. An address that only hands mail to a relay needs none for mail.",
    leads: check("reverse-dns"),
  },
  {
    id: "who-controls-it",
    asks: "Who controls the PTR record?",
    answer:
      "The provider of the address: a hosting company, a cloud or an internet provider. It lives in the reverse zone of the address block, so your own domain’s DNS cannot hold it. Set it in the provider’s panel, or ask its support.",
    leads: page("/providers", "How to set it at each provider"),
  },
  {
    id: "must-it-match-from",
    asks: "Must the PTR name match the From domain?",
    answer:
      "No. One server may send for many domains. The PTR name should resolve to the same address, and preferably be the EHLO name. SPF, DKIM and DMARC tie the message to the From domain.",
    leads: check("ehlo-name"),
  },
  {
    id: "fcrdns",
    asks: "What is FCrDNS, and is it required?",
    answer:
      "Forward-confirmed reverse DNS: the PTR record names a host, and that host’s A or AAAA record contains the same address. No standard requires it, but Gmail, Orange and many others do.",
    leads: check("fcrdns"),
  },
  {
    id: "several-ptr-records",
    asks: "May an address have several PTR records?",
    answer:
      "DNS allows it, but receivers see one or another of them. Postfix uses only the first it gets. Keep one: the server’s EHLO name.",
    leads: check("single-ptr"),
  },
  {
    id: "how-soon",
    asks: "How soon does deliverability recover after a fix?",
    answer:
      "Refusals for a missing or unconfirmed name end as soon as receivers see the new record. Old answers expire in their resolvers, often within an hour. Reputation has a memory; it recovers over days or weeks of wanted mail.",
    leads: check("resolver-agreement"),
  },
  {
    id: "ipv6",
    asks: "Does IPv6 need a PTR record, too?",
    answer:
      "Yes. Gmail and Microsoft refuse mail over IPv6 from an address without one, and both require SPF or DKIM there. Set a PTR record for the IPv6 address, or send over IPv4 only.",
    leads: check("ipv6-parity"),
  },
  {
    id: "generic-names-only",
    asks: "My provider allows only generic names. What now?",
    answer:
      "Some receivers refuse or penalise generic names such as 10-113-0-203.example.net. Ask for a static address with custom reverse DNS, or send through a relay.",
    leads: check("generic-ptr"),
  },
  {
    id: "ptr-or-spf",
    asks: "Does a PTR record replace SPF, DKIM or DMARC?",
    answer:
      "No. The PTR record identifies the server, and the others authenticate the domain. Receivers check both, and Gmail and Yahoo require SPF or DKIM in addition.",
    leads: check("spf"),
  },
  {
    id: "which-name",
    asks: "Which host name should I choose?",
    answer:
      "A full name in a domain you control, used for nothing else, such as mail.example.com. Publish its address record first, then set the PTR record and the EHLO name to it.",
    leads: page("/providers/general", "The steps, filled in with your name"),
  },
];

/** What people see before they know what is wrong. */
export const SYMPTOMS: readonly Question[] = [
  {
    id: "cannot-find-your-reverse-hostname",
    asks: "“Cannot find your reverse hostname”",
    answer:
      "Postfix at the receiver found no PTR record for your address, or its DNS lookup failed. The same text with “cannot find your hostname” also means a PTR record that is not forward-confirmed.",
    leads: BOUNCE,
  },
  {
    id: "spam-at-two-providers-only",
    asks: "Mail lands in spam at two providers only",
    answer:
      "Each receiver has its own rules. If PTR record, SPF, DKIM and DMARC are in order, it is content or reputation there. The report shows what each receiver does, by its published rules.",
    leads: check("generic-ptr"),
  },
  {
    id: "bounce-names-another-address",
    asks: "A bounce names an address I don’t know",
    answer:
      "Receivers see the address that connects. Behind NAT, a firewall, a second interface or IPv6 that may not be the one you expect. Paste the bounce: we check the address in it.",
    leads: BOUNCE,
  },
  {
    id: "ptr-resolves-elsewhere",
    asks: "The PTR name resolves to another address",
    answer:
      "Forward confirmation then fails, often after a move. Either publish the address under that name, or change the PTR record to the server’s present name.",
    leads: check("fcrdns"),
  },
  {
    id: "localhost-or-internal",
    asks: "PTR record or EHLO name is localhost or internal",
    answer:
      "Such a name cannot be looked up from outside, so it counts as missing, and some receivers refuse it. Set both to the server’s public host name.",
    leads: check("ptr-hostname"),
  },
  {
    id: "ipv6-fails-more",
    asks: "Mail over IPv6 fails more often than over IPv4",
    answer:
      "The IPv6 address usually lacks what the IPv4 address has: a PTR record, or a place in SPF. Check both; the report compares them.",
    leads: check("ipv6-parity"),
  },
  {
    id: "set-but-still-missing",
    asks: "I set the PTR record, and some still say it is missing",
    answer:
      "Either the old answer is still in their resolver’s cache, or the zone’s name servers give different answers. The report asks every name server and several public resolvers, and says when the old answers expire.",
    leads: check("resolver-agreement"),
  },
  {
    id: "worse-after-moving",
    asks: "Deliverability got worse after moving to another provider",
    answer:
      "The new address needs its own PTR record, a place in SPF, and the EHLO name that resolves to it. It may also have a bad history: check the blocklists.",
    leads: check("dnsbl"),
  },
];
