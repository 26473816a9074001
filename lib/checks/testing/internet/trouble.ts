import { type Sample, type Section, server } from "./sample.ts";
import { DNS_COMPANY, HOSTER } from "./zones.ts";

/** Zones whose servers fail, disagree or changed a moment ago. */
export const trouble: Section = {
  title: "DNS in trouble",
  samples: [
    {
      ...ownReverseZone(50, { broken: "servfail" }),
      id: "reverse-servfail",
      title: "Reverse zone answers SERVFAIL",
      note: "Nobody can say whether there is a PTR record: unknown, never missing.",
    },
    {
      ...ownReverseZone(51, { broken: "silence" }),
      id: "reverse-timeout",
      title: "Reverse zone keeps silent",
      note: "Its servers do not answer, so neither does the resolver.",
    },
    {
      ...ownReverseZone(52, { broken: "refused" }),
      id: "reverse-refused",
      title: "Reverse zone refuses",
      note: "All its servers answer REFUSED; the resolver makes SERVFAIL of it.",
    },
    {
      id: "forward-servfail",
      target: "203.0.113.53",
      title: "Forward zone answers SERVFAIL",
      note: "There is a PTR name, and whether it resolves back cannot be found out.",
      records: "53.113.0.203.in-addr.arpa. PTR mail.servfail.example.com.",
      zones: [{ apex: "servfail.example.com", ns: DNS_COMPANY, broken: "servfail", records: "mail A 203.0.113.53" }],
      hosts: { "203.0.113.53": server("mail.servfail.example.com") },
    },
    {
      ...ownReverseZone(54, { ns: ["ns1.hoster.example.net", "ns2.dns.example.org"], lame: ["ns2.dns.example.org"] }),
      id: "lame",
      title: "One name server does not know the zone",
      note: "ns2.dns.example.org is named in the delegation and refuses: half of the questions go wrong.",
    },
    {
      ...ownReverseZone(55, { ns: DNS_COMPANY, lame: DNS_COMPANY }),
      id: "all-lame",
      title: "No name server knows the zone",
      note: "The delegation leads to servers that all refuse.",
    },
    {
      ...ownReverseZone(56, { variants: { "ns2.hoster.example.net": "@ PTR before-56.example.com." } }),
      id: "disagreeing",
      title: "Two name servers, two answers",
      note: "ns2 still has the zone as it was before.",
    },
    {
      ...ownReverseZone(57, {}),
      id: "propagation",
      title: "Changed a moment ago",
      note: "One public resolver still has the old name for an hour and a half, another still knows that there is none.",
      remembered: {
        "8.8.8.8": { records: "57.113.0.203.in-addr.arpa. 5400 PTR before-57.example.com." },
        "9.9.9.9": { absent: ["57.113.0.203.in-addr.arpa"] },
      },
    },
    {
      ...ownReverseZone(58, { dnssec: "bogus" }),
      id: "reverse-bogus",
      title: "Reverse zone fails validation",
      note: "Resolvers that validate answer SERVFAIL; with checking disabled there is an answer.",
    },
    {
      id: "forward-bogus",
      target: "203.0.113.59",
      title: "Forward zone fails validation",
      note: "The PTR name cannot be looked up by anybody who validates.",
      records: "59.113.0.203.in-addr.arpa. PTR mail.bogus.example.com.",
      zones: [{ apex: "bogus.example.com", ns: DNS_COMPANY, dnssec: "bogus", records: "mail A 203.0.113.59" }],
      hosts: { "203.0.113.59": server("mail.bogus.example.com") },
    },
    {
      id: "alias-loop",
      target: "203.0.113.60",
      title: "Aliases in a circle",
      note: "The reverse name leads to another, and that one back.",
      records: `
        60.113.0.203.in-addr.arpa.               CNAME 60.customers.113.0.203.in-addr.arpa.
        60.customers.113.0.203.in-addr.arpa.     CNAME 60.113.0.203.in-addr.arpa.
      `,
      hosts: { "203.0.113.60": server("circle.example.com") },
    },
    {
      id: "delegated-to-nowhere",
      target: "203.0.113.61",
      title: "Handed on to a zone that is not there",
      note: "RFC 2317 begun and not finished: the alias leads into a zone whose server has no address.",
      records: `
        61.113.0.203.in-addr.arpa.               CNAME 61.60/30.113.0.203.in-addr.arpa.
        60/30.113.0.203.in-addr.arpa.            NS    ns.unfinished.example.com.
      `,
      hosts: { "203.0.113.61": server("unfinished.example.com") },
    },
  ],
};

type OwnZone = Omit<NonNullable<Sample["zones"]>[number], "apex" | "ns" | "records"> & {
  readonly ns?: readonly string[];
};

/** A server that is in order but for its reverse zone, which consists of its own reverse name. */
function ownReverseZone(last: number, zone: OwnZone) {
  const [address, name] = [`203.0.113.${last}`, `trouble-${last}.example.com`];
  return {
    target: address,
    records: `${name}. A ${address}`,
    zones: [{ apex: `${last}.113.0.203.in-addr.arpa`, ns: HOSTER, records: `@ PTR ${name}.`, ...zone }],
    hosts: { [address]: server(name) },
  };
}
