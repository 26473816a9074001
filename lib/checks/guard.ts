import { type Cidr, isInside, type IpAddress } from "./address.ts";
import { classify, type SpecialBlock } from "./special-purpose.ts";

/** What the guard says of one address. */
export type Permission =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly block: SpecialBlock };

export type Guard = (address: IpAddress) => Permission;

/**
 * Judges the very address handed to `connect`, on canonical bytes: only globally reachable unicast passes, and what
 * the operator's `ALLOW_TARGETS` names. Addresses that carry another one inside (mapped, NAT64, 6to4, Teredo, ISATAP)
 * are judged by both.
 */
export function createGuard(allowed: readonly Cidr[] = []): Guard {
  return (address) => {
    const block = classify(address);
    if (!block || allowed.some((cidr) => isInside(address, cidr))) return { allowed: true };
    return { allowed: false, block };
  };
}
