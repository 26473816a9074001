import { parseAddress } from "./address.ts";
import { type DomainName, hasPublicSuffix, isHostname, parseName } from "./domain-name.ts";

/**
 * What kind of thing a server calls itself by in its greeting or in EHLO (RFC 5321 section 4.1.1.1 allows the first
 * two).
 */
export type NameKind =
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
  | "invalid"
  /** No attempt at a name: the first word of a sentence (`220 Welcome to …`, `250 OK`). */
  | "text"
  /** The name we said in our own EHLO, sent back to us: it says nothing of the server. */
  | "echo";

/** What is meant to name a server. */
export type NamingKind = Exclude<NameKind, "text" | "echo">;

/** Whether what was said is meant to name the server at all. */
export const isNaming = <Said extends { readonly kind: NameKind }>(
  said: Said,
): said is Said & { readonly kind: NamingKind } => said.kind !== "text" && said.kind !== "echo";

/** The kind of one word, by itself. */
export function nameKind(word: string): NamingKind {
  if (/^\[.*\]$/.test(word)) return "literal";
  if (parseAddress(word)) return "bare-address";
  if (/^localhost(\.localdomain|\.localhost)?\.?$/i.test(word)) return "localhost";
  // Octets beyond ASCII are no name: nobody said which letters they are.
  const name = /^[\x21-\x7e]+$/.test(word) ? parseName(word) : undefined;
  if (!name || !isHostname(name)) return "invalid";
  if (!name.includes(".")) return "single-label";
  return hasPublicSuffix(name) ? "name" : "local-name";
}

/** An EHLO argument as a name that can be looked up: never for addresses and literals, nor for octets beyond ASCII. */
export function nameInArgument(argument: string | undefined): DomainName | undefined {
  if (argument === undefined || argument.startsWith("[") || parseAddress(argument)) return undefined;
  return /^[\x21-\x7e]+$/.test(argument) ? parseName(argument) : undefined;
}

/** Words that replies begin with instead of a name. */
const REPLY_WORDS =
  /^(?:e?smtps?|lmtp|hello|hi|hey|helo|ehlo|ok|okay|welcome|greetings|ready|pleased|at|this|the|your|you|we|please|warning|notice|attention|no|authorized|unauthorized|private|access|use|all|any|by|connected|connection)[,.:!;]?$/i;

/** What marks the line of a greeting that begins with the server's name, however short. */
const SOFTWARE = /\b(?:e?smtp|lmtp|mail|postfix|exim|sendmail|exchange|qmail|opensmtpd|haraka|ready|service)\b/i;

/**
 * The kind of the first word of a reply's first line. Only a word without a dot can be mere text: one of the words that
 * replies begin with, or the first of a sentence that names no software.
 */
export function replyKind(word: string, line: string, ours?: string): NameKind {
  if (ours !== undefined && word.replace(/\.$/, "").toLowerCase() === ours.toLowerCase()) return "echo";
  const kind = nameKind(word);
  const dotless = kind === "single-label" || (kind === "invalid" && !word.includes("."));
  if (!dotless) return kind;
  if (REPLY_WORDS.test(word)) return "text";
  const rest = line.trim().split(/\s+/).slice(1);
  // A host may be called `mail`; `220 Mail service ready` has no host in it.
  if (/^(?:mail|server|service)$/i.test(word) && /^(?:server|service|system|ready|is)\b/i.test(rest[0] ?? ""))
    return "text";
  return rest.length >= 2 && !SOFTWARE.test(rest.join(" ")) ? "text" : kind;
}
