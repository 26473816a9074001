import type { WebBehaviour } from "../web-server.ts";
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
            @             CAA   0 issue "ca.example.net"
            mx            A     203.0.113.200
            _25._tcp.mx   TLSA  3 1 1 ${serverKeyHash()}
            _mta-sts      TXT   "v=STSv1; id=20261122T000000"
            mta-sts       A     203.0.113.201
            _smtp._tls    TXT   "v=TLSRPTv1; rua=mailto:tls@receiving.example.org"
            default._bimi TXT   "v=BIMI1; l=https://mta-sts.receiving.example.org/logo.svg"
          `,
        },
      ],
      records: "200.113.0.203.in-addr.arpa. PTR mx.receiving.example.org.",
      hosts: { "203.0.113.200": server("mx.receiving.example.org") },
      web: { "203.0.113.201": withLogo(stsPolicy("receiving", "enforce", "mx.receiving.example.org")) },
      expects: {
        mx: "found",
        "mta-sts": "enforce",
        "tls-rpt": "found",
        dane: "matches",
        caa: "restricted",
        bimi: "found",
        dmarc: "reject",
      },
    },
    {
      ...domain(
        "mta-sts-mismatch",
        "MTA-STS policy without the mail host",
        "The host was renamed, the policy was not.",
      ),
      records: `
        mta-sts-mismatch.example.org.          MX   10 mx.example.org.
        _mta-sts.mta-sts-mismatch.example.org. TXT  "v=STSv1; id=1"
        mta-sts.mta-sts-mismatch.example.org.  A    203.0.113.207
        _smtp._tls.mta-sts-mismatch.example.org. TXT "v=TLSRPTv1; rua=tls@mta-sts-mismatch.example.org"
      `,
      web: { "203.0.113.207": stsPolicy("mta-sts-mismatch", "enforce", "old.mta-sts-mismatch.example.org") },
      expects: { "mta-sts": "mx-mismatch", "tls-rpt": "unusable" },
    },
    {
      ...domain(
        "mta-sts-certificate",
        "MTA-STS policy under a wrong certificate",
        "It holds for the web site, not for the policy's host.",
      ),
      records: `
        mta-sts-certificate.example.org.          MX   10 mx.example.org.
        _mta-sts.mta-sts-certificate.example.org. TXT  "v=STSv1; id=1"
        mta-sts.mta-sts-certificate.example.org.  A    203.0.113.208
      `,
      web: {
        "203.0.113.208": {
          ...stsPolicy("mta-sts-certificate", "enforce", "mx.example.org"),
          certificate: { names: ["www.mta-sts-certificate.example.org"] },
        },
      },
      expects: { "mta-sts": "policy-certificate" },
    },
    {
      ...domain(
        "mta-sts-gone",
        "MTA-STS record without a policy",
        "The record is there, and nothing listens where the policy should be.",
      ),
      records: `
        mta-sts-gone.example.org.          MX   10 mx.example.org.
        _mta-sts.mta-sts-gone.example.org. TXT  "v=STSv1; id=1"
        mta-sts.mta-sts-gone.example.org.  A    203.0.113.209
      `,
      expects: { "mta-sts": "policy-missing" },
    },
    {
      ...domain(
        "mta-sts-self-signed",
        "MTA-STS in force, certificate signed by itself",
        "Record and policy are right, and senders hold the mail: the server shows a certificate that nobody trusts.",
      ),
      records: `
        mta-sts-self-signed.example.org.          MX   10 mx.mta-sts-self-signed.example.org.
        mx.mta-sts-self-signed.example.org.       A    203.0.113.229
        229.113.0.203.in-addr.arpa.               PTR  mx.mta-sts-self-signed.example.org.
        _mta-sts.mta-sts-self-signed.example.org. TXT  "v=STSv1; id=1"
        mta-sts.mta-sts-self-signed.example.org.  A    203.0.113.222
      `,
      hosts: {
        "203.0.113.229": {
          ...server("mx.mta-sts-self-signed.example.org"),
          certificate: { names: ["mx.mta-sts-self-signed.example.org"], selfSigned: true },
        },
      },
      web: { "203.0.113.222": stsPolicy("mta-sts-self-signed", "enforce", "mx.mta-sts-self-signed.example.org") },
      expects: { "mta-sts": "mx-tls" },
    },
    {
      ...domain(
        "mta-sts-plain",
        "MTA-STS in testing mode, second mail host without STARTTLS",
        "Good that the mode is still testing.",
      ),
      records: `
        mta-sts-plain.example.org.          MX   10 mx1.mta-sts-plain.example.org.
        mta-sts-plain.example.org.          MX   20 mx2.mta-sts-plain.example.org.
        mx1.mta-sts-plain.example.org.      A    203.0.113.223
        mx2.mta-sts-plain.example.org.      A    203.0.113.224
        223.113.0.203.in-addr.arpa.         PTR  mx1.mta-sts-plain.example.org.
        224.113.0.203.in-addr.arpa.         PTR  mx2.mta-sts-plain.example.org.
        _mta-sts.mta-sts-plain.example.org. TXT  "v=STSv1; id=1"
        mta-sts.mta-sts-plain.example.org.  A    203.0.113.225
      `,
      hosts: {
        "203.0.113.223": server("mx1.mta-sts-plain.example.org"),
        "203.0.113.224": { ...server("mx2.mta-sts-plain.example.org"), starttls: "absent" },
      },
      web: { "203.0.113.225": stsPolicy("mta-sts-plain", "testing", "*.mta-sts-plain.example.org") },
      expects: { "mta-sts": "mx-tls-testing" },
    },
    {
      ...domain(
        "mta-sts-sni",
        "One mail server for many domains",
        "It shows each name its own certificate, so the name has to be asked for (SNI).",
      ),
      records: `
        mta-sts-sni.example.org.          MX   10 mx.mta-sts-sni.example.org.
        mx.mta-sts-sni.example.org.       A    203.0.113.226
        226.113.0.203.in-addr.arpa.       PTR  shared.example.org.
        shared.example.org.               A    203.0.113.226
        _mta-sts.mta-sts-sni.example.org. TXT  "v=STSv1; id=1"
        mta-sts.mta-sts-sni.example.org.  A    203.0.113.227
      `,
      hosts: {
        "203.0.113.226": {
          ...server("shared.example.org"),
          certificates: { "mx.mta-sts-sni.example.org": { names: ["mx.mta-sts-sni.example.org"] } },
        },
      },
      web: { "203.0.113.227": stsPolicy("mta-sts-sni", "enforce", "mx.mta-sts-sni.example.org") },
      expects: { "mta-sts": "enforce", "certificate-name": "exact" },
    },
    {
      ...domain(
        "dane-unsigned-domain",
        "TLSA records at a mail host of another, signed domain",
        "The domain itself is not signed. Senders use the records all the same.",
      ),
      zones: [
        {
          apex: "dane-unsigned-domain.example.org",
          ns: DNS_COMPANY,
          records: "@ MX 10 mx.receiving.example.org.",
        },
      ],
      expects: { dane: "matches" },
    },
    {
      ...domain(
        "dane-authority",
        "TLSA records for an authority and for another key",
        "Neither 3 0 1 nor 2 1 1 is in the chain that the server shows.",
      ),
      zones: [
        {
          apex: "dane-authority.example.org",
          ns: DNS_COMPANY,
          dnssec: "secure",
          records: `
            @             MX    10 mx
            mx            A     203.0.113.228
            _25._tcp.mx   TLSA  3 0 1 ${"0badc0de".repeat(8)}
            _25._tcp.mx   TLSA  2 1 1 ${"0badc0de".repeat(8)}
          `,
        },
      ],
      records: "228.113.0.203.in-addr.arpa. PTR mx.dane-authority.example.org.",
      hosts: { "203.0.113.228": server("mx.dane-authority.example.org") },
      expects: { dane: "mismatch" },
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
      expects: { dane: "mismatch" },
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
      expects: { dane: "unsigned" },
    },
    {
      ...domain("null-mx", "Accepts no mail", "A null MX (RFC 7505): bounces cannot come back."),
      records: `
        null-mx.example.org.           MX   0 .
        null-mx.example.org.           TXT  "v=spf1 ip4:203.0.113.200 -all"
      `,
      expects: { mx: "null-mx" },
    },
    {
      ...domain(
        "parked",
        "Sends and takes no mail",
        "A null MX, -all, p=reject and revoked keys: locked as it should be.",
      ),
      records: `
        parked.example.org.               MX   0 .
        parked.example.org.               TXT  "v=spf1 -all"
        _dmarc.parked.example.org.        TXT  "v=DMARC1; p=reject"
        *._domainkey.parked.example.org.  TXT  "v=DKIM1; p="
      `,
      expects: {
        mx: "sends-and-takes-nothing",
        "spf-record": "sends-nothing",
        "dkim-keys": "all-revoked",
        dmarc: "reject",
      },
    },
    {
      ...domain(
        "old-ds",
        "Signed, with an old digest",
        "The registry's DS record has a SHA-1 digest only, which validators give up (RFC 9905).",
      ),
      zones: [
        {
          apex: "old-ds.example.org",
          ns: DNS_COMPANY,
          dnssec: "secure",
          ds: "8 1",
          records: `
            @       MX   0 .
            @       TXT  "v=spf1 -all"
            _dmarc  TXT  "v=DMARC1; p=reject"
          `,
        },
      ],
      expects: { "zone-dnssec": "old-digest" },
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
      expects: { mx: "implicit" },
    },
    {
      ...domain("no-mx", "No MX and no address", "Mail to this domain has nowhere to go."),
      records: `no-mx.example.org. TXT "v=spf1 ip4:203.0.113.192 -all"`,
      expects: { mx: "none" },
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
      expects: { mx: "found" },
    },
    {
      ...domain("mx-dangling", "MX whose name does not exist", "The exchanger has no address."),
      records: "mx-dangling.example.org. MX 10 mx.mx-dangling.example.org.",
      expects: { mx: "no-address" },
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
      expects: { mx: "alias" },
    },
  ],
};

/** The web host that serves a policy, as a sample's `mta-sts` name leads to it. */
function stsPolicy(id: string, mode: string, mx: string): WebBehaviour {
  const body = `version: STSv1\r\nmode: ${mode}\r\nmx: ${mx}\r\nmax_age: 604800\r\n`;
  return {
    certificate: { names: [`mta-sts.${id}.example.org`] },
    pages: { "/.well-known/mta-sts.txt": { body } },
  };
}

/** The same web server with a logo as BIMI wants it. */
function withLogo({ certificate, pages }: WebBehaviour): WebBehaviour {
  const body = '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps"><title>Logo</title></svg>';
  return { certificate, pages: { ...pages, "/logo.svg": { type: "image/svg+xml", body } } };
}

function domain(id: string, title: string, note: string): Sample {
  return { id, target: `domain:${id}.example.org`, title, note };
}
