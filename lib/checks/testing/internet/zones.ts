import { reverseName } from "../../net/address.ts";
import type { ZoneDeclaration } from "../dns-zones.ts";
import { ip } from "../facts.ts";

/**
 * The ground the samples stand on. Four parties run name servers: the registry (the root and everything near it),
 * a hosting company (example.net and the reverse zones of the addresses it rents out), a DNS company (example.com and
 * example.org, its customers), and whoever runs the lists. All addresses are from the documentation blocks
 * 203.0.113.0/24 (mail servers), 198.51.100.0/24 (name servers) and 2001:db8::/32 (both).
 */
export const REGISTRY = ["ns.registry.example.net"];
export const HOSTER = ["ns1.hoster.example.net", "ns2.hoster.example.net"];
export const DNS_COMPANY = ["ns1.dns.example.org", "ns2.dns.example.org"];
export const LISTS = ["ns.lists.example.org"];

/** The resolvers that the vantage asks. */
export const RESOLVERS = ["198.51.100.2", "198.51.100.3"] as const;

/** Resolvers for everybody, at the addresses they have in the real world: packets for them stay on loopback as well. */
export const PUBLIC_RESOLVERS = {
  "1.1.1.1": "Cloudflare",
  "8.8.8.8": "Google",
  "9.9.9.9": "Quad9",
  "208.67.222.222": "OpenDNS",
} as const;

/** The reverse zone of 2001:db8:1::/48, where the hosting company's IPv6 servers are. */
const REVERSE_V6 = reverseName(ip("2001:db8:1::")).split(".").slice(20).join(".");

export const groundZones: readonly ZoneDeclaration[] = [
  { apex: ".", ns: REGISTRY, dnssec: "secure" },
  { apex: "com", ns: REGISTRY, dnssec: "secure" },
  { apex: "net", ns: REGISTRY, dnssec: "secure" },
  { apex: "org", ns: REGISTRY, dnssec: "secure" },
  { apex: "edu", ns: REGISTRY, dnssec: "secure" },
  { apex: "arpa", ns: REGISTRY, dnssec: "secure" },
  { apex: "in-addr.arpa", ns: REGISTRY, dnssec: "secure" },
  { apex: "ip6.arpa", ns: REGISTRY, dnssec: "secure" },

  {
    apex: "example.net",
    ns: HOSTER,
    records: `
      ns.registry  A     198.51.100.10
      ns1.hoster   A     198.51.100.53
                   AAAA  2001:db8:53::1
      ns2.hoster   A     198.51.100.54
      @            MX    10 mx.hoster
      mx.hoster    A     203.0.113.5
    `,
  },
  { apex: "113.0.203.in-addr.arpa", ns: HOSTER, records: "5 PTR mx.hoster.example.net." },
  { apex: "100.51.198.in-addr.arpa", ns: HOSTER, records: "53 PTR ns1.hoster.example.net." },
  { apex: REVERSE_V6, ns: HOSTER },

  {
    // The customer whose mail is in order. Samples that are not about senders have names in here.
    apex: "example.com",
    ns: DNS_COMPANY,
    dnssec: "secure",
    records: `
      @            MX    10 mail
      @            TXT   "v=spf1 ip4:203.0.113.0/24 ip6:2001:db8:1::/48 -all"
      _dmarc       TXT   "v=DMARC1; p=reject; rua=mailto:dmarc@example.com"
    `,
  },
  {
    // A customer with many domains: each sample about a sender has one of its own below.
    apex: "example.org",
    ns: DNS_COMPANY,
    dnssec: "secure",
    records: `
      ns1.dns      A     198.51.100.63
      ns2.dns      A     198.51.100.64
      ns.lists     A     198.51.100.73
    `,
  },
];
