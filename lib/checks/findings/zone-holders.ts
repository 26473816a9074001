/** Where the zone cut lies that the PTR record stands below. */
export type ReverseCut =
  /** At the address block. */
  | "block"
  /** At the address itself. */
  | "address"
  /** The reverse name is an alias into another zone (RFC 2317). */
  | "alias"
  /** Above the block: only the registries hold anything there. */
  | "undelegated"
  /** The zone could not be found out. */
  | "unknown";

/** Who can set the PTR record. Stored in reports: never reused or renamed. */
export type PtrOwner =
  /** The reverse zone is run by the very party that runs the server's name. */
  | "yours"
  /** A provider known by its reverse zone or by the name it gave. */
  | "provider"
  /** A provider known by its network number alone, which resellers share. */
  | "provider-likely"
  /** Whoever runs a zone handed on for this address, be it by an alias (RFC 2317) or for the address itself. */
  | "delegated"
  /** The holder of the address block, whom we have no guide for. */
  | "holder"
  /** No reverse zone is delegated for the block. */
  | "undelegated"
  | "unknown";

/** Who can publish the forward record. */
export type ForwardOwner =
  /** Whoever runs the name servers of the name's zone. */
  | "zone"
  /** The domain of the name is not delegated: somebody has to register it first. */
  | "not-registered"
  /** No name is known yet. */
  | "no-name"
  | "unknown";

/** One of them, with what it rests on. */
export interface Holder<Code extends string> {
  readonly outcome: Code;
  readonly evidence?: Readonly<Record<string, readonly string[]>>;
}

/** Who can change what, each with its evidence. */
export interface ZoneHolders {
  readonly ptr: Holder<PtrOwner>;
  readonly forward: Holder<ForwardOwner>;
}
