/** Who is where in the lab's internet. All of it lies in documentation ranges (RFC 5737, RFC 3849). */

/** Unbound: what Nameplate, Postfix and Exim ask. */
export const RESOLVER = "203.0.113.53";
/** Another Unbound, which does not validate: it stands for the public resolvers. */
export const PUBLIC_RESOLVER = "203.0.113.54";
/** NSD: authoritative for the root and for everything that is not a blocklist. */
export const AUTHORITY = "198.51.100.53";
/** rbldnsd: the blocklists. */
export const LISTS = "198.51.100.54";
/** Nobody listens here. */
export const NOBODY = "198.51.100.55";

/** A mail server of the lab: its addresses, and what it calls itself. */
export interface Place {
  readonly addresses: readonly string[];
  readonly name: string;
}

export const POSTFIX: Place = { addresses: ["203.0.113.10", "2001:db8:10::10"], name: "mail.example.net" };
export const POSTSCREEN: Place = { addresses: ["203.0.113.20"], name: "screen.example.net" };
/** Postfix that turns everybody away in its greeting. */
export const REFUSING: Place = { addresses: ["203.0.113.21"], name: "refusing.example.net" };
/** Addresses at which the same Postfix answers as its PTR record, or the lack of one, is what matters. */
export const PTR_CASES = [12, 13, 14, 15, 16, 17, 18, 19, 33, 70, 91, 92, 93, 97].map((last) => `203.0.113.${last}`);
export const EXIM: Place = { addresses: ["203.0.113.60", "2001:db8:60::60"], name: "mx.example.org" };
/** Exim that says 451 instead of a greeting. */
export const DEFERRING: Place = { addresses: ["203.0.113.61"], name: "later.example.org" };
export const LISTED: Place = { addresses: ["203.0.113.62"], name: "listed.example.org" };
/** Exim under the name of another server, which lies in another domain. */
export const MISNAMED: Place = { addresses: ["203.0.113.64"], name: "mail.example.net" };
/** Exim that was never told its name. */
export const NAMELESS: Place = { addresses: ["203.0.113.65"], name: "localhost" };
export const OPENSMTPD: Place = { addresses: ["203.0.113.63"], name: "open.example.org" };
/** An address with a name, and nothing on port 25. */
export const CLOSED: Place = { addresses: ["203.0.113.90"], name: "closed.example.net" };

export const ADDRESSES: readonly string[] = [
  RESOLVER,
  PUBLIC_RESOLVER,
  AUTHORITY,
  LISTS,
  NOBODY,
  ...PTR_CASES,
  ...[POSTFIX, POSTSCREEN, REFUSING, EXIM, DEFERRING, LISTED, MISNAMED, NAMELESS, OPENSMTPD, CLOSED].flatMap(
    ({ addresses }) => addresses,
  ),
];
