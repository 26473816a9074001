import type { Lookup, LookupOf } from "../facts/lookup.ts";
import type { IpAddress } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";

/** Where one PTR name resolves to, in the address's own family. */
export type NameState =
  /** To the address, perhaps among others. */
  | "confirmed"
  /** To other addresses only. */
  | "elsewhere"
  | "no-address"
  | "nxdomain"
  /** The question got no answer, or was not asked because there are more names than we look up. */
  | "unknown";

/** One PTR name and where it resolves to. */
export interface PtrName {
  readonly name: DomainName;
  readonly addresses: Lookup<IpAddress>;
  readonly state: NameState;
}

/** The PTR names of an address, in the order of the answer, each with whether it resolves back. */
export interface ForwardConfirmation {
  readonly address: IpAddress;
  /** The PTR question itself: without an answer nothing is known of names. */
  readonly reverse: LookupOf<"PTR">;
  readonly names: readonly PtrName[];
  /** How many of them were looked up; the rest is beyond our limit of ten (RFC 8601 section 3 asks for one). */
  readonly followed: number;
}
