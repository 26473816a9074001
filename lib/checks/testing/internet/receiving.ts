import { serverKeyHash } from "./keys.ts";
import { type Sample, type Section, server } from "./sample.ts";
import { DNS_COMPANY } from "./zones.ts";

/** Domains as those who want to answer see them. Each is named like its sample, below example.org. */
export const receiving: Section = {
  title: "Receiving",
  samples: [
    {
      ...domain("receiving", "Everything for receiving", "MX, MTA-STS, TLS reports and DANE, all signed."),
      zones: [
        {
          apex: "receiving.example.org",
          ns: DNS_COMPANY,
          dnssec: "secure",
          records: `
            @             MX    10 mx
            @             TXT   "v=spf1 mx -all"
            _dmarc        TXT   "v=DMARC1; p=reject"
            mx            A     203.0.113.200
            _25._tcp.mx   TLSA  3 1 1 ${serverKeyHash()}
            _mta-sts      TXT   "v=STSv1; id=20261122T000000"
            mta-sts       A     203.0.113.201
            _smtp._tls    TXT   "v=TLSRPTv1; rua=mailto:tls@receiving.example.org"
            default._bimi TXT   "v=BIMI1; l=https://receiving.example.org/logo.svg"
          `,
        },
      ],
      records: "200.113.0.203.in-addr.arpa. PTR mx.receiving.example.org.",
      hosts: { "203.0.113.200": server("mx.receiving.example.org") },
    },
    {
      ...domain("dane-mismatch", "TLSA record of another key", "The certificate was renewed, the TLSA record was not."),
      zones: [
        {
          apex: "dane-mismatch.example.org",
          ns: DNS_COMPANY,
          dnssec: "secure",
          records: `
            @             MX    10 mx
            mx            A     203.0.113.202
            _25._tcp.mx   TLSA  3 1 1 ${"0badc0de".repeat(8)}
          `,
        },
      ],
      records: "202.113.0.203.in-addr.arpa. PTR mx.dane-mismatch.example.org.",
      hosts: { "203.0.113.202": server("mx.dane-mismatch.example.org") },
    },
    {
      ...domain("dane-unsigned", "TLSA record in an unsigned zone", "Without DNSSEC nobody heeds it."),
      zones: [
        {
          apex: "dane-unsigned.example.org",
          ns: DNS_COMPANY,
          records: `
            @             MX    10 mx
            mx            A     203.0.113.203
            _25._tcp.mx   TLSA  3 1 1 ${serverKeyHash()}
          `,
        },
      ],
      records: "203.113.0.203.in-addr.arpa. PTR mx.dane-unsigned.example.org.",
      hosts: { "203.0.113.203": server("mx.dane-unsigned.example.org") },
    },
    {
      ...domain("null-mx", "Accepts no mail", "A null MX (RFC 7505): bounces cannot come back."),
      records: `
        null-mx.example.org.           MX   0 .
        null-mx.example.org.           TXT  "v=spf1 -all"
      `,
    },
    {
      ...domain(
        "implicit-mx",
        "No MX, but an address",
        "Senders fall back to the address record (RFC 5321 section 5.1).",
      ),
      records: `
        implicit-mx.example.org.       A    203.0.113.204
        204.113.0.203.in-addr.arpa.    PTR  implicit-mx.example.org.
      `,
      hosts: { "203.0.113.204": server("implicit-mx.example.org") },
    },
    {
      ...domain("no-mx", "No MX and no address", "Mail to this domain has nowhere to go."),
      records: `no-mx.example.org. TXT "v=spf1 ip4:203.0.113.192 -all"`,
    },
    {
      ...domain("two-mx", "Two mail exchangers, one out of order", "The second has no PTR and does not answer."),
      records: `
        two-mx.example.org.            MX   10 mx1.two-mx.example.org.
        two-mx.example.org.            MX   20 mx2.two-mx.example.org.
        mx1.two-mx.example.org.        A    203.0.113.205
        mx2.two-mx.example.org.        A    203.0.113.206
        205.113.0.203.in-addr.arpa.    PTR  mx1.two-mx.example.org.
      `,
      hosts: { "203.0.113.205": server("mx1.two-mx.example.org"), "203.0.113.206": "filtered" },
    },
    {
      ...domain("mx-dangling", "MX whose name does not exist", "The exchanger has no address."),
      records: "mx-dangling.example.org. MX 10 mx.mx-dangling.example.org.",
    },
    {
      ...domain(
        "mx-alias",
        "MX that is an alias",
        "RFC 5321 wants a name with address records; most senders follow all the same.",
      ),
      records: `
        mx-alias.example.org.          MX    10 mx.mx-alias.example.org.
        mx.mx-alias.example.org.       CNAME mx.example.org.
      `,
    },
  ],
};

function domain(id: string, title: string, note: string): Sample {
  return { id, target: `domain:${id}.example.org`, title, note };
}
