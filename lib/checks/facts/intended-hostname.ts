import type { IpAddress } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";
import type { Failure, Lookup } from "./lookup.ts";
import type { Zone } from "./zone.ts";

/** The name a server is taken to be meant to have. */
export interface IntendedHostname {
  readonly name: DomainName;
  /** Claimed by the reader, looked up by the reader, found in the PTR record, or said by the server. */
  readonly origin: "given" | "asked" | "ptr" | "ehlo";
}

/** The intended hostname, and where it resolves to in the address's own family. */
export interface IntendedHost extends IntendedHostname {
  readonly addresses: Lookup<IpAddress>;
}

/** The zone in which the forward record of a name has to stand. */
export type ForwardZone =
  | { readonly kind: "found"; readonly name: DomainName; readonly zone: Zone }
  | { readonly kind: "failed"; readonly name: DomainName; readonly reason: Failure };
