import type { IpAddress } from "../address.ts";
import type { DomainName } from "../name.ts";
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
}

/** One MX host as DANE sees it (RFC 7672). */
export interface DaneHost {
  readonly name: DomainName;
  /** `_25._tcp.<host>` */
  readonly tlsa: LookupOf<"TLSA">;
  /** Where there are TLSA records to compare with. */
  readonly sessions: readonly { readonly address: IpAddress; readonly session: SmtpSession }[];
}

/** DANE for the hosts behind a domain's MX records, at most ten. */
export interface Dane {
  readonly domain: DomainName;
  readonly hosts: readonly DaneHost[];
}
