import { type Section, server } from "./sample.ts";

/** Host names, and what they lead to. */
export const hosts: Section = {
  title: "Host names",
  samples: [
    {
      id: "host-without-address",
      target: "text-only.example.com",
      title: "A name without an address",
      note: "The name exists and has only a TXT record.",
      records: `text-only.example.com. TXT "nothing to see"`,
      expects: { "host-addresses": "none" },
    },
    {
      id: "host-nxdomain",
      target: "no-such-host.example.com",
      title: "A name that does not exist",
      note: "A typing mistake looks like this.",
      expects: { "host-addresses": "nxdomain" },
    },
    {
      id: "host-private",
      target: "inside.example.com",
      title: "A name with a private address",
      note: "The address is never dialled: receivers could not reach it either.",
      records: "inside.example.com. A 10.20.30.40",
      expects: { "host-addresses": "only-private" },
    },
    {
      id: "host-some-private",
      target: "both-sides.example.com",
      title: "A public and a private address",
      note: "The inside view of the zone has leaked out.",
      records: `
        both-sides.example.com.      A    203.0.113.220
        both-sides.example.com.      A    192.168.7.7
        220.113.0.203.in-addr.arpa.  PTR  both-sides.example.com.
      `,
      hosts: { "203.0.113.220": server("both-sides.example.com") },
      expects: { "host-addresses": "some-private", fcrdns: "pass" },
    },
    {
      id: "helo-spf-fail",
      target: "203.0.113.221",
      title: "SPF of the EHLO name says no",
      note: "Bounces have no sender: receivers then ask for the SPF record of the EHLO name.",
      records: `
        221.113.0.203.in-addr.arpa.  PTR  no-bounces.example.com.
        no-bounces.example.com.      A    203.0.113.221
        no-bounces.example.com.      TXT  "v=spf1 -all"
      `,
      hosts: { "203.0.113.221": server("no-bounces.example.com") },
      expects: { "helo-spf": "fail" },
    },
  ],
};
