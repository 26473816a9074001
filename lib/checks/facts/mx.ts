import type { IpAddress } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";
import type { LookupOf } from "./lookup.ts";

/** One host that takes mail for a domain. */
export interface MailExchanger {
  readonly name: DomainName;
  readonly preference: number;
  readonly a: LookupOf<"A">;
  readonly aaaa: LookupOf<"AAAA">;
  /** The addresses the guard lets us dial. */
  readonly reachable: readonly IpAddress[];
  /** Those it does not, with what they are ("private", "loopback" …). */
  readonly refused: readonly { readonly address: IpAddress; readonly what: string }[];
  /** This service's own, which are public and not looked at. */
  readonly own?: readonly IpAddress[];
}

/** Where mail for a domain goes (RFC 5321 section 5.1). */
export interface MailExchange {
  readonly domain: DomainName;
  readonly mx: LookupOf<"MX">;
  /**
   * By preference, at most ten, null MX left out. Where there is no MX record, the domain itself, which its addresses
   * then make an implicit MX.
   */
  readonly exchangers: readonly MailExchanger[];
}
