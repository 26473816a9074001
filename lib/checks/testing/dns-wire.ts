import { asName, type DomainName } from "../net/domain-name.ts";
import {
  labelOctets,
  type Piece,
  type SpelledName,
  spellLabels,
  typeCodes,
  type ZoneRecord,
  type ZoneType,
} from "./zone-file.ts";

/**
 * DNS messages as the servers of the small internet read and write them: our own, on purpose not the code under test
 * and not its library, so that a misunderstanding cannot cancel itself out.
 */

/** A question as it came. */
export interface Query {
  readonly id: number;
  readonly opcode: number;
  readonly name: DomainName;
  /** The type's code: also one we do not know. */
  readonly code: number;
  readonly type?: ZoneType;
  readonly recursionDesired: boolean;
  readonly checkingDisabled: boolean;
  /** AD or DO in the question: the asker wants to hear about authenticity (RFC 6840 section 5.7). */
  readonly wantsAuthenticity: boolean;
  /** The octets a UDP reply may have; absent without EDNS. */
  readonly udpSize?: number;
  /** The question section as sent, echoed letter for letter. */
  readonly raw: Buffer;
}

/** What a server answers, before it is put on the wire. */
export interface Reply {
  readonly rcode: keyof typeof rcodes;
  readonly authoritative?: boolean;
  readonly recursionAvailable?: boolean;
  readonly authenticated?: boolean;
  readonly truncated?: boolean;
  readonly answers?: readonly ZoneRecord[];
  readonly authority?: readonly ZoneRecord[];
  readonly additional?: readonly ZoneRecord[];
}

export const rcodes = { NOERROR: 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 } as const;

const HEADER = 12;
const OPT = 41;
const IN = 1;
/** What a reply may have without EDNS (RFC 1035 section 4.2.1), and the most we send with it (DNS flag day 2020). */
const [PLAIN_SIZE, MAX_SIZE] = [512, 1232];

/** Reads a query with one question. Undefined for anything else: such datagrams get no reply. */
export function readQuery(bytes: Buffer): Query | undefined {
  if (bytes.length < HEADER + 5 || bytes.readUInt16BE(4) !== 1) return undefined;
  const flags = bytes.readUInt16BE(2);
  if (flags & 0x8000) return undefined;
  const labels: Uint8Array[] = [];
  let at = HEADER;
  for (let length = bytes[at] ?? 0; length > 0; length = bytes[at] ?? 0) {
    // Nobody compresses a question.
    if (length > 63) return undefined;
    labels.push(bytes.subarray(at + 1, at + 1 + length));
    at += 1 + length;
  }
  const end = at + 5;
  if (end > bytes.length) return undefined;
  const code = bytes.readUInt16BE(at + 1);
  const type = typeNames.get(code);
  // An OPT record, if there is one, stands first after the question in every client we know.
  const edns = bytes.readUInt16BE(10) > 0 && end + 11 <= bytes.length && bytes.readUInt16BE(end + 1) === OPT;
  return {
    id: bytes.readUInt16BE(0),
    opcode: (flags >> 11) & 0xf,
    name: asName(spellLabels(labels).toLowerCase()),
    code,
    ...(type && { type }),
    recursionDesired: (flags & 0x0100) !== 0,
    checkingDisabled: (flags & 0x0010) !== 0,
    wantsAuthenticity: (flags & 0x0020) !== 0 || (edns && (bytes.readUInt16BE(end + 7) & 0x8000) !== 0),
    ...(edns && { udpSize: bytes.readUInt16BE(end + 3) }),
    raw: bytes.subarray(HEADER, end),
  };
}

const typeNames = new Map(Object.entries(typeCodes).map(([type, code]) => [code as number, type as ZoneType]));

/** The octets a reply to this query may have over UDP. */
export const udpLimit = (query: Query): number => Math.max(PLAIN_SIZE, Math.min(query.udpSize ?? PLAIN_SIZE, MAX_SIZE));

/** The message of a reply, names compressed (RFC 1035 section 4.1.4). */
export function writeReply(query: Query, reply: Reply): Buffer {
  const flags =
    0x8000 |
    (query.opcode << 11) |
    (reply.authoritative ? 0x0400 : 0) |
    (reply.truncated ? 0x0200 : 0) |
    (query.recursionDesired ? 0x0100 : 0) |
    (reply.recursionAvailable ? 0x0080 : 0) |
    (reply.authenticated ? 0x0020 : 0) |
    (query.checkingDisabled ? 0x0010 : 0) |
    rcodes[reply.rcode];
  const { answers = [], authority = [], additional = [] } = reply;
  const opt =
    query.udpSize === undefined ? [] : [Buffer.of(0, 0, OPT, MAX_SIZE >> 8, MAX_SIZE & 0xff, 0, 0, 0, 0, 0, 0)];
  const header = Buffer.alloc(HEADER);
  const counts = [query.id, flags, 1, answers.length, authority.length, additional.length + opt.length];
  for (const [i, value] of counts.entries()) header.writeUInt16BE(value, 2 * i);

  const message = createWriter(header);
  message.question(query.name, query.raw);
  for (const record of [...answers, ...authority, ...additional]) message.record(record);
  return Buffer.concat([...message.chunks, ...opt]);
}

/** Each label of a name and the name from there on: in our spelling no dot is a part of a label. */
function* suffixes(spelled: SpelledName): Generator<{ readonly rest: SpelledName; readonly label: Uint8Array }> {
  let rest = spelled;
  for (const label of labelOctets(spelled)) {
    yield { rest, label };
    rest = rest.slice(rest.indexOf(".") + 1);
  }
}

/** Collects chunks and knows where each name it wrote begins. */
function createWriter(header: Buffer) {
  const chunks = [header];
  const seen = new Map<SpelledName, number>();
  let length = header.length;
  const push = (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
  };
  const name = (spelled: SpelledName) => {
    for (const { rest, label } of suffixes(spelled)) {
      const before = seen.get(rest);
      if (before !== undefined) return push(Buffer.of(0xc0 | (before >> 8), before & 0xff));
      if (length < 0x4000) seen.set(rest, length);
      push(Buffer.of(label.length, ...label));
    }
    push(Buffer.of(0));
  };
  const piece = (one: Piece) => ("name" in one ? name(one.name) : push(Buffer.from(one)));
  const question = (asked: SpelledName, raw: Buffer) => {
    let at = length;
    for (const { rest, label } of suffixes(asked)) {
      seen.set(rest, at);
      at += 1 + label.length;
    }
    push(raw);
  };
  const record = ({ owner, type, ttl, data }: ZoneRecord) => {
    name(owner);
    const head = Buffer.alloc(10);
    head.writeUInt16BE(typeCodes[type], 0);
    head.writeUInt16BE(IN, 2);
    head.writeUInt32BE(ttl, 4);
    push(head);
    const before = length;
    data.forEach(piece);
    // The length of the data is known only once it is written.
    head.writeUInt16BE(length - before, 8);
  };
  return { chunks, question, record };
}
