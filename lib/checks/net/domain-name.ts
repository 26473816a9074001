import { getDomain, parse } from "tldts";

declare const canonical: unique symbol;

/**
 * A domain name in canonical text: lowercase ASCII, no trailing dot (the root is "."), octets that are not printable
 * ASCII and dots inside a label escaped as `\DDD` (RFC 4343 section 2.1), so that equality is `===`.
 */
export type DomainName = string & { readonly [canonical]: "name" };

/** For text that is already canonical (the DNS decoder's output, a literal in a test). */
export const asName = (text: string): DomainName => text as DomainName;

/** Splits a canonical name into its labels; the root has none. An escaped dot does not split. */
export function labels(name: DomainName): string[] {
  return name === "." ? [] : name.split(".");
}

/** The name one label up; the root's parent is the root. */
export function parent(name: DomainName): DomainName {
  return asName(labels(name).slice(1).join(".") || ".");
}

/** Whether `name` is `zone` or below it. */
export function isWithin(name: DomainName, zone: DomainName): boolean {
  return zone === "." || name === zone || name.endsWith(`.${zone}`);
}

/**
 * Whether a name can be the name of a host: letters, digits and inner hyphens, labels of at most 63 octets, 253 in
 * all, not all numeric at the end (RFC 1123 section 2.1). The underscore is not a letter.
 */
export function isHostname(name: string): boolean {
  if (name.length > 253) return false;
  const parts = name.split(".");
  return parts.every((label) => /^(?!-)[a-z0-9-]{1,63}(?<!-)$/i.test(label)) && !endsInNumber(name);
}

/** Whether the last label is a number, as in an IPv4 address: no top-level domain is. */
const endsInNumber = (name: string): boolean => /(?:^|\.)\d+$/.test(name);

// Names come as they are: a PTR record may hold `example.com/x.attacker.example`, which a URL reader would take for
// example.com. So nothing is extracted, and nothing is validated away.
const AS_IT_IS = {
  allowPrivateDomains: false,
  validateHostname: false,
  extractHostname: false,
  detectIp: false,
} as const;
const WITH_PRIVATE = { ...AS_IT_IS, allowPrivateDomains: true } as const;

/**
 * Whether the name ends in a top-level domain that exists in the DNS (the public suffix list's ICANN section, by
 * tldts; the list has `onion` too, which RFC 7686 keeps out of the DNS).
 */
export function hasPublicSuffix(name: DomainName): boolean {
  const { isIcann, publicSuffix } = parse(name, AS_IT_IS);
  return isIcann === true && publicSuffix !== "onion";
}

/**
 * The organisational domain: the public suffix plus one label, by the whole public suffix list. Its private section
 * counts too, so that each customer of `uk.com` or `github.io` is an organisation of their own; such a suffix itself is
 * its operator's. Undefined where the name has none: a registry's suffix, a numeric name, anything in `arpa`, which is
 * infrastructure. An unknown top-level domain counts as a suffix, as the list's own algorithm has it. DMARC does
 * without this list (RFC 9989 section 4.10; `dmarc/discovery.ts`).
 */
export function organisationalDomain(name: DomainName): DomainName | undefined {
  if (isWithin(name, asName("arpa")) || endsInNumber(name)) return undefined;
  const domain = getDomain(name, WITH_PRIVATE) ?? getDomain(name, AS_IT_IS);
  return domain ? asName(domain) : undefined;
}

/**
 * Whether everything below the name is other people's by the public suffix list's private section: `uk.com`,
 * `github.io`, `compute.amazonaws.com`. It stands for no sender itself.
 */
export function isPrivateSuffix(name: DomainName): boolean {
  const { isPrivate, publicSuffix } = parse(name, WITH_PRIVATE);
  return isPrivate === true && publicSuffix === name;
}

/**
 * The domain that was registered with a registry: as `organisationalDomain`, by the list's ICANN section alone. It
 * tells who a name's zone is run by where that matters more than who uses it.
 */
export function registeredDomain(name: DomainName): DomainName | undefined {
  if (isWithin(name, asName("arpa")) || endsInNumber(name)) return undefined;
  const domain = getDomain(name, AS_IT_IS);
  return domain ? asName(domain) : undefined;
}

/** How two names are related: the chain's edges, the greeting and the certificate all speak in these words. */
export type NameRelation = "same" | "same-organisation" | "unrelated";

export function relate(a: DomainName, b: DomainName): NameRelation {
  if (a === b) return "same";
  const organisation = organisationalDomain(a);
  return organisation && organisation === organisationalDomain(b) ? "same-organisation" : "unrelated";
}

const NEARNESS: readonly NameRelation[] = ["same", "same-organisation", "unrelated"];

/** Names in the order of how near they are to one of them, otherwise as they were. */
export const nearestFirst = (names: readonly DomainName[], to: DomainName): DomainName[] =>
  names.toSorted((a, b) => NEARNESS.indexOf(relate(a, to)) - NEARNESS.indexOf(relate(b, to)));

/**
 * Reads a domain name as people write it: trims, lowercases, drops a trailing dot, turns U-labels into A-labels
 * (WHATWG's domain to ASCII, non-strict, so underscores pass). Undefined where it cannot be one.
 */
export function parseName(input: string): DomainName | undefined {
  const trimmed = input.trim().replace(/\.$/, "");
  if (!trimmed || trimmed.length > 1000 || /[\s/\\:@[\]?#%<>^|]/.test(trimmed)) return undefined;
  const ascii = /^[\x21-\x7e]+$/.test(trimmed) ? trimmed.toLowerCase() : toAscii(trimmed);
  if (!ascii || ascii.length > 253) return undefined;
  return ascii.split(".").every((label) => label.length >= 1 && label.length <= 63) ? asName(ascii) : undefined;
}

function toAscii(text: string): string | undefined {
  const host = URL.parse(`http://${text}/`)?.hostname;
  // Full-width and circled digits become an IPv4 address there, which is no name.
  return host && /^[\x21-\x7e]+$/.test(host) && !endsInNumber(host) ? host : undefined;
}
