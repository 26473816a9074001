import { parseAddress } from "./address.ts";
import { type DomainName, hasPublicSuffix, isHostname, parseName } from "./name.ts";

/** What kind of thing a server calls itself in its greeting or in EHLO (RFC 5321 section 4.1.1.1 allows the first two). */
export type MailWord =
  /** A fully qualified name under a top-level domain that exists. */
  | "name"
  /** `[192.0.2.1]`, `[IPv6:2001:db8::1]` (RFC 5321 section 4.1.3). */
  | "literal"
  | "bare-address"
  | "localhost"
  /** No dot in it. */
  | "single-label"
  /** A dotted name whose top-level domain does not exist: `.local`, `.lan`, `.internal`. */
  | "local-name"
  /** Characters that no host name may have. */
  | "invalid";

export function mailWord(word: string): MailWord {
  if (/^\[.*\]$/.test(word)) return "literal";
  if (parseAddress(word)) return "bare-address";
  if (/^localhost(\.localdomain|\.localhost)?\.?$/i.test(word)) return "localhost";
  const name = parseName(word);
  if (!name || !isHostname(name)) return "invalid";
  if (!name.includes(".")) return "single-label";
  return hasPublicSuffix(name) ? "name" : "local-name";
}

/** An EHLO argument as a name that can be looked up: never for addresses and literals. */
export function nameInWord(word: string | undefined): DomainName | undefined {
  if (word === undefined || word.startsWith("[") || parseAddress(word)) return undefined;
  return parseName(word);
}
