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
      note: "There is no PTR, and the server's name is an alias (CNAME), which many providers refuse: that is to be mended first.",
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
      note: "The server calls itself localhost: the plan asks which name it shall have.",
      hosts: { "203.0.113.35": server("localhost") },
      expects: { "reverse-dns": "none" },
    },
  ],
};
