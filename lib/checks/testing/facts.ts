import type { FailedLookup, Failure, ForwardLookup, Lookup, LookupOf, RecordType } from "../facts/lookup.ts";
import { type IpAddress, parseAddress } from "../net/address.ts";
import { asName, type DomainName } from "../net/domain-name.ts";

/** Short spellings of facts, for table tests. */
export const name = (text: string): DomainName => asName(text);

export function ip(text: string): IpAddress {
  const address = parseAddress(text);
  if (address !== text) throw new Error(`${text} is not a canonical address`);
  return address;
}

const replied = {
  name: name("question.example"),
  type: "TXT",
  ttl: 300,
  aliases: [],
  authenticated: false,
  authoritative: false,
  size: 100,
} as const;

/** An answer with these records; `about()` gives it its question where a test cares. */
export const answer = <T>(...records: T[]): Lookup<T> => ({ ...replied, kind: "answer", records });
export const nodata: Lookup<never> = { ...replied, kind: "nodata" };
export const nxdomain: Lookup<never> = { ...replied, kind: "nxdomain" };
export const failed = (reason: Failure = "timeout"): FailedLookup => ({
  name: replied.name,
  type: replied.type,
  kind: "failed",
  reason,
});

/** The same lookup with its question, and whatever else matters: `about("mx.example", "A", answer(ip("192.0.2.1")))`. */
export function about<K extends RecordType, L extends Lookup<unknown>>(
  owner: string,
  type: K,
  lookup: L,
  more: Partial<LookupOf<K>> = {},
): L {
  return { ...lookup, ...more, name: name(owner), type };
}

export const forward = (owner: DomainName, addresses: Lookup<IpAddress>): ForwardLookup => ({ name: owner, addresses });
