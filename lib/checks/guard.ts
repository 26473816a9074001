import { type Cidr, type IpAddress, isInside } from "./address.ts";
import { classify, embeddedAddresses, type SpecialBlock } from "./special-purpose.ts";

/** What the guard says of one address. */
export type Permission = { readonly allowed: true } | { readonly allowed: false; readonly block: SpecialBlock };

export type Guard = (address: IpAddress) => Permission;

/**
 * Judges the very address handed to `connect`, on canonical bytes: only globally reachable unicast passes, and what
 * the operator's `ALLOW_TARGETS` names. Addresses that carry another one inside (mapped, NAT64, 6to4, Teredo, ISATAP)
 * are judged by both: an allowed range opens neither the IPv4 addresses hidden in it, nor the IPv6 disguises of the
 * addresses it names.
 */
export function createGuard(allowed: readonly Cidr[] = []): Guard {
  const named = (address: IpAddress) => allowed.some((cidr) => isInside(address, cidr));
  const open = (address: IpAddress) => !classify(address) || named(address);
  return (address) => {
    const block = classify(address);
    if (!block) return { allowed: true };
    return named(address) && embeddedAddresses(address).every(open) ? { allowed: true } : { allowed: false, block };
  };
}
