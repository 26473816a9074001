import type { IpAddress } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";
import type { FailedLookup, LookupOf } from "./lookup.ts";

/** One name server of a zone, asked itself. */
export interface AuthorityServer {
  readonly name: DomainName;
  /** One address of each family, and what it said to a question that desires no recursion. */
  readonly answers: readonly AuthorityAnswer[];
  /** Addresses that nobody outside can ask (the guard's word). */
  readonly refused: readonly IpAddress[];
  /** Questions for its addresses that got no answer: it may have more of them. */
  readonly open: readonly FailedLookup[];
}

export interface AuthorityAnswer {
  readonly address: IpAddress;
  readonly lookup: LookupOf<"PTR">;
  /** What it said when it was asked again, in order; absent where it was asked once. */
  readonly again?: readonly LookupOf<"PTR">[];
}

/** The NS records of a zone at both sides of the cut (RFC 1034 section 4.2.2 wants them to be the same). */
export interface Delegation {
  /** The zone above, whose servers delegate; undefined where it was not found. */
  readonly parent?: DomainName;
  /** The delegation, asked at one of the parent's servers: a referral that names the zone's servers. */
  readonly delegated: LookupOf<"NS">;
  /** The zone's own, by one of its servers. */
  readonly own: LookupOf<"NS">;
}

/** What each name server of the reverse zone says of the PTR record. */
export type ReverseAuthority =
  | {
      readonly kind: "asked";
      /** Where the PTR record lives, which is what they were asked for. */
      readonly owner: DomainName;
      readonly zone: DomainName;
      readonly servers: readonly AuthorityServer[];
      /** Absent in old reports and where nobody could be asked. */
      readonly delegation?: Delegation;
      /** Name servers beyond those we ask. */
      readonly leftOut: number;
    }
  /** The zone that would hold it is a registry's: nothing is delegated for this address. Nobody was asked. */
  | { readonly kind: "undelegated"; readonly zone: DomainName }
  /** The zone or its name servers could not be found out. */
  | { readonly kind: "failed"; readonly lookup: FailedLookup };

/** The PTR record as one public resolver sees it. */
export interface ResolverView {
  /** Who runs it. */
  readonly name: string;
  readonly address: IpAddress;
  readonly lookup: LookupOf<"PTR">;
  /** When it answered, in epoch milliseconds: its TTL counts from here. */
  readonly at: number;
}
