import { reverseName } from "../../net/address.ts";
import { ip } from "../facts.ts";
import { type Section, server } from "./sample.ts";

/** The reverse zone of 2001:db8:34::/48, at a provider whose name servers give it away. */
const PROVIDERS_V6 = reverseName(ip("2001:db8:34::")).split(".").slice(20).join(".");

/** Who can set the PTR record, and what a request for one is sent back for. */
export const owners: Section = {
  title: "Who can change it",
  samples: [
    {
      id: "provider-known",
      target: "2001:db8:34::25",
      title: "No PTR, at a provider we know",
      note: "The reverse zone's name servers tell which provider it is: its own guide, filled in, and a ticket ready to send.",
      records: "post.example.com. AAAA 2001:db8:34::25",
      zones: [
        { apex: "your-server.de", ns: ["ns1.your-server.de"], records: "ns1 A 198.51.100.55" },
        { apex: PROVIDERS_V6, ns: ["ns1.your-server.de"] },
      ],
      hosts: { "2001:db8:34::25": server("post.example.com") },
      expects: { "reverse-dns": "none" },
    },
    {
      id: "ticket-alias",
      target: "203.0.113.34",
      title: "A ticket that would come back",
      note: "There is no PTR, and the server's name is an alias (CNAME), which many providers refuse: that is to be fixed first.",
      records: `
        outgoing.example.com.               CNAME rack-7.example.com.
        rack-7.example.com.                 A     203.0.113.34
      `,
      hosts: { "203.0.113.34": server("outgoing.example.com") },
      expects: { "reverse-dns": "none" },
    },
    {
      id: "reverse-zone-yours",
      target: "203.0.113.131",
      title: "No PTR, in a zone handed on to you (RFC 2317)",
      note: "The hosting company handed the name on, and the zone it leads to is with the DNS host of the server's own name: no ticket is needed.",
      records: `
        131.113.0.203.in-addr.arpa.         CNAME 131.128/26.113.0.203.in-addr.arpa.
        forgotten.example.com.              A     203.0.113.131
      `,
      hosts: { "203.0.113.131": server("forgotten.example.com") },
      expects: { "reverse-dns": "alias-to-nothing" },
    },
    {
      id: "nameless",
      target: "203.0.113.35",
      title: "No PTR, and no name to ask for",
      note: "The server calls itself localhost: the plan asks which name it should have.",
      hosts: { "203.0.113.35": server("localhost") },
      expects: { "reverse-dns": "none" },
    },
    {
      id: "hosted-mail",
      target: "203.0.113.36",
      options: { from: "hosted-mail.example.org" },
      title: "Mail hosted at a shared sender",
      note: "An outbound address of Microsoft 365: its name is the provider's, and what is the customer's is SPF, DKIM and DMARC.",
      zones: [
        {
          apex: "outlook.com",
          ns: ["ns1.outlook.com"],
          records: `
            ns1 A 198.51.100.56
            mail-am6eur05on2036.outbound.protection A 203.0.113.36
            mail-am6eur05on2037.outbound.protection A 203.0.113.37
          `,
        },
      ],
      records: `
        36.113.0.203.in-addr.arpa.          PTR   mail-am6eur05on2036.outbound.protection.outlook.com.
        hosted-mail.example.org.            MX    10 mx.example.org.
        hosted-mail.example.org.            TXT   "v=spf1 ip4:203.0.113.36 -all"
        _dmarc.hosted-mail.example.org.     TXT   "v=DMARC1; p=reject"
      `,
      expects: { "shared-sender": "shared", fcrdns: "pass", spf: "pass" },
    },
    {
      id: "hosted-look-alike",
      target: "203.0.113.37",
      title: "A name like a shared sender's, in another network",
      note: "The name is one of Microsoft 365's, but another network announces the address.",
      records: "37.113.0.203.in-addr.arpa.          PTR   mail-am6eur05on2037.outbound.protection.outlook.com.",
      hosts: { "203.0.113.37": server("mail-am6eur05on2037.outbound.protection.outlook.com") },
      expects: { "shared-sender": "none" },
    },
  ],
};
