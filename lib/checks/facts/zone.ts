import type { DomainName } from "../net/domain-name.ts";
import type { Failure, LookupOf } from "./lookup.ts";

/** A zone as its parent and its own apex describe it. */
export interface Zone {
  /** The apex: where the zone cut is. */
  readonly name: DomainName;
  readonly soa: LookupOf<"SOA">;
  readonly ns: LookupOf<"NS">;
}

/** The zone that holds an address's PTR record. */
export type ReverseZone =
  | {
      readonly kind: "found";
      /** Where the PTR record lives: the reverse name, or what its aliases lead to (RFC 2317). */
      readonly owner: DomainName;
      /** The zone of `owner`. */
      readonly zone: Zone;
      /** With RFC 2317: the zone of the reverse name itself, which holds the alias. */
      readonly aliasZone?: Zone;
    }
  | { readonly kind: "failed"; readonly reason: Failure; readonly name: DomainName };
