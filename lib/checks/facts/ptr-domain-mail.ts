import type { IpAddress } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";
import type { Lookup, LookupOf } from "./lookup.ts";

/** Whether mail to the organisation behind the PTR name could go anywhere: no mailbox is asked for. */
export interface PtrDomainMail {
  /** The PTR name, and its organisational domain. */
  readonly name: DomainName;
  readonly domain: DomainName;
  readonly mx: LookupOf<"MX">;
  /** Both address RRsets of the domain, asked where it has no MX record (RFC 5321 section 5.1). */
  readonly addresses?: readonly Lookup<IpAddress>[];
}
