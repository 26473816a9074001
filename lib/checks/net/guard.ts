import { type Cidr, family, type IpAddress, isInside } from "./address.ts";
import { classify, embeddedAddresses, type SpecialBlock } from "./special-purpose.ts";

/** What the guard says of one address. */
export type Permission = { readonly allowed: true } | { readonly allowed: false; readonly block: SpecialBlock };

export type Guard = (address: IpAddress) => Permission;

/**
 * Judges the very address handed to `connect`, on canonical bytes: only globally reachable unicast that is not our own
 * passes, and what the operator's `ALLOW_TARGETS` names. Addresses that carry another one inside (mapped, NAT64, 6to4,
 * Teredo, ISATAP) are judged by both: an allowed range opens neither the IPv4 addresses hidden in it, nor the IPv6
 * disguises of the addresses it names. Who asked not to be looked at is denied in every disguise, whatever is allowed.
 */
export function createGuard(
  allowed: readonly Cidr[] = [],
  isOwn: (address: IpAddress) => boolean = () => false,
  isOptedOut: (address: IpAddress) => boolean = () => false,
): Guard {
  const named = (address: IpAddress) => allowed.some((cidr) => isInside(address, cidr));
  const denies = (address: IpAddress) => classify(address) ?? (isOwn(address) ? ownBlock(address) : undefined);
  const open = (address: IpAddress) => !denies(address) || named(address);
  return (address) => {
    const embedded = embeddedAddresses(address);
    if ([address, ...embedded].some(isOptedOut)) return { allowed: false, block: optedOutBlock(address) };
    const hidden = embedded.find((inner) => !classify(inner) && isOwn(inner));
    const block = denies(address) ?? (hidden && { ...ownBlock(hidden), embedded: hidden });
    if (!block) return { allowed: true };
    return named(address) && embedded.every(open) ? { allowed: true } : { allowed: false, block };
  };
}

/** Whether what is denied is a public address, of which others may know what we do not. */
export const isPublic = ({ kind }: SpecialBlock): boolean => kind === "own" || kind === "opted-out";

/** Public, and let alone because its holder asked for that. */
const optedOutBlock = (address: IpAddress): SpecialBlock => ({
  ...ownBlock(address),
  name: "its holder asked this service not to look at it",
  kind: "opted-out",
});

/** Why an address of this service is denied like a private one: what listens there trusts its own machine. */
const ownBlock = (address: IpAddress): SpecialBlock => ({
  cidr: `${address}/${family(address) === 4 ? 32 : 128}`,
  name: "this service's own address",
  rfc: "",
  kind: "own",
});
