import { createHash } from "node:crypto";
import type { RecordData, RecordType } from "../../facts/lookup.ts";
import { addressFromBytes } from "../../net/address.ts";
import type { DomainName } from "../../net/domain-name.ts";
import { Malformed, readName } from "./wire-name.ts";

/** Where the data of one record lies in its message. */
export interface Rdata {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

/** What we know of one record type: its number, how its data are read, how they are shown as evidence. */
interface Kind<T> {
  readonly code: number;
  readonly read: (rdata: Rdata) => T;
  readonly show: (data: T) => string;
}

const kinds: { readonly [K in RecordType]: Kind<RecordData[K]> } = {
  A: { code: 1, read: (rdata) => addressFromBytes(octets(rdata, 4)), show: String },
  AAAA: { code: 28, read: (rdata) => addressFromBytes(octets(rdata, 16)), show: String },
  PTR: { code: 12, read: onlyName, show: String },
  CNAME: { code: 5, read: onlyName, show: String },
  NS: { code: 2, read: onlyName, show: String },
  MX: {
    code: 15,
    read: (rdata) => {
      const preference = head(rdata, 2).readUInt16BE();
      return { preference, exchange: onlyName({ ...rdata, start: rdata.start + 2 }) };
    },
    show: (mx) => `${mx.preference} ${mx.exchange}`,
  },
  SOA: {
    code: 6,
    read: ({ bytes, start, end }) => {
      const mname = readName(bytes, start, end);
      const rname = readName(bytes, mname.next, end);
      // Serial, refresh, retry, expire, minimum.
      const numbers = octets({ bytes, start: rname.next, end }, 20);
      const [serial, minimum] = [numbers.readUInt32BE(0), seconds(numbers.readUInt32BE(16))];
      return { mname: mname.name, rname: rname.name, serial, minimum };
    },
    show: (soa) => `${soa.mname} ${soa.rname} ${soa.serial}`,
  },
  TXT: { code: 16, read: readText, show: quote },
  TLSA: {
    code: 52,
    read: (rdata) => {
      const [usage = 0, selector = 0, matching = 0] = head(rdata, 3);
      const data = rdata.bytes.subarray(rdata.start + 3, rdata.end);
      return {
        usage,
        selector,
        matching,
        data: data.toString("hex"),
        ...(matching === 0 ? { digest: createHash("sha256").update(data).digest("hex") } : {}),
      };
    },
    show: (tlsa) => `${tlsa.usage} ${tlsa.selector} ${tlsa.matching} ${tlsa.data}`,
  },
  RRSIG: {
    code: 46,
    read: (rdata) => {
      const fixed = head(rdata, 18);
      return {
        covers: fixed.readUInt16BE(),
        algorithm: fixed.readUInt8(2),
        ends: fixed.readUInt32BE(8),
        begins: fixed.readUInt32BE(12),
        keyTag: fixed.readUInt16BE(16),
      };
    },
    show: (sig) => `${sig.covers} ${sig.algorithm} ${sig.begins} ${sig.ends} ${sig.keyTag}`,
  },
  CAA: {
    code: 257,
    read: (rdata) => {
      const { bytes, start, end } = rdata;
      const [flags = 0, length = 0] = head(rdata, 2);
      if (length === 0 || start + 2 + length > end) throw new Malformed("CAA without a tag");
      const tag = bytes.toString("latin1", start + 2, start + 2 + length).toLowerCase();
      return { flags, tag, value: bytes.toString("latin1", start + 2 + length, end) };
    },
    show: (caa) => `${caa.flags} ${caa.tag} ${quote(caa.value)}`,
  },
  DS: {
    code: 43,
    read: (rdata) => {
      const fixed = head(rdata, 4);
      return { keyTag: fixed.readUInt16BE(), algorithm: fixed.readUInt8(2), digestType: fixed.readUInt8(3) };
    },
    show: (ds) => `${ds.keyTag} ${ds.algorithm} ${ds.digestType}`,
  },
};

/** One record of class IN and of a type we know. */
export type DnsRecord = {
  readonly [K in RecordType]: {
    readonly type: K;
    readonly owner: DomainName;
    /** Seconds. */
    readonly ttl: number;
    readonly data: RecordData[K];
  };
}[RecordType];

const types = new Map(Object.entries(kinds).map(([type, { code }]) => [code, type as RecordType]));

/** The record type of a number, where it is one that we ask for. */
export const typeOfCode = (code: number): RecordType | undefined => types.get(code);

/** Reads one record's data; throws `Malformed` where they are not what the type demands. */
export function readRecord(type: RecordType, owner: DomainName, ttl: number, rdata: Rdata): DnsRecord {
  return { type, owner, ttl: seconds(ttl), data: kinds[type].read(rdata) } as DnsRecord;
}

/** The record's data in presentation format, as evidence. */
export function showData(record: DnsRecord): string {
  return (kinds[record.type] as Kind<DnsRecord["data"]>).show(record.data);
}

/** A TTL from the wire: with the top bit set it is zero (RFC 2181 section 8), and nothing lives longer than a week. */
function seconds(ttl: number): number {
  return ttl >= 2 ** 31 ? 0 : Math.min(ttl, 7 * 24 * 3600);
}

/** The data as they are, which must be exactly `length` octets. */
function octets({ bytes, start, end }: Rdata, length: number): Buffer {
  if (end - start !== length) throw new Malformed("data of the wrong length");
  return bytes.subarray(start, end);
}

/** The first octets of the data, which must be there. */
function head({ bytes, start, end }: Rdata, length: number): Buffer {
  if (end - start < length) throw new Malformed("data too short");
  return bytes.subarray(start, start + length);
}

function onlyName({ bytes, start, end }: Rdata): DomainName {
  const { name, next } = readName(bytes, start, end);
  if (next !== end) throw new Malformed("data after a name");
  return name;
}

/** The character-strings joined, without anything between them (RFC 7208 section 3.3 and its kin). */
function readText({ bytes, start, end }: Rdata): string {
  // RFC 1035 section 3.3.14 wants one string at least. A record without any says as little as one with an empty one,
  // and takes nothing from the records beside it.
  let joined = "";
  for (let at = start; at < end; ) {
    const next = at + 1 + (bytes[at] ?? 0);
    if (next > end) throw new Malformed("string runs past its end");
    joined += bytes.toString("latin1", at + 1, next);
    at = next;
  }
  return joined;
}

/** RFC 1035 section 5.1: quotes and backslashes escaped, octets that are not printable ASCII as `\DDD`. */
function quote(value: string): string {
  const escaped = value
    .replace(/["\\]/g, "\\$&")
    .replace(/[^\x20-\x7e]/g, (char) => `\\${String(char.charCodeAt(0)).padStart(3, "0")}`);
  return `"${escaped}"`;
}
