import type { IpAddress } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";
import type { HttpsExchange } from "./https.ts";
import type { LookupOf } from "./lookup.ts";
import type { SmtpSession } from "./smtp.ts";

/** How a domain asks for encryption on the way to it, and for reports about it. None of this is about what it sends. */

/** MTA-STS (RFC 8461). */
export interface MtaSts {
  readonly domain: DomainName;
  /** `_mta-sts.<domain>` */
  readonly record: LookupOf<"TXT">;
  /** A CNAME at the same name; asked where a record stands there. */
  readonly alias?: LookupOf<"CNAME">;
  /** The policy file; not fetched where there is no record. */
  readonly policy?: HttpsExchange;
}

/** TLS reporting (RFC 8460): `_smtp._tls.<domain>`. */
export interface TlsReporting {
  readonly domain: DomainName;
  readonly record: LookupOf<"TXT">;
  /** A CNAME at the same name; asked where a record stands there. */
  readonly alias?: LookupOf<"CNAME">;
}

/** BIMI: `default._bimi.<domain>`, and of the organisational domain where that is another. */
export interface Bimi {
  readonly domain: DomainName;
  readonly record: LookupOf<"TXT">;
  readonly organisation?: { readonly domain: DomainName; readonly record: LookupOf<"TXT"> };
  /** What `l=` of the record that counts leads to; absent where no record can be used. */
  readonly logo?: HttpsExchange;
  /** What `a=` leads to, where it names something. */
  readonly certificate?: MarkCertificate;
}

/** The certificate behind a logo (a mark certificate), as far as it came. */
export interface MarkCertificate {
  readonly exchange: HttpsExchange;
  /** When it is valid, in epoch milliseconds, where what came begins with a certificate in PEM. */
  readonly validity?: { readonly from: number; readonly until: number };
}

/** One MX host as DANE sees it (RFC 7672). */
export interface DaneHost {
  readonly name: DomainName;
  /** `_25._tcp.<base>` */
  readonly tlsa: LookupOf<"TLSA">;
  /** The name the TLSA records stand under (the TLSA base domain), where that is another than `name`: it is the SNI. */
  readonly base?: DomainName;
  /** Where there are signed TLSA records to compare with: the addresses the check has room for. */
  readonly sessions: readonly HeldSession[];
}

/** A session with one address of an MX host, held under its name. */
export interface HeldSession {
  readonly address: IpAddress;
  readonly session: SmtpSession;
}

/** What the MX hosts of a domain show in TLS, each asked under its own name (RFC 8461 section 4.2). */
export interface MxSessions {
  readonly domain: DomainName;
  readonly hosts: readonly { readonly name: DomainName; readonly sessions: readonly HeldSession[] }[];
}

/** Which authorities may issue certificates for the MX hosts (RFC 8659). */
export interface CaaOfHosts {
  readonly domain: DomainName;
  /**
   * For each host the questions from its name upwards, to the first name that has CAA records (section 3); the last one
   * decides.
   */
  readonly hosts: readonly { readonly name: DomainName; readonly lookups: readonly LookupOf<"CAA">[] }[];
}

/** DANE for the hosts behind a domain's MX records, at most ten. */
export interface Dane {
  readonly domain: DomainName;
  readonly hosts: readonly DaneHost[];
}
