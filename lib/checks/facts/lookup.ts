import type { IpAddress } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";

/** The record types Nameplate asks for, and the shape of one record's data. */
export interface RecordData {
  readonly A: IpAddress;
  readonly AAAA: IpAddress;
  readonly PTR: DomainName;
  readonly CNAME: DomainName;
  readonly NS: DomainName;
  readonly MX: { readonly preference: number; readonly exchange: DomainName };
  readonly SOA: {
    readonly mname: DomainName;
    readonly rname: DomainName;
    readonly serial: number;
    /** Seconds. */
    readonly minimum: number;
  };
  /** The character-strings of one TXT record joined, one JavaScript character (0 to 255) per byte. */
  readonly TXT: string;
  readonly TLSA: {
    readonly usage: number;
    readonly selector: number;
    readonly matching: number;
    /** Lowercase hexadecimal. */
    readonly data: string;
    /** SHA-256 of the data where they are no digest themselves (matching type 0), lowercase hexadecimal. */
    readonly digest?: string;
  };
  readonly RRSIG: {
    /** The number of the record type that is signed. */
    readonly covers: number;
    readonly algorithm: number;
    readonly keyTag: number;
    /** Epoch seconds between which it holds. */
    readonly begins: number;
    readonly ends: number;
  };
  /** RFC 8659 section 4.1; the tag in lower case, the value as octets. */
  readonly CAA: { readonly flags: number; readonly tag: string; readonly value: string };
  readonly DS: { readonly keyTag: number; readonly algorithm: number; readonly digestType: number };
}
export type RecordType = keyof RecordData;

/** Why a question got no answer. None of these says anything about what exists. */
export type Failure =
  /** No reply in time, from any server asked. */
  | "timeout"
  | "servfail"
  | "refused"
  /** The server understood the question as malformed (FORMERR) or does not do this (NOTIMP). */
  | "formerr"
  /** A reply that is not one: garbage, another question, impossible counts; or a truncated one with TCP refused. */
  | "malformed"
  /** The operating system could not send: no route, connection refused, no IPv6 here. */
  | "network"
  /** The aliases run in a circle, or on for too long. */
  | "alias-loop"
  /** The answer failed DNSSEC validation: SERVFAIL that turns into an answer with checking disabled. */
  | "bogus"
  /** Our own limit of questions for one check was reached. */
  | "limit"
  /** Our own resolver does not reach the internet: it denies what everybody knows. */
  | "resolver-offline"
  /** Our own resolver makes up answers, this one among them. */
  | "resolver-rewrites"
  /** Our own resolver leaves out records of this type. */
  | "resolver-hides"
  /** The reader stopped the check. */
  | "cancelled"
  /** The address guard forbids asking this server. */
  | "forbidden"
  /** An earlier question, on which this one depends, got no answer. */
  | "depends";

/** The question that was asked, in canonical form. */
export interface Asked {
  readonly name: DomainName;
  readonly type: RecordType;
}

interface Replied extends Asked {
  /** Seconds this answer may be kept: the smallest TTL on the way; for a negative answer RFC 2308's. */
  readonly ttl: number;
  /** The owner names after `name` in a CNAME chain, in order; the last one owns the records. */
  readonly aliases: readonly DomainName[];
  /** The AD flag: a validating resolver vouches for this answer. */
  readonly authenticated: boolean;
  /** The AA flag. */
  readonly authoritative: boolean;
  /** The zone named by the SOA or, in a referral, the NS records of the authority section. */
  readonly zone?: DomainName;
  /** The name servers a referral points at (only in answers to non-recursive questions). */
  readonly referral?: readonly DomainName[];
  /** Octets of the reply message. */
  readonly size: number;
}

/**
 * What one DNS question told us (RFC 9499). `nodata` and `nxdomain` are answers: the record does not exist.
 * `failed` is not an answer: we could not find out, and no signal may read it as absence.
 */
export type Lookup<T> =
  | (Replied & { readonly kind: "answer"; readonly records: readonly T[] })
  | (Replied & { readonly kind: "nodata" | "nxdomain" })
  | (Asked & { readonly kind: "failed"; readonly reason: Failure });

/** A question without an answer. */
export type FailedLookup = Extract<Lookup<never>, { kind: "failed" }>;

/** A lookup of one record type. */
export type LookupOf<K extends RecordType> = Lookup<RecordData[K]>;

/** The records, or none where the lookup says there are none. A failed lookup has no such answer: ask `kind` first. */
export function recordsOf<T>(lookup: Exclude<Lookup<T>, { kind: "failed" }>): readonly T[] {
  return lookup.kind === "answer" ? lookup.records : [];
}

/** The address RRset of one name. */
export interface ForwardLookup {
  readonly name: DomainName;
  readonly addresses: Lookup<IpAddress>;
}

/** One question on the wire as evidence: what was asked, of whom, what came back, how long it took. */
export interface LookupEvidence {
  readonly name: string;
  readonly type: string;
  /** NOERROR, NXDOMAIN, SERVFAIL … or our own word where no reply came: TIMEOUT, NETWORK, MALFORMED … */
  readonly rcode: string;
  /** The answer section's data in presentation format, CNAMEs included. */
  readonly records: readonly string[];
  /** Seconds; absent when nothing came. */
  readonly ttl?: number;
  /** `address` or `address#port` of the server that answered or kept silent last. */
  readonly server: string;
  /** Lowercase header flags of the reply (aa, tc, rd, ra, ad, cd) and `tcp`, `cached` where they apply. */
  readonly flags: readonly string[];
  /** Milliseconds from the first question to the last reply, retries included. */
  readonly ms: number;
  /** The facts this lookup was made for. */
  readonly facts: readonly string[];
}
