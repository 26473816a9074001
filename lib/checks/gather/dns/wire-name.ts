import { asName, type DomainName } from "../../net/domain-name.ts";

/**
 * Domain names between the wire (RFC 1035 section 3.1) and canonical text. Our own reader, because a name is what we
 * judge: dns-packet reads labels as lossy UTF-8 and loses dots inside them, so that two names could look like one.
 */

/** Thrown by the readers of this folder on octets that are not a DNS message; caught where a message is decoded. */
export class Malformed extends Error {}

const MAX_LABEL = 63;
const MAX_NAME = 255;
/** More jumps than a name can have labels are a ladder built to waste time. */
const MAX_JUMPS = 127;
const HEADER = 12;
const [DOT, BACKSLASH] = [0x2e, 0x5c];

/**
 * How each octet of a label is spelled: letters, digits and what names in use have (hyphen, underscore, the slash of
 * RFC 2317 zones, the asterisk of wildcards) as themselves, in lowercase; every other octet as `\DDD`, so that a
 * name is inert wherever it is shown.
 */
const SPELLING = Array.from({ length: 256 }, (_, octet) => {
  const char = String.fromCharCode(octet);
  return /[a-z0-9_/*-]/i.test(char) ? char.toLowerCase() : `\\${String(octet).padStart(3, "0")}`;
});

/** The octet in lowercase where it is spelled as itself, else 0. */
const ITSELF = Uint8Array.from({ length: 256 }, (_, octet) =>
  SPELLING[octet]?.length === 1 ? (SPELLING[octet]?.charCodeAt(0) ?? 0) : 0,
);

/** A name that the message holds at this place: a pointer there need not be followed. */
export interface KnownName {
  readonly at: number;
  readonly name: DomainName;
}

/** Where a name is put together: each of at most 255 octets takes four to spell. */
const spelled = Buffer.alloc(4 * MAX_NAME);

/**
 * Reads the name at `start`, whose uncompressed part has to end within `end`. Compression pointers must lead strictly
 * backwards (RFC 1035 section 4.1.4), which also rules out loops.
 */
export function readName(
  bytes: Uint8Array,
  start: number,
  end: number,
  known?: KnownName,
): { name: DomainName; next: number } {
  let [at, limit, segment, length, jumps, next, to] = [start, end, start, 0, 0, -1, 0];
  for (;;) {
    const octet = at < limit ? bytes[at++] : undefined;
    if (octet === undefined) throw new Malformed("name runs past its end");
    if (octet === 0) break;
    if (octet >= 0xc0) {
      const low = at < limit ? bytes[at++] : undefined;
      if (low === undefined) throw new Malformed("half a pointer");
      const target = ((octet & 0x3f) << 8) | low;
      if (target >= segment || target < HEADER || ++jumps > MAX_JUMPS) throw new Malformed("pointer not backwards");
      if (next < 0) next = at;
      // As nearly every owner: the whole name is the one that was asked for.
      if (known && target === known.at && to === 0) return { name: known.name, next };
      [at, segment, limit] = [target, target, bytes.length];
    } else {
      if (octet > MAX_LABEL) throw new Malformed("reserved label type");
      length += octet + 1;
      if (length + 1 > MAX_NAME || at + octet > limit) throw new Malformed("name too long");
      for (const stop = at + octet; at < stop; at++) to = spell(bytes[at] ?? 0, to);
      spelled[to++] = DOT;
    }
  }
  return { name: asName(to === 0 ? "." : spelled.toString("latin1", 0, to - 1)), next: next < 0 ? at : next };
}

/** Writes one octet of a label; hands back where the next goes. */
function spell(octet: number, to: number): number {
  const itself = ITSELF[octet] ?? 0;
  if (itself === 0) return to + spelled.write(SPELLING[octet] ?? "", to, "latin1");
  spelled[to] = itself;
  return to + 1;
}

/** The octets of a name without compression; undefined where it cannot be one (empty or long labels, over 255 octets). */
export function encodeName(name: DomainName): Buffer | undefined {
  if (name === ".") return Buffer.alloc(1);
  // Escapes only ever shorten it.
  const octets = Buffer.allocUnsafe(name.length + 2);
  let [at, length] = [1, 0];
  for (let i = 0; i <= name.length; i++) {
    const code = i < name.length ? name.charCodeAt(i) : DOT;
    if (code === DOT) {
      if (length === 0 || length > MAX_LABEL) return undefined;
      octets[at - length - 1] = length;
      length = 0;
      at++;
      continue;
    }
    let octet = code;
    if (code === BACKSLASH) {
      const digits = name.slice(i + 1, i + 4);
      // A lone backslash is the start of an escape that is none.
      if (!/^\d{3}$/.test(digits)) return undefined;
      octet = Number(digits);
      i += 3;
    } else if (code > 127) return undefined;
    // Beyond ASCII only escapes say which octet is meant.
    if (octet > 255) return undefined;
    octets[at++] = octet;
    length++;
  }
  octets[at - 1] = 0;
  return at <= MAX_NAME ? octets.subarray(0, at) : undefined;
}

/** The one spelling by which names from the wire compare; undefined where the text cannot be a name. */
export function canonicalName(name: DomainName): DomainName | undefined {
  if (isPlain(name)) return name;
  const wire = encodeName(name);
  return wire && readName(wire, 0, wire.length).name;
}

/** Whether a name is, as nearly all are, canonical and without escapes. */
function isPlain(name: string): boolean {
  if (name.length > MAX_NAME - 2) return false;
  let length = 0;
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    if (code === DOT) {
      if (length === 0) return false;
      length = 0;
    } else if (ITSELF[code] !== code || ++length > MAX_LABEL) return false;
  }
  return length > 0;
}
