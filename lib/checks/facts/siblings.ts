import type { IpAddress } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";
import type { ForwardLookup, LookupOf } from "./lookup.ts";
import type { SpfEvaluation } from "./spf.ts";

/** Another IPv6 address of the same server, found under its name. */
export interface Sibling {
  readonly address: IpAddress;
  /** The name that has this address too. */
  readonly name: DomainName;
  readonly reverse: LookupOf<"PTR">;
  readonly forward: readonly ForwardLookup[];
  /** check_host() for it and the sending domain; undefined where there is none. */
  readonly spf: SpfEvaluation | undefined;
}

/** The IPv6 side of a server: the AAAA records of its names, and what each of them leads to. */
export interface Siblings {
  /** The AAAA RRset of each name. */
  readonly lookups: readonly LookupOf<"AAAA">[];
  /** At most four, the address itself left out. */
  readonly addresses: readonly Sibling[];
  /** Further ones that were not looked at: at most four are, and as many as the check has room for. */
  readonly leftOut?: number;
  /** The names could not be found out: the PTR question failed. */
  readonly namesUnknown: boolean;
}
