import type { Remedy } from "../report/report.ts";

/** Short spellings of what reports keep of the way out, for table tests. */
export const SEEN = { at: "2026-11-22T14:02:11.000Z", url: "https://np.example/r/abc" };

type Wanted = NonNullable<Remedy["wanted"]>;

/** A name that resolves to the address of `remedy()`. */
export const wanted = (more: Partial<Wanted> = {}): Wanted => ({
  name: "mail.example.com",
  origin: "ehlo",
  leads: "back",
  addresses: ["203.0.113.10"],
  ttl: 300,
  ...more,
});

/** A server without a PTR record, at a provider we do not know; its name is fine. */
export const remedy = (more: Partial<Remedy> = {}): Remedy => ({
  subject: "203.0.113.10",
  address: "203.0.113.10",
  type: "A",
  ptr: [],
  ehlo: "mail.example.com",
  wanted: wanted(),
  owners: {
    ptr: { outcome: "holder", evidence: { owner: ["10.113.0.203.in-addr.arpa"], zone: ["113.0.203.in-addr.arpa"] } },
    forward: { outcome: "zone", evidence: { name: ["mail.example.com"], zone: ["example.com"] } },
  },
  ...more,
});
