import type { DomainName } from "./domain-name.ts";
import { asName } from "./domain-name.ts";

declare const canonical: unique symbol;

/** An IP address in canonical text: dotted quad, or RFC 5952 for IPv6, so that equality is `===`. */
export type IpAddress = string & { readonly [canonical]: "ip" };
export type Family = 4 | 6;

/** Reads one address strictly: four decimal octets without leading zeros, or RFC 4291 section 2.2 without a zone. */
export function parseAddress(input: string): IpAddress | undefined {
  const bytes = input.includes(":") ? parse6(input) : parse4(input);
  return bytes && addressFromBytes(bytes);
}

/** The IPv4 address of an IPv4-mapped one (RFC 4291 section 2.5.5.2): what a dual-stack program logs for an IPv4 peer. */
export function unmapped(address: IpAddress): IpAddress {
  const inner = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  return inner === undefined ? address : (inner as IpAddress);
}

export const family = (address: IpAddress): Family => (address.includes(":") ? 6 : 4);

/** The 4 or 16 octets of an address. */
export function bytesOf(address: IpAddress): Uint8Array {
  const bytes = family(address) === 6 ? parse6(address) : parse4(address);
  if (!bytes) throw new Error(`not a canonical address: ${address}`);
  return bytes;
}

/** Canonical text of 4 or 16 octets. */
export function addressFromBytes(bytes: Uint8Array): IpAddress {
  if (bytes.length === 4) return `${bytes[0]}.${bytes[1]}.${bytes[2]}.${bytes[3]}` as IpAddress;
  return format6(bytes) as IpAddress;
}

/** The address as one unsigned number, for arithmetic on ranges. */
export function toBigInt(address: IpAddress): bigint {
  return bytesOf(address).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

export function fromBigInt(value: bigint, of: Family): IpAddress {
  const length = of === 4 ? 4 : 16;
  return addressFromBytes(
    Uint8Array.from({ length }, (_, i) => Number((value >> BigInt(8 * (length - 1 - i))) & 0xffn)),
  );
}

/** The block of so many octets that an address is in, by its first address. */
export const blockOf = (address: IpAddress, octets: number): IpAddress =>
  addressFromBytes(bytesOf(address).map((byte, i) => (i < octets ? byte : 0)));

/**
 * The network of an address, as far as can be told without asking: one household or machine has a /64 of IPv6, and often
 * neighbours in a /24 of IPv4. A mapped address is the IPv4 one.
 */
export function networkOf(address: IpAddress): IpAddress {
  const own = unmapped(address);
  return blockOf(own, family(own) === 4 ? 3 : 8);
}

/** The owner name of the address's PTR record (RFC 1035 section 3.5, RFC 3596 section 2.5). */
export function reverseName(address: IpAddress): DomainName {
  return asName(`${reverseLabels(address)}.${family(address) === 4 ? "in-addr.arpa" : "ip6.arpa"}`);
}

/** The address's labels as reverse zones and RFC 5782 blocklists spell them: octets, or nibbles for IPv6, reversed. */
export function reverseLabels(address: IpAddress): string {
  // Canonical text has the octets as they are spelled there.
  if (family(address) === 4) return address.split(".").reverse().join(".");
  const bytes = [...bytesOf(address)];
  const units = bytes.flatMap((b) => [(b >> 4).toString(16), (b & 15).toString(16)]);
  return units.reverse().join(".");
}

/** A block of addresses: its first octets and how many leading bits count. */
export interface Cidr {
  readonly address: IpAddress;
  readonly bits: number;
}

/** Reads `address/bits` or a single address. Bits of the host part may be set; they do not count. */
export function parseCidr(input: string): Cidr | undefined {
  const [text = "", bits, ...rest] = input.trim().split("/");
  const address = parseAddress(text);
  if (!address || rest.length > 0) return undefined;
  const max = family(address) === 4 ? 32 : 128;
  if (bits === undefined) return { address, bits: max };
  return /^(0|[1-9]\d{0,2})$/.test(bits) && Number(bits) <= max ? { address, bits: Number(bits) } : undefined;
}

/** Whether an address lies in a block of the same family. */
export function isInside(address: IpAddress, block: Cidr): boolean {
  if (family(address) !== family(block.address)) return false;
  const a = read(address);
  const b = blockBytes(block);
  for (let i = 0, left = block.bits; left > 0; i++, left -= 8) {
    const counting = left >= 8 ? 0xff : (0xff00 >> left) & 0xff;
    if ((((a[i] ?? 0) ^ (b[i] ?? 0)) & counting) !== 0) return false;
  }
  return true;
}

/** One address is held against a whole registry of blocks: neither is read again for each. Nobody changes these octets. */
let latest: { readonly address: IpAddress; readonly bytes: Uint8Array } | undefined;
function read(address: IpAddress): Uint8Array {
  if (latest?.address !== address) latest = { address, bytes: bytesOf(address) };
  return latest.bytes;
}
const blocks = new WeakMap<Cidr, Uint8Array>();
function blockBytes(block: Cidr): Uint8Array {
  const known = blocks.get(block) ?? bytesOf(block.address);
  blocks.set(block, known);
  return known;
}

/** Digit by digit: every record of type A, and every address of a log's line, comes by here. */
function parse4(input: string): Uint8Array | undefined {
  if (input.length < 7 || input.length > 15) return undefined;
  const octets = new Uint8Array(4);
  let [place, octet, digits] = [0, 0, 0];
  for (let i = 0; i < input.length; i++) {
    const code = input.charCodeAt(i);
    if (code === DOT) {
      if (digits === 0 || place === 3) return undefined;
      octets[place++] = octet;
      octet = digits = 0;
      continue;
    }
    const digit = code - ZERO;
    // No leading zeros: some read those as octal.
    if (digit < 0 || digit > 9 || (digits > 0 && octet === 0)) return undefined;
    octet = octet * 10 + digit;
    digits++;
    if (octet > 255) return undefined;
  }
  if (place !== 3 || digits === 0) return undefined;
  octets[3] = octet;
  return octets;
}
const [DOT, ZERO] = [0x2e, 0x30];

function parse6(input: string): Uint8Array | undefined {
  if (!/^[0-9a-f:.]{2,45}$/i.test(input)) return undefined;
  const halves = input.split("::");
  if (halves.length > 2) return undefined;
  const [head, tail] = [groups(halves[0] ?? "", halves.length === 1), groups(halves[1] ?? "", true)];
  if (!head || !tail) return undefined;
  const missing = 8 - head.length - tail.length;
  // "::" stands for at least one group of zeros.
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const all = [...head, ...Array<number>(missing).fill(0), ...tail];
  return Uint8Array.from(all.flatMap((group) => [group >> 8, group & 0xff]));
}

/** The 16-bit groups of one side of "::"; the last may be a dotted quad where the address ends there. */
function groups(side: string, ends: boolean): number[] | undefined {
  if (side === "") return [];
  const out: number[] = [];
  const texts = side.split(":");
  for (const [i, text] of texts.entries()) {
    if (text.includes(".")) {
      const quad = ends && i === texts.length - 1 ? parse4(text) : undefined;
      if (!quad) return undefined;
      const [a = 0, b = 0, c = 0, d = 0] = quad;
      out.push((a << 8) | b, (c << 8) | d);
    } else if (/^[0-9a-f]{1,4}$/i.test(text)) out.push(Number.parseInt(text, 16));
    else return undefined;
  }
  return out;
}

/** RFC 5952: lowercase, no leading zeros, the longest run of two or more zero groups (the first of equals) as "::". */
function format6(bytes: Uint8Array): string {
  const groups = Array.from({ length: 8 }, (_, i) => ((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0));
  // Section 5: the well-known mapped prefix keeps its dotted quad.
  if (groups.slice(0, 5).every((g) => g === 0) && groups[5] === 0xffff) return `::ffff:${bytes.slice(12).join(".")}`;
  let best = { start: -1, length: 1 };
  for (let i = 0; i < 8; i++) {
    let end = i;
    while (end < 8 && groups[end] === 0) end++;
    if (end - i > best.length) best = { start: i, length: end - i };
  }
  const hex = groups.map((g) => g.toString(16));
  if (best.start < 0) return hex.join(":");
  return `${hex.slice(0, best.start).join(":")}::${hex.slice(best.start + best.length).join(":")}`;
}

/** How many addresses a range has. */
export const sizeOf = ({ first, last }: { readonly first: IpAddress; readonly last: IpAddress }): bigint =>
  // Most ranges are one address, and long numbers are slow.
  first === last ? 1n : toBigInt(last) - toBigInt(first) + 1n;

/** The address so many places into a range. */
export const addressAt = (first: IpAddress, offset: bigint): IpAddress =>
  offset === 0n ? first : fromBigInt(toBigInt(first) + offset, family(first));
