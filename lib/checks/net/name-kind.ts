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
  /^(?:e?smtps?|lmtp|hello|hi|hey|helo|ehlo|ok|okay|welcome|greetings|ready|pleased|nice|good|thanks?|glad|dear|at|i|i'm|it's|here|this|that|the|there|your|you|my|our|we|please|warning|notice|attention|important|no|not|authorized|unauthorized|private|access|use|all|any|by|connected|connection|requested|command|completed|proceed)[,.:!;]?$/i;

/** What makers of servers are called, and hosts are not: `220 Microsoft ESMTP MAIL Service ready`. */
const MAKERS =
  /^(?:microsoft|kerio|mdaemon|mailenable|axigen|icewarp|communigate|smartermail|hmailserver|opensmtpd|sendmail)$/i;

/** Extensions (IANA "SMTP Service Extensions") of a server that leaves the line with its name out of its answer. */
const KEYWORDS =
  /^(?:SIZE|PIPELINING|8BITMIME|STARTTLS|ENHANCEDSTATUSCODES|CHUNKING|BINARYMIME|SMTPUTF8|DELIVERBY|ETRN|DSN|VRFY|EXPN)(?:=.*)?$/;

/** A status code in front of the words (RFC 3463): `250 2.0.0 Ok`. */
const STATUS = /^[245]\.\d{1,3}\.\d{1,3}$/;

/** What marks the line of a greeting that begins with the server's name, however short. */
const SOFTWARE =
  /^\W?(?:e?smtp|lmtp|mail|postfix|exim|sendmail|exchange|qmail|opensmtpd|haraka|ready|service)\b(?!\.)/i;

/** What a server says behind its own name: `250 MAILHOST Hello client.example.net [192.0.2.1]`. */
const ADDRESSES_US = /^(?:hello|hi|hey|greets|at)[,.!]?$/i;

/**
 * The kind of the first word of a reply's first line. Only a word without a dot, or a status code, can be mere text: one
 * of the words that replies begin with, an extension, or the first of a sentence that names no software.
 */
export function replyKind(word: string, line: string, ours?: string): NameKind {
  if (ours !== undefined && word.replace(/\.$/, "").toLowerCase() === ours.toLowerCase()) return "echo";
  if (STATUS.test(word) || !/[\p{L}\p{N}]/u.test(word)) return "text";
  const kind = nameKind(word);
  const dotless = kind === "single-label" || (kind === "invalid" && !word.includes("."));
  if (!dotless) return kind;
  if ([REPLY_WORDS, MAKERS, KEYWORDS].some((pattern) => pattern.test(word))) return "text";
  const [next = "", ...more] = line.trim().split(/\s+/).slice(1);
  if (ADDRESSES_US.test(next)) return kind;
  // A host may be called `mail`; `220 Mail service ready` has no host in it, and `Server mail.example.com` another.
  if (
    /^(?:mail|server|service|host)$/i.test(word) &&
    /^(?:server|service|system|gateway|relay|hub|daemon|agent|transfer|ready|is)\b|\w\.\w/i.test(next)
  )
    return "text";
  return more.length > 0 && ![next, ...more].some((each) => SOFTWARE.test(each)) ? "text" : kind;
}
