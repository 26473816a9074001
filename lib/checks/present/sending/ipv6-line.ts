import { text } from "../../net/safe-text.ts";
import type { SeenAddress, Wish } from "./sending-input.ts";
import { type Look, lookAt } from "./tick.ts";

/** Whether an address is one of IPv6. */
export const isV6 = (address: string): boolean => address.includes(":");

/**
 * IPv6 is complete where every IPv6 address of the name has its PTR record, and deliberately off where the plan says so
 * and the name has none. Left open, it is what servers prefer as soon as they have it.
 */
export function ipv6Look(seen: SeenAddress, { ipv6Off, addresses, name }: Wish): Look {
  const { address } = seen;
  if (isV6(address)) return ownLook(seen);
  const look = lookAt(seen, ["ipv6-parity"]);
  const absent = look.outcome === "absent";
  if (ipv6Off) {
    if (absent)
      return { ...look, tick: "done", says: text`IPv6 is deliberately off, and the name has no IPv6 address.` };
    if (look.tick === "waits" || look.tick === "unknown") return look;
    return {
      ...look,
      tick: "improve",
      says: text`IPv6 is to be off, but the name of ${address} also has an IPv6 address.`,
      does: text`Remove the AAAA record of ${name}, or let the server send over IPv4 only.`,
    };
  }
  if (!absent) return look;
  if (addresses.some(isV6))
    return { ...look, tick: "done", says: text`The IPv6 addresses of this plan are looked at on their own.` };
  return {
    ...look,
    tick: "open",
    says: text`There is no IPv6 address. A server with IPv6 uses it as soon as it can.`,
    does: text`Add the server's IPv6 address to this plan, or say that IPv6 is deliberately off.`,
  };
}

function ownLook(seen: SeenAddress): Look {
  const look = lookAt(seen, ["reverse-dns", "fcrdns"]);
  return look.tick === "done" ? { ...look, says: text`${seen.address} has a forward-confirmed PTR record.` } : look;
}
