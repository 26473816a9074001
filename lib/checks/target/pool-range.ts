import { family, fromBigInt, type IpAddress, parseAddress, parseCidr, toBigInt } from "../net/address.ts";
import { plain, text } from "../net/safe-text.ts";

/** The first and the last address of a range, both included. */
export interface AddressSpan {
  readonly first: IpAddress;
  readonly last: IpAddress;
}

/**
 * What stands between the first and the last address of a range, as a part of a pattern. "to" is none of them: in a
 * sentence it may be a move. A range that stands by itself may have it all the same.
 */
export const BETWEEN = String.raw`-|–|—|\.{2,}|…|\bthrough\b|\bbis\b`;

/** The last octets of an IPv4 address, where those before them are those of another one: as a part of a pattern. */
export const LAST_OCTETS = String.raw`\d{1,3}(?:\.\d{1,3}){0,2}`;
/** The same and nothing else. */
export const ONLY_LAST_OCTETS = new RegExp(`^${LAST_OCTETS}$`);

/** A range by itself: what stands before and after that. */
export const SPAN = new RegExp(String.raw`^(\S+?)\s*(?:${BETWEEN}|\bto\b)\s*(\S+)$`, "i");

type RangeReading = { readonly ok: true; readonly value: AddressSpan } | { readonly ok: false; readonly why: string };

/**
 * Reads a range of addresses as people write it: `203.0.113.0/27`, `203.0.113.1-203.0.113.9`, `203.0.113.1-9`,
 * `203.0.113.0 255.255.255.0`, `203.0.113.x`. Undefined where the text is none; a reason where it is a wrong one.
 */
export function readRange(written: string): RangeReading | undefined {
  if (written.length > 100) return undefined;
  return readBlock(written) ?? readSpan(written) ?? readMask(written) ?? readWildcard(written);
}

function readBlock(written: string): RangeReading | undefined {
  const [, start = "", bits = ""] = /^\[?([0-9a-f.:]+)\]?\/(\d{1,3})$/i.exec(written) ?? [];
  const address = parseAddress(start);
  if (!address) return undefined;
  const cidr = parseCidr(`${start}/${bits}`);
  const width = family(address) === 4 ? 32 : 128;
  if (!cidr)
    return wrong(
      text`${written} has a prefix length that does not fit; put in one from 0 to ${width} after the slash.`,
    );
  const host = 1n << BigInt(width - cidr.bits);
  const at = toBigInt(address);
  const first = fromBigInt(at - (at % host), family(address));
  // What could be meant in two ways is never guessed at.
  if (first !== address)
    return wrong(
      text`${written} does not begin with the first address of the block; put in ${`${first}/${bits}`} for all of it, or ${address} alone.`,
    );
  return { ok: true, value: { first, last: fromBigInt(at + host - 1n, family(address)) } };
}

function readSpan(written: string): RangeReading | undefined {
  const [, from = "", to = ""] = SPAN.exec(written) ?? [];
  const first = parseAddress(from);
  if (!first) return undefined;
  const last = parseAddress(to) ?? completed(first, to);
  if (!last)
    return wrong(
      text`${written} has no address at its end; put in both ends in full, like ${"203.0.113.1-203.0.113.9"}.`,
    );
  if (family(first) !== family(last))
    return wrong(text`${written} mixes IPv4 and IPv6; put in two ends of one family.`);
  if (toBigInt(last) < toBigInt(first))
    return wrong(text`${written} ends before it begins; put in ${`${last}-${first}`}.`);
  return { ok: true, value: { first, last } };
}

/** `203.0.113.1-9`: the end takes what it lacks from the beginning. */
function completed(first: IpAddress, to: string): IpAddress | undefined {
  if (family(first) === 6 || !ONLY_LAST_OCTETS.test(to)) return undefined;
  const own = to.split(".");
  return parseAddress([...first.split(".").slice(0, 4 - own.length), ...own].join("."));
}

function readMask(written: string): RangeReading | undefined {
  const [, network = "", mask = ""] = /^(\d+\.\d+\.\d+\.\d+)[\s/]+(\d+\.\d+\.\d+\.\d+)$/.exec(written) ?? [];
  const [address, bits] = [parseAddress(network), parseAddress(mask)];
  if (!address || !bits) return undefined;
  const binary = toBigInt(bits).toString(2).padStart(32, "0");
  return /^1*0*$/.test(binary) && binary.startsWith("1")
    ? readBlock(`${address}/${binary.replaceAll("0", "").length}`)
    : undefined;
}

function readWildcard(written: string): RangeReading | undefined {
  const [, known = ""] = /^((?:\d{1,3}\.){1,3})(?:[x*]\.){0,2}[x*]$/i.exec(written) ?? [];
  const octets = known.split(".").filter(Boolean);
  if (octets.length === 0 || written.split(".").length !== 4) return undefined;
  const first = parseAddress([...octets, "0", "0", "0"].slice(0, 4).join("."));
  return first && readBlock(`${first}/${8 * octets.length}`);
}

const wrong = (says: Parameters<typeof plain>[0]): RangeReading => ({ ok: false, why: plain(says) });
