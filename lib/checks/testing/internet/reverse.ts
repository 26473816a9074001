import { ptrOwner, type Section, server } from "./sample.ts";

/** What can be wrong with a PTR record and the forward lookup of its name. */
export const reverse: Section = {
  title: "Reverse DNS",
  samples: [
    {
      id: "no-ptr",
      target: "203.0.113.20",
      title: "No PTR",
      note: "The reverse name does not exist. FCrDNS is skipped, not a second fault.",
      records: "no-ptr.example.com. A 203.0.113.20",
      hosts: { "203.0.113.20": server("no-ptr.example.com") },
    },
    {
      id: "ptr-nodata",
      target: "203.0.113.21",
      title: "A reverse name without a PTR record",
      note: "The name exists (somebody keeps a note there), but has no PTR record.",
      records: `
        21.113.0.203.in-addr.arpa.          TXT  "reserved for the new mail server"
        nodata.example.com.                 A    203.0.113.21
      `,
      hosts: { "203.0.113.21": server("nodata.example.com") },
    },
    {
      id: "ptr-elsewhere",
      target: "203.0.113.22",
      title: "PTR name leads elsewhere",
      note: "The name exists, but its address is another one: what is left after a move.",
      records: `
        22.113.0.203.in-addr.arpa.          PTR  moved.example.com.
        moved.example.com.                  A    203.0.113.250
      `,
      hosts: { "203.0.113.22": server("moved.example.com") },
    },
    {
      id: "forward-nxdomain",
      target: "203.0.113.23",
      title: "PTR name does not exist",
      note: "There is a PTR record, but no address record for its name.",
      records: "23.113.0.203.in-addr.arpa. PTR gone.example.com.",
      hosts: { "203.0.113.23": server("gone.example.com") },
    },
    {
      id: "forward-nodata",
      target: "203.0.113.24",
      title: "PTR name without an address of this family",
      note: "The name exists, with an AAAA record only.",
      records: `
        24.113.0.203.in-addr.arpa.          PTR  only-v6.example.com.
        only-v6.example.com.                AAAA 2001:db8:1::24
      `,
      hosts: { "203.0.113.24": server("only-v6.example.com") },
    },
    {
      id: "generic-static",
      target: "203.0.113.25",
      title: "Generic name: static",
      note: "The hosting company's default: confirmed, but it names the address and not the server.",
      records: `
        25.113.0.203.in-addr.arpa.                                PTR  static.25.113.0.203.clients.hosting.example.net.
        static.25.113.0.203.clients.hosting.example.net.          A    203.0.113.25
      `,
      hosts: { "203.0.113.25": server("generic.example.com") },
    },
    {
      id: "generic-dynamic",
      target: "203.0.113.26",
      title: "Generic name: dynamic",
      note: "A name like those of home connections.",
      records: `
        26.113.0.203.in-addr.arpa.                                PTR  dyn-203-0-113-26.dsl.access.example.net.
        dyn-203-0-113-26.dsl.access.example.net.                  A    203.0.113.26
      `,
      hosts: { "203.0.113.26": server("home.example.com") },
    },
    {
      id: "generic-cloud",
      target: "203.0.113.27",
      title: "Generic name: a cloud's default",
      note: "The name that Amazon EC2 gives: the provider is known by it.",
      records: "27.113.0.203.in-addr.arpa. PTR ec2-203-0-113-27.compute-1.amazonaws.com.",
      zones: [
        {
          apex: "amazonaws.com",
          ns: ["ns1.hoster.example.net"],
          records: "ec2-203-0-113-27.compute-1 A 203.0.113.27",
        },
      ],
      hosts: { "203.0.113.27": server("cloud.example.com") },
    },
    {
      id: "two-ptrs",
      target: "203.0.113.28",
      title: "Two PTR names, one confirmed",
      note: "One of the names resolves back; some receivers look at the first only.",
      records: `
        28.113.0.203.in-addr.arpa.          PTR  first.example.com.
        28.113.0.203.in-addr.arpa.          PTR  second.example.com.
        first.example.com.                  A    203.0.113.251
        second.example.com.                 A    203.0.113.28
      `,
      hosts: { "203.0.113.28": server("second.example.com") },
    },
    {
      id: "twelve-ptrs",
      target: "203.0.113.29",
      title: "Twelve PTR names",
      note: "Receivers follow ten at most (RFC 8601); here only the last two would resolve back.",
      records: Array.from({ length: 12 }, (_, i) => {
        const name = `many-${String(i + 1).padStart(2, "0")}.example.com.`;
        return `29.113.0.203.in-addr.arpa. PTR ${name}\n${name} A ${i < 10 ? "203.0.113.252" : "203.0.113.29"}`;
      }).join("\n"),
      hosts: { "203.0.113.29": server("many-12.example.com") },
    },
    {
      id: "ptr-alias",
      target: "203.0.113.30",
      title: "PTR name is an alias",
      note: "The name resolves back, by way of a CNAME record.",
      records: `
        30.113.0.203.in-addr.arpa.          PTR   alias.example.com.
        alias.example.com.                  CNAME aliased.example.com.
        aliased.example.com.                A     203.0.113.30
      `,
      hosts: { "203.0.113.30": server("alias.example.com") },
    },
    {
      id: "ipv6-no-ptr",
      target: "parity.example.com",
      title: "IPv6 without PTR",
      note: "The IPv4 address is in order, its IPv6 sibling has no PTR: mail goes wrong only where IPv6 is used.",
      records: `
        parity.example.com.                 A     203.0.113.31
        parity.example.com.                 AAAA  2001:db8:1::31
        31.113.0.203.in-addr.arpa.          PTR   parity.example.com.
      `,
      hosts: { "203.0.113.31": server("parity.example.com"), "2001:db8:1::31": server("parity.example.com") },
    },
    {
      id: "ipv6-ptr-a-only",
      target: "2001:db8:1::32",
      title: "IPv6 whose PTR name has only an A record",
      note: "A name without an AAAA record cannot confirm an IPv6 address.",
      records: `
        ${ptrOwner("2001:db8:1::32")}       PTR   v4-only.example.com.
        v4-only.example.com.                A     203.0.113.32
        32.113.0.203.in-addr.arpa.          PTR   v4-only.example.com.
      `,
      hosts: { "203.0.113.32": server("v4-only.example.com"), "2001:db8:1::32": server("v4-only.example.com") },
    },
  ],
};

/** PTR names that are no host names, or none that anybody else can look up. */
export const oddNames: Section = {
  title: "Names that are none",
  samples: [
    odd(40, "ptr-localhost", "localhost.", "Every machine calls itself that."),
    odd(41, "ptr-single-label", "mailserver.", "One label is no fully qualified name."),
    odd(42, "ptr-local", "mail.office.local.", "A name for one local network."),
    odd(43, "ptr-internal", "mail.corp.internal.", "A name for one inside network."),
    odd(44, "ptr-numeric", "203.0.113.44.", "The address itself, written as a name."),
    odd(45, "ptr-underscore", "mail_server.example.com.", "The underscore is not allowed in host names."),
    odd(46, "ptr-spaces", String.raw`our\032mail\032server.example.com.`, "Spaces inside a label."),
    odd(
      47,
      "ptr-html",
      String.raw`<img\032src=x\032onerror=alert\(1\)>.example.com.`,
      "A name that tries to be a page.",
    ),
    odd(48, "ptr-bidi", "\u202emoc.elpmaxe\u202c.example.com.", "A name that tries to be read backwards."),
    odd(
      49,
      "ptr-dots",
      String.raw`mail\.example\.com.example.org.`,
      "Dots inside a label: one name that looks like another.",
    ),
  ],
};

function odd(last: number, id: string, name: string, note: string) {
  const address = `203.0.113.${last}`;
  return {
    id,
    target: address,
    title: `PTR is ${id.slice(4).replaceAll("-", " ")}`,
    note,
    records: `${last}.113.0.203.in-addr.arpa. PTR ${name}`,
    hosts: { [address]: server(`odd-${last}.example.com`) },
  };
}
