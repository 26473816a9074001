import { DKIM_2048 } from "./keys.ts";
import { ptrOwner, type Section, server } from "./sample.ts";
import { DNS_COMPANY, HOSTER } from "./zones.ts";

/** Servers whose PTR, forward record and greeting fit together. */
export const identity: Section = {
  title: "In order",
  samples: [
    {
      id: "coherent",
      target: "203.0.113.10",
      options: { selector: "s2026" },
      title: "Everything fits",
      note: "PTR, address record, greeting and certificate all say mail.example.com; SPF, DKIM and DMARC are in order.",
      records: `
        10.113.0.203.in-addr.arpa.          PTR  mail.example.com.
        mail.example.com.                   A    203.0.113.10
        mail.example.com.                   TXT  "v=spf1 a -all"
        s2026._domainkey.example.com.       TXT  "v=DKIM1; k=rsa; p=${DKIM_2048}"
      `,
      hosts: { "203.0.113.10": server("mail.example.com") },
    },
    {
      id: "coherent-host",
      target: "mail.example.com",
      title: "The same server by its name",
      note: "A host name leads to its addresses; this one has a single one.",
    },
    {
      id: "coherent-domain",
      target: "example.com",
      options: { selector: "s2026" },
      title: "The same server by its domain",
      note: "A domain leads to its mail exchangers and to what its SPF record allows.",
    },
    {
      id: "ipv6-coherent",
      target: "2001:db8:1::10",
      title: "Everything fits, over IPv6",
      note: "The PTR name has an AAAA record that resolves back.",
      records: `
        ${ptrOwner("2001:db8:1::10")}       PTR   mail6.example.com.
        mail6.example.com.                  AAAA  2001:db8:1::10
      `,
      hosts: { "2001:db8:1::10": server("mail6.example.com") },
    },
    {
      id: "dual-stack",
      target: "dual.example.com",
      title: "One name, both families",
      note: "Two servers side by side, both in order.",
      records: `
        dual.example.com.                   A     203.0.113.11
        dual.example.com.                   AAAA  2001:db8:1::11
        11.113.0.203.in-addr.arpa.          PTR   dual.example.com.
        ${ptrOwner("2001:db8:1::11")}       PTR   dual.example.com.
      `,
      hosts: { "203.0.113.11": server("dual.example.com"), "2001:db8:1::11": server("dual.example.com") },
    },
    {
      id: "reverse-secure",
      target: "203.0.113.12",
      title: "Signed reverse zone",
      note: "A validating resolver vouches for the PTR record.",
      zones: [
        { apex: "12.113.0.203.in-addr.arpa", ns: HOSTER, dnssec: "secure", records: "@ PTR signed.example.com." },
      ],
      records: "signed.example.com. A 203.0.113.12",
      hosts: { "203.0.113.12": server("signed.example.com") },
    },
    {
      id: "rfc2317",
      target: "203.0.113.130",
      title: "Reverse zone handed on (RFC 2317)",
      note: "The hosting company's zone has an alias only; the PTR record lives in the customer's zone for 203.0.113.128/26.",
      records: `
        130.113.0.203.in-addr.arpa.         CNAME 130.128/26.113.0.203.in-addr.arpa.
        classless.example.com.              A     203.0.113.130
      `,
      zones: [{ apex: "128/26.113.0.203.in-addr.arpa", ns: DNS_COMPANY, records: "130 PTR classless.example.com." }],
      hosts: { "203.0.113.130": server("classless.example.com") },
    },
  ],
};
