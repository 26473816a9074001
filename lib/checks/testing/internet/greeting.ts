import { type Host, type Sample, type Section, server } from "./sample.ts";

/** A server whose names in DNS fit together; what it says on port 25 is the sample. */
function speaking(last: number, id: string, host: Host, title: string, note: string): Sample {
  const [address, name] = [`203.0.113.${last}`, `smtp-${last}.example.com`];
  return {
    id,
    target: address,
    title,
    note,
    records: `
      ${last}.113.0.203.in-addr.arpa.  PTR  ${name}.
      ${name}.                         A    ${address}
    `,
    hosts: { [address]: host },
  };
}

/** What a server calls itself. Each one's PTR name is smtp-<last octet>.example.com. */
export const greetings: Section = {
  title: "Greetings",
  samples: [
    speaking(
      70,
      "greeting-localhost",
      server("localhost"),
      "Greets as localhost",
      "The default of a fresh installation.",
    ),
    speaking(
      71,
      "greeting-localdomain",
      server("mail.localdomain"),
      "Greets as mail.localdomain",
      "A name nobody can look up.",
    ),
    speaking(
      72,
      "greeting-masked",
      { greeting: "smtp-72.example.com ESMTP", masked: true },
      "Masked greeting",
      "A firewall writes asterisks over the greeting and hides STARTTLS.",
    ),
    {
      ...speaking(
        73,
        "greeting-unrelated",
        server("mx.hoster.example.net"),
        "Greets with somebody else's name",
        "The name belongs to the hosting company's own server.",
      ),
    },
    speaking(
      74,
      "greeting-nxdomain",
      server("renamed.example.com"),
      "Greets with a name that does not exist",
      "The name is of the same organisation and has no address record.",
    ),
    {
      ...speaking(
        75,
        "ehlo-same-organisation",
        { greeting: "smtp-75.example.com ESMTP", ehlo: "cluster.example.com" },
        "Another name of the same organisation in EHLO",
        "Large services do this; no receiver minds.",
      ),
      records: `
        75.113.0.203.in-addr.arpa.  PTR  smtp-75.example.com.
        smtp-75.example.com.        A    203.0.113.75
        cluster.example.com.        A    203.0.113.75
      `,
    },
    speaking(
      76,
      "greeting-literal",
      server("[203.0.113.76]"),
      "Greets with its address",
      "An address literal: allowed by the standard, disliked by receivers.",
    ),
    speaking(77, "greeting-windows", server("WIN-4K2J8H1QX"), "Greets with a machine name", "One label, as installed."),
  ],
};

/** Whether and how port 25 answers. */
export const reaching: Section = {
  title: "Port 25",
  samples: [
    speaking(80, "port-closed", "closed", "Port 25 closed", "The connection is answered with a reset."),
    speaking(81, "port-filtered", "filtered", "Port 25 filtered", "Nothing answers the connection attempt."),
    speaking(
      82,
      "tarpit",
      { ...server("smtp-82.example.com"), tarpitMs: 60_000 },
      "Tarpit",
      "Accepts the connection and greets after a minute: longer than we wait.",
    ),
    speaking(
      83,
      "slow-greeting",
      { ...server("smtp-83.example.com"), tarpitMs: 1_500 },
      "Slow greeting",
      "Greets after a second and a half, as servers do that look up their callers first.",
    ),
    speaking(
      84,
      "refused-554",
      { ...server("smtp-84.example.com"), reject: "554 5.7.1 smtp-84.example.com no SMTP service for you" },
      "Refuses with 554",
      "Does not talk to us; nothing about TLS can be known.",
    ),
    speaking(
      85,
      "refused-421",
      { ...server("smtp-85.example.com"), reject: "421 4.7.0 smtp-85.example.com too busy, try again later" },
      "Refuses with 421 for now",
      "Too busy, or greylisting.",
    ),
    speaking(86, "silent", { silent: true }, "Connects and says nothing", "Something accepts and never greets."),
    speaking(87, "dropped", { closeAtOnce: true }, "Hangs up at once", "Accepts the connection and closes it."),
    speaking(
      88,
      "not-smtp",
      { greeting: "never shown", reject: "SSH-2.0-OpenSSH_9.9" },
      "Another service on port 25",
      "What answers does not speak SMTP.",
    ),
  ],
};

/** STARTTLS and certificates. */
export const encryption: Section = {
  title: "TLS",
  samples: [
    tls(90, "starttls-absent", { starttls: "absent" }, "No STARTTLS", "Mail to it travels in the clear."),
    tls(
      91,
      "starttls-declined",
      { starttls: "declined" },
      "STARTTLS offered, then declined",
      "Answers 454 to STARTTLS.",
    ),
    tls(92, "starttls-broken", { starttls: "broken" }, "TLS handshake fails", "Offers STARTTLS and then sends no TLS."),
    tls(
      93,
      "certificate-expired",
      { certificate: { names: ["smtp-93.example.com"], expired: true } },
      "Expired certificate",
      "Right name, right issuer, out of date.",
    ),
    tls(
      94,
      "certificate-self-signed",
      { certificate: { names: ["smtp-94.example.com"], selfSigned: true } },
      "Self-signed certificate",
      "Common for mail servers; senders encrypt all the same.",
    ),
    tls(
      95,
      "certificate-other-name",
      { certificate: { names: ["www.example.org"] } },
      "Certificate of another name",
      "The certificate is trusted and names somebody else.",
    ),
    tls(
      96,
      "certificate-wildcard",
      { certificate: { names: ["*.example.com"] } },
      "Wildcard certificate",
      "Covers the name by a wildcard.",
    ),
    tls(
      97,
      "certificate-untrusted",
      { certificate: { names: ["smtp-97.example.com"], untrusted: true } },
      "Certificate of an unknown authority",
      "Issued by an authority that nobody trusts.",
    ),
    tls(98, "tls-old", { maxTls: "TLSv1.1" }, "Old TLS only", "Speaks nothing newer than TLS 1.1."),
  ],
};

function tls(last: number, id: string, host: Exclude<Host, string>, title: string, note: string): Sample {
  return speaking(last, id, { ...server(`smtp-${last}.example.com`), ...host }, title, note);
}
