import { AUTHENTIC_DATA, CHECKING_DISABLED, encode, type OptAnswer, RECURSION_DESIRED } from "dns-packet";
import type { Asked } from "../../facts/lookup.ts";
import type { DomainName } from "../../net/domain-name.ts";
import { randomBit } from "./chance.ts";
import { type DnsRecord, readRecord, typeOfCode } from "./records.ts";
import { encodeName, type KnownName, Malformed, readName } from "./wire-name.ts";

/** One question as it goes on the wire. */
export interface Question extends Asked {
  readonly recursion: boolean;
  readonly checkingDisabled: boolean;
}

/** A reply, decoded: what its header says and the records of class IN whose types we know. */
export interface Message {
  /** With the upper bits of EDNS (RFC 6891 section 6.1.3). */
  readonly rcode: number;
  /** The header flags that are set, in lowercase. */
  readonly flags: ReadonlySet<Flag>;
  readonly answers: readonly DnsRecord[];
  /** Records in the answer section, those of other classes and types included. */
  readonly answerCount: number;
  readonly authorities: readonly DnsRecord[];
  /** The info-code of an extended DNS error (RFC 8914). */
  readonly extendedError?: number;
  /** Octets. */
  readonly size: number;
}

const flagBits = { aa: 0x0400, tc: 0x0200, rd: 0x0100, ra: 0x0080, ad: 0x0020, cd: 0x0010 } as const;
export type Flag = keyof typeof flagBits;

/** DNS flag day 2020: small enough to never be fragmented. */
const UDP_PAYLOAD = 1232;
const HEADER = 12;
const OPT = 41;
const IN = 1;
const EXTENDED_ERROR = 15;

/** How a question is put on the wire. */
export interface Form {
  /** With an OPT record (RFC 6891). */
  readonly edns: boolean;
  /** The letters of the name in mixed case, by chance (draft-vixie-dnsext-dns0x20). */
  readonly mixed: boolean;
}

/**
 * The query message of a question, or undefined where its name cannot be put on the wire. Its id is left zero, for
 * whoever sends it to fill in.
 */
export function encodeQuery(question: Question, { edns, mixed }: Form): Buffer | undefined {
  const name = encodeName(question.name);
  if (!name) return undefined;
  const frame = frameOf(question, edns);
  const query = Buffer.allocUnsafe(HEADER + name.length + frame.rest.length);
  query.set(frame.header, 0);
  query.set(name, HEADER);
  query.set(frame.rest, HEADER + name.length);
  if (mixed) mixCase(query, HEADER + name.length);
  return query;
}

/**
 * Everything but the id and the name, by dns-packet (which would accept labels of 64 octets and knows no escapes: it is
 * given the root, one octet, in whose place the name goes). There are few kinds of question, so each is encoded once.
 */
function frameOf({ type, recursion, checkingDisabled }: Question, edns: boolean): Frame {
  const kind = (edns ? 4 : 0) | (recursion ? 2 : 0) | (checkingDisabled ? 1 : 0);
  const ofType = frames.get(type) ?? [];
  const known = ofType[kind];
  if (known) return known;
  // AD in a query asks for AD in the answer without asking for signatures (RFC 6840 section 5.7).
  const flags = AUTHENTIC_DATA | (recursion ? RECURSION_DESIRED : 0) | (checkingDisabled ? CHECKING_DISABLED : 0);
  const whole = encode({
    type: "query",
    id: 0,
    flags,
    questions: [{ name: ".", type }],
    additionals: edns ? [opt] : [],
  });
  const frame = { header: whole.subarray(0, HEADER), rest: whole.subarray(HEADER + 1) };
  ofType[kind] = frame;
  frames.set(type, ofType);
  return frame;
}
const frames = new Map<string, Frame[]>();

/** What comes before a query's name, and what after it. */
interface Frame {
  readonly header: Buffer;
  readonly rest: Buffer;
}

const opt: OptAnswer = {
  name: ".",
  type: "OPT",
  udpPayloadSize: UDP_PAYLOAD,
  extendedRcode: 0,
  ednsVersion: 0,
  flags: 0,
  flag_do: false,
  options: [],
};

/** Changes the case of each letter, or not. A length octet is below 64, so no letter. */
function mixCase(query: Buffer, end: number): void {
  for (let i = HEADER; i < end; i++) {
    const octet = query[i] ?? 0;
    if (isLetter(octet) && randomBit() === 1) query[i] = octet ^ 0x20;
  }
}

const isLetter = (octet: number): boolean => (octet | 0x20) >= 0x61 && (octet | 0x20) <= 0x7a;

/**
 * Whether a datagram or frame answers this query: a response with its id and its question, letter for letter.
 * `respelled`: the letters are the same, but all in one case, so the server does not preserve it. A server that could not
 * read the question may leave it out (RFC 1035 leaves it open; several do with FORMERR).
 */
export function answersQuery(reply: Buffer, query: Buffer): "yes" | "respelled" | "no" {
  if (reply.length < HEADER || reply.readUInt16BE(0) !== query.readUInt16BE(0)) return "no";
  const flags = reply.readUInt16BE(2);
  if ((flags & 0x8000) === 0 || (flags & 0x7800) !== 0) return "no";
  const questions = reply.readUInt16BE(4);
  const rcode = flags & 0xf;
  if (questions === 0) return rcode !== 0 && rcode !== 3 ? "yes" : "no";
  const end = questionEnd(query);
  if (questions !== 1 || reply.length < end) return "no";
  if (reply.compare(query, HEADER, end, HEADER, end) === 0) return "yes";
  return inOneCase(reply, query, end) ? "respelled" : "no";
}

/** Whether the reply's question is the query's in lower case, or in upper case. */
function inOneCase(reply: Buffer, query: Buffer, end: number): boolean {
  let [upper, lower] = [false, false];
  for (let i = HEADER; i < end; i++) {
    const [theirs, ours] = [reply[i] ?? 0, query[i] ?? 0];
    const letter = i < end - 4 && isLetter(ours);
    if (theirs !== ours && !(letter && (theirs ^ ours) === 0x20)) return false;
    if (letter && theirs & 0x20) lower = true;
    else if (letter) upper = true;
  }
  return !(upper && lower);
}

/** Whether the reply says that it is cut short. */
export const isTruncated = (reply: Buffer): boolean => (reply.readUInt16BE(2) & flagBits.tc) !== 0;

/**
 * Decodes a reply. Undefined for whatever is not a well-formed message; never throws, never takes long. `asked` is the
 * canonical name in its question section, where that is known to be the query's (`answersQuery`).
 */
export function decodeReply(bytes: Buffer, asked?: DomainName): Message | undefined {
  try {
    return read(bytes, asked);
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}

function read(bytes: Buffer, asked: DomainName | undefined): Message {
  if (bytes.length < HEADER) throw new Malformed("no header");
  const flags = bytes.readUInt16BE(2);
  const [questions, answers] = [bytes.readUInt16BE(4), bytes.readUInt16BE(6)];
  const [authorities, additionals] = [bytes.readUInt16BE(8), bytes.readUInt16BE(10)];
  // Forged counts: the smallest question takes 5 octets, the smallest record 11.
  if (questions * 5 + (answers + authorities + additionals) * 11 > bytes.length - HEADER) throw new Malformed("counts");

  const known = asked === undefined || questions !== 1 ? undefined : { at: HEADER, name: asked };
  let at = known ? questionEnd(bytes) : HEADER;
  if (!known) for (let i = 0; i < questions; i++) at = within(bytes, readName(bytes, at, bytes.length).next + 4);
  const answer: DnsRecord[] = [];
  const authority: DnsRecord[] = [];
  const inBoth = answers + authorities;
  let edns: RawRecord | undefined;
  for (let i = 0; i < inBoth + additionals; i++) {
    const raw = readRaw(bytes, at, known);
    at = raw.end;
    if (i >= inBoth) {
      if (raw.code !== OPT) continue;
      // RFC 6891 section 6.1.1: at most one, and at the root.
      if (edns || raw.owner !== ".") throw new Malformed("two OPT records, or one with a name");
      edns = raw;
      continue;
    }
    if (raw.code === OPT) throw new Malformed("an OPT record outside the additional section");
    const type = raw.class === IN ? typeOfCode(raw.code) : undefined;
    if (!type) continue;
    const record = readRecord(type, raw.owner, raw.ttl, { bytes, start: raw.start, end: raw.end });
    if (i < answers) answer.push(record);
    else authority.push(record);
  }
  const extendedError = edns && readExtendedError(bytes, edns);
  return {
    rcode: (edns ? (edns.ttl >>> 24) << 4 : 0) | (flags & 0xf),
    flags: flagsIn(flags),
    answers: answer,
    answerCount: answers,
    authorities: authority,
    ...(extendedError !== undefined && { extendedError }),
    size: bytes.length,
  };
}

const flagNames = Object.keys(flagBits) as Flag[];
const ALL_FLAGS = Object.values(flagBits).reduce((all, bit) => all | bit, 0);

/** One set for each combination, whatever the number of messages. */
function flagsIn(header: number): ReadonlySet<Flag> {
  const bits = header & ALL_FLAGS;
  const known = flagSets.get(bits);
  if (known) return known;
  const flags = new Set(flagNames.filter((flag) => (bits & flagBits[flag]) !== 0));
  flagSets.set(bits, flags);
  return flags;
}
const flagSets = new Map<number, ReadonlySet<Flag>>();

interface RawRecord {
  readonly owner: DnsRecord["owner"];
  readonly code: number;
  readonly class: number;
  readonly ttl: number;
  /** Where its data start and end. */
  readonly start: number;
  readonly end: number;
}

function readRaw(bytes: Buffer, at: number, known: KnownName | undefined): RawRecord {
  const { name: owner, next } = readName(bytes, at, bytes.length, known);
  const start = within(bytes, next + 10);
  return {
    owner,
    code: bytes.readUInt16BE(next),
    class: bytes.readUInt16BE(next + 2),
    ttl: bytes.readUInt32BE(next + 4),
    start,
    end: within(bytes, start + bytes.readUInt16BE(next + 8)),
  };
}

/** The first extended DNS error among the options of an OPT record. */
function readExtendedError(bytes: Buffer, { start, end }: RawRecord): number | undefined {
  for (let at = start; at + 4 <= end; ) {
    const next = at + 4 + bytes.readUInt16BE(at + 2);
    if (next > end) throw new Malformed("option runs past its end");
    if (bytes.readUInt16BE(at) === EXTENDED_ERROR && next - at >= 6) return bytes.readUInt16BE(at + 4);
    at = next;
  }
  return undefined;
}

function within(bytes: Buffer, end: number): number {
  if (end > bytes.length) throw new Malformed("runs past the end");
  return end;
}

/** Where the question ends, in our own query or in a reply that repeats it: its name has no pointers. */
function questionEnd(query: Buffer): number {
  let at = HEADER;
  while (query[at]) at += 1 + (query[at] ?? 0);
  return at + 5;
}
