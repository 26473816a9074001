import { addressFromBytes, bytesOf, type Cidr, family, type IpAddress, isInside, parseCidr } from "./address.ts";
import {
  BEYOND_THE_REGISTRIES,
  GLOBAL_UNICAST,
  IPV4_REGISTRY,
  IPV6_REGISTRY,
  OUTSIDE_GLOBAL_UNICAST,
  type SpecialKind,
  type SpecialRow,
} from "./special-purpose-registry.ts";

/** The block that makes an address special. */
export interface SpecialBlock {
  readonly cidr: string;
  /** The registry's own name for it. */
  readonly name: string;
  readonly rfc: string;
  readonly kind: SpecialKind;
  /** The IPv4 address carried inside, where that one is what the reader may have meant, or what makes it special. */
  readonly embedded?: IpAddress;
}

/**
 * Why an address is not globally reachable unicast where a mail server can live: the most specific block it is in, or
 * the block of an IPv4 address it carries inside. Undefined for an ordinary public address.
 *
 * Stricter than IANA's "Globally Reachable" on purpose: blocks that are reachable but belong to one protocol (AS112,
 * AMT, the anycast addresses of PCP and TURN, NAT64) or name no interface at all (ORCHIDv2, DET) have no mail servers.
 */
export function classify(address: IpAddress): SpecialBlock | undefined {
  const row = specialRow(address);
  const inside = embeddedAddresses(address);
  if (row) {
    const told = inside.find((inner) => specialRow(inner)) ?? inside[0];
    return {
      ...block(row),
      ...(told && (row.kind === "translation" || row.kind === "tunnel") ? { embedded: told } : {}),
    };
  }
  // ISATAP is the one form that hides in ordinary address space.
  const embedded = inside.find((inner) => specialRow(inner));
  const why = embedded && specialRow(embedded);
  return embedded && why && { ...block(why), embedded };
}

/**
 * The IPv4 addresses an IPv6 address carries inside, in every form that some stack or router unwraps: whoever sends to
 * the one may reach the other.
 */
export function embeddedAddresses(address: IpAddress): IpAddress[] {
  // `::` and `::1` lie in the IPv4-compatible block and have been addresses of their own from the start.
  if (family(address) === 4 || address === "::" || address === "::1") return [];
  const bytes = bytesOf(address);
  const at = (...places: readonly number[]) => addressFromBytes(Uint8Array.from(places, (i) => bytes[i] ?? 0));
  const last = at(12, 13, 14, 15);
  const found: IpAddress[] = [];
  if (WRAPPED.some((cidr) => isInside(address, cidr)) || isIsatap(bytes)) found.push(last);
  if (isInside(address, SIX_TO_FOUR)) found.push(at(2, 3, 4, 5));
  // RFC 4380 section 4: the server in the clear, the client with every bit flipped.
  if (isInside(address, TEREDO)) found.push(at(4, 5, 6, 7), flipped(last));
  if (isInside(address, LOCAL_NAT64)) {
    // RFC 6052 section 2.2: a network picks its prefix length; octet 8 stays zero. What reads as 0.x.x.x is padding.
    const layouts = [at(6, 7, 9, 10), at(7, 9, 10, 11), at(9, 10, 11, 12), last];
    const likely = layouts.filter((inner) => !inner.startsWith("0."));
    found.push(...(likely.length > 0 ? likely : [last]));
  }
  return found;
}

const cidr = (text: string): Cidr => {
  const parsed = parseCidr(text);
  if (!parsed) throw new Error(`not a block: ${text}`);
  return parsed;
};

/** IPv4-mapped, IPv4-compatible, SIIT and well-known NAT64: the last four octets. */
const WRAPPED = ["::ffff:0:0/96", "::/96", "::ffff:0:0:0/96", "64:ff9b::/96"].map(cidr);
const LOCAL_NAT64 = cidr("64:ff9b:1::/48");
const SIX_TO_FOUR = cidr("2002::/16");
const TEREDO = cidr("2001::/32");
const GLOBAL = cidr(GLOBAL_UNICAST);

/** RFC 5214 section 6.1: the interface identifier 0:5efe or 200:5efe, then IPv4, under any prefix. */
const isIsatap = (bytes: Uint8Array): boolean =>
  ((bytes[8] ?? 0) & 0xfd) === 0 && bytes[9] === 0 && bytes[10] === 0x5e && bytes[11] === 0xfe;

const flipped = (address: IpAddress): IpAddress => addressFromBytes(bytesOf(address).map((byte) => byte ^ 0xff));

/** The longest prefix first, so that the first hit is the most specific. */
const TABLE = [...IPV4_REGISTRY, ...IPV6_REGISTRY, ...BEYOND_THE_REGISTRIES]
  .map((row) => ({ row, cidr: cidr(row.cidr) }))
  .toSorted((a, b) => b.cidr.bits - a.cidr.bits);

function specialRow(address: IpAddress): SpecialRow | undefined {
  const hit = TABLE.find((entry) => isInside(address, entry.cidr));
  if (hit) return hit.row;
  return family(address) === 6 && !isInside(address, GLOBAL) ? OUTSIDE_GLOBAL_UNICAST : undefined;
}

const block = ({ cidr, name, rfc, kind }: SpecialRow): SpecialBlock => ({ cidr, name, rfc, kind });
