import { bytesOf, parseAddress } from "../net/address.ts";
import { asName, type DomainName } from "../net/domain-name.ts";

/**
 * Zones as text: the subset of RFC 1035's master files that the small internet needs. `$ORIGIN`, `$TTL`, `@`,
 * relative names, comments, an owner left out (a line that begins with a space), parentheses, quoted strings, `\.` and
 * `\DDD`. Three liberties: the text may be indented as a whole, a quoted string of more than 255 octets is cut into
 * several, and characters beyond ASCII stand for their UTF-8 octets.
 */

/** The types we can write, with their codes (RFC 1035, 3596, 4034, 6698, 8659). */
export const typeCodes = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  PTR: 12,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  DS: 43,
  TLSA: 52,
  CAA: 257,
} as const;
export type ZoneType = keyof typeof typeCodes;

/** A piece of a record's data: octets as they are, or a name that may be compressed. */
export type Piece = Uint8Array | { readonly name: SpelledName };

/** A name as somebody wrote it: escapes as in `DomainName`, but letters keep their case. */
export type SpelledName = string;

export interface ZoneRecord {
  readonly owner: DomainName;
  readonly type: ZoneType;
  /** Seconds. */
  readonly ttl: number;
  readonly data: readonly Piece[];
}

const DEFAULT_TTL = 300;

/** Reads zone text. Throws with the offending line: a fault in a declared zone is a fault of ours. */
export function parseZone(text: string, origin = "."): ZoneRecord[] {
  const records: ZoneRecord[] = [];
  let [base, ttl, owner]: [SpelledName, number, SpelledName | undefined] = [spellName(origin), DEFAULT_TTL, undefined];
  for (const { tokens, continues, line } of entries(dedent(text))) {
    const fail = (why: string): never => {
      throw new Error(`zone text: ${why} in "${line.trim()}"`);
    };
    const [first, ...rest] = tokens;
    if (!first) continue;
    if (first.text === "$ORIGIN") base = absolute(rest[0]?.text ?? fail("$ORIGIN without a name"), base);
    else if (first.text === "$TTL") ttl = Number(rest[0]?.text ?? fail("$TTL without a number"));
    else {
      if (!continues) owner = absolute(first.text, base);
      if (owner === undefined) return fail("a record without an owner");
      const fields = continues ? tokens : rest;
      const at = fields.findIndex(({ text }) => text in typeCodes);
      if (at < 0) return fail("no record type that we know");
      const own = fields.slice(0, at).find(({ text }) => /^\d+$/.test(text));
      const type = fields[at]?.text as ZoneType;
      const data = readData(type, fields.slice(at + 1), base) ?? fail(`data that is no ${type}`);
      records.push({ owner: asName(owner.toLowerCase()), type, ttl: own ? Number(own.text) : ttl, data });
    }
  }
  return records;
}

/** A name's octets, label by label. */
export function labelOctets(name: SpelledName): Uint8Array[] {
  if (name === ".") return [];
  return name.split(".").map((label) => octets(label));
}

/** Writes labels in our spelling: what hostnames, RFC 2317 zones and wildcards consist of as itself, the rest `\DDD`. */
export function spellLabels(labels: readonly Uint8Array[]): SpelledName {
  let name = "";
  for (const label of labels) {
    if (name !== "") name += ".";
    for (const octet of label) name += SPELLINGS[octet];
  }
  return name || ".";
}

/** Each octet in our spelling: servers spell names for every question they answer. */
const SPELLINGS = Array.from({ length: 256 }, (_, octet) => {
  const char = String.fromCharCode(octet);
  return /[a-z0-9_/*-]/i.test(char) ? char : `\\${String(octet).padStart(3, "0")}`;
});

interface Token {
  /** Without its quotes; escapes are still escaped. */
  readonly text: string;
  readonly quoted: boolean;
}

interface Entry {
  readonly tokens: Token[];
  /** Begins with a space: it has the owner of the entry before. */
  readonly continues: boolean;
  readonly line: string;
}

/** Lines put together over parentheses, as tokens. */
function* entries(text: string): Generator<Entry> {
  let open: Entry | undefined;
  for (const line of text.split("\n")) {
    const found = [...line.matchAll(/"((?:\\.|[^"\\])*)"|;.*|([()])|((?:\\.|[^\s"();\\])+)/g)];
    const tokens = found.flatMap(([, quoted, , bare]) =>
      quoted !== undefined
        ? [{ text: quoted, quoted: true }]
        : bare !== undefined
          ? [{ text: bare, quoted: false }]
          : [],
    );
    const entry: Entry = open ?? { tokens: [], continues: /^\s/.test(line), line };
    entry.tokens.push(...tokens);
    const parens = found.map(([, , paren]) => paren).filter(Boolean);
    open = (parens.at(-1) ?? (open ? "(" : ")")) === "(" ? entry : undefined;
    if (!open) yield entry;
  }
  if (open) throw new Error(`zone text: parenthesis left open in "${open.line.trim()}"`);
}

/** Takes away the indentation that all lines share, because zones stand inside indented code. */
function dedent(text: string): string {
  const lines = text.split("\n").filter((line) => line.trim());
  const shared = Math.min(...lines.map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(shared)).join("\n");
}

function readData(type: ZoneType, fields: readonly Token[], base: SpelledName): Piece[] | undefined {
  const words = fields.map(({ text }) => text);
  const [first = "", second = "", third = "", ...more] = words;
  switch (type) {
    case "A":
    case "AAAA": {
      const address = parseAddress(first);
      return address && address.includes(":") === (type === "AAAA") ? [bytesOf(address)] : undefined;
    }
    case "NS":
    case "CNAME":
    case "PTR":
      return words.length === 1 ? [{ name: absolute(first, base) }] : undefined;
    case "MX":
      return words.length === 2 ? [uint16(first), { name: absolute(second, base) }] : undefined;
    case "SOA":
      if (words.length !== 7) return undefined;
      return [{ name: absolute(first, base) }, { name: absolute(second, base) }, ...[third, ...more].map(uint32)];
    case "TXT":
      return words.length > 0 ? fields.flatMap(({ text }) => characterStrings(octets(text))) : undefined;
    case "DS":
      return more.length === 1 ? [uint16(first), uint8(second), uint8(third), hex(more.join(""))] : undefined;
    case "CAA": {
      const [tag, value] = [octets(second), octets(third)];
      return words.length === 3 ? [uint8(first), Uint8Array.of(tag.length), tag, value] : undefined;
    }
    case "TLSA":
      return more.length >= 1 ? [uint8(first), uint8(second), uint8(third), hex(more.join(""))] : undefined;
  }
}

/** RFC 1035 section 3.3: a length octet before at most 255 octets. */
function characterStrings(all: Uint8Array): Uint8Array[] {
  const pieces = Array.from({ length: Math.max(1, Math.ceil(all.length / 255)) }, (_, i) =>
    all.slice(255 * i, 255 * (i + 1)),
  );
  return pieces.map((piece) => Uint8Array.of(piece.length, ...piece));
}

/** A name as written, made whole: a final dot says that it is already. */
function absolute(text: string, base: SpelledName): SpelledName {
  if (text === "@") return base;
  if (text === "." || /(^|[^\\])(\\\\)*\.$/.test(text)) return spellName(text);
  return base === "." ? spellName(text) : `${spellName(text)}.${base}`;
}

/** Our spelling of a name: split at the dots that are not escaped. */
function spellName(text: string): SpelledName {
  const labels = text.match(/(?:\\\d{3}|\\[^\d]|[^.\\])+/g) ?? [];
  return spellLabels(labels.map(octets));
}

/** The octets that text with escapes stands for. */
function octets(text: string): Uint8Array {
  if (!text.includes("\\")) return Buffer.from(text);
  const pieces = [...text.matchAll(/\\(\d{3})|\\(.)|([^\\]+)/gs)];
  return Buffer.concat(
    pieces.map(([, ddd, char, plain]) => (ddd ? Buffer.of(Number(ddd)) : Buffer.from(char ?? plain ?? ""))),
  );
}

const hex = (text: string): Uint8Array => Buffer.from(text, "hex");
const uint8 = (text: string): Uint8Array => Uint8Array.of(Number(text));

function uint16(text: string): Uint8Array {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(Number(text));
  return bytes;
}

function uint32(text: string): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(Number(text));
  return bytes;
}
