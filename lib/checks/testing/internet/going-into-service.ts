import { type Section, server } from "./sample.ts";

/**
 * A customer of many servers, shop.example.org: an address that goes into service, one that mail moves to, and a second
 * site for the day when the first one fails. SPF covers what sends today.
 */
export const goingIntoService: Section = {
  title: "Before you send",
  samples: [
    {
      id: "new-address",
      target: "203.0.113.240",
      options: { from: "shop.example.org", helo: "mail01.shop.example.org", selector: "s1" },
      title: "An address that goes into service",
      note: "The address record is there; PTR record, SPF and DKIM key are still missing.",
      records: `
        shop.example.org.                   MX   10 mx.example.org.
        shop.example.org.                   TXT  "v=spf1 ip4:203.0.113.241 ip4:203.0.113.243 -all"
        _dmarc.shop.example.org.            TXT  "v=DMARC1; p=quarantine"
        mail01.shop.example.org.            A    203.0.113.240
      `,
      hosts: { "203.0.113.240": server("mail01.shop.example.org") },
      expects: { "reverse-dns": "none", spf: "fail", "dkim-keys": "missing" },
    },
    {
      id: "move-from",
      target: "203.0.113.241",
      options: { from: "shop.example.org" },
      title: "An address that mail moves away from",
      note: "In order, and what the new address is compared with.",
      records: `
        241.113.0.203.in-addr.arpa.         PTR  old.shop.example.org.
        old.shop.example.org.               A    203.0.113.241
      `,
      hosts: { "203.0.113.241": server("old.shop.example.org") },
      expects: { fcrdns: "pass", spf: "pass" },
    },
    {
      id: "move-to",
      target: "203.0.113.242",
      options: { from: "shop.example.org" },
      title: "An address that mail moves to",
      note: "It still has the provider's default PTR record, which resolves back, and SPF does not know it.",
      records: `
        242.113.0.203.in-addr.arpa.                      PTR  static.242.113.0.203.clients.your-server.de.
        static.242.113.0.203.clients.your-server.de.     A    203.0.113.242
      `,
      hosts: { "203.0.113.242": server("static.242.113.0.203.clients.your-server.de") },
      expects: { fcrdns: "pass", "generic-ptr": "cloud-default", spf: "fail" },
    },
    {
      id: "first-site",
      target: "203.0.113.243",
      options: { from: "shop.example.org" },
      title: "The first of two sites",
      note: "In order: it sends today.",
      records: `
        243.113.0.203.in-addr.arpa.         PTR  out1.shop.example.org.
        out1.shop.example.org.              A    203.0.113.243
      `,
      hosts: { "203.0.113.243": server("out1.shop.example.org") },
      expects: { fcrdns: "pass", spf: "pass" },
    },
    {
      id: "fail-over-site",
      target: "203.0.113.244",
      options: { from: "shop.example.org" },
      title: "The fail-over site",
      note: "Prepared months ago, and half forgotten: its name no longer resolves, and SPF does not know it.",
      records: "244.113.0.203.in-addr.arpa.         PTR  out2.shop.example.org.",
      hosts: { "203.0.113.244": server("out2.shop.example.org") },
      expects: { fcrdns: "fail-nxdomain", spf: "fail" },
    },
  ],
};

/** Plans and moves to try on them, as the fields of their forms. */
export const plansToTry = [
  {
    id: "plan-new",
    kind: "plan",
    title: "A new address of shop.example.org",
    note: "203.0.113.240: PTR record, SPF and DKIM key are missing.",
    fields: { from: "shop.example.org", name: "mail01.shop.example.org", addresses: "203.0.113.240", selector: "s1" },
  },
  {
    id: "plan-ready",
    kind: "plan",
    title: "An address that is ready",
    note: "203.0.113.10 of example.com, IPv6 deliberately off.",
    fields: {
      ...{ from: "example.com", name: "mail.example.com", addresses: "203.0.113.10" },
      ...{ selector: "s2026", ipv6: "off" },
    },
  },
  {
    id: "move-default-ptr",
    kind: "move",
    title: "A move to an address with the provider's default PTR",
    note: "From 203.0.113.241 to 203.0.113.242.",
    fields: {
      ...{ from: "shop.example.org", name: "mail.shop.example.org" },
      ...{ before: "203.0.113.241", after: "203.0.113.242" },
    },
  },
  {
    id: "fail-over",
    kind: "move",
    title: "A fail-over site",
    note: "203.0.113.243 fails: would 203.0.113.244 be accepted?",
    fields: {
      ...{ from: "shop.example.org", name: "out2.shop.example.org", purpose: "fail-over" },
      ...{ before: "203.0.113.243", after: "203.0.113.244" },
    },
  },
] as const;
