import type { Text } from "../net/safe-text.ts";

/** Why a text is no target. Codes are for programs and tests; the words are for the reader. */
export type ProblemCode =
  | "empty"
  /** Several lines, or far too much: a bounce or headers, which the bounce form reads. */
  | "long-text"
  /** More than one thing in one line; `choices` has those that could be checked. */
  | "several"
  /** A block of addresses where one address is asked for. */
  | "range"
  /** Characters that neither addresses nor names have. */
  | "characters"
  /** Digits or dots from another script. */
  | "foreign-digits"
  | "leading-zero"
  | "hexadecimal"
  /** Numbers and dots, but not four of them. */
  | "ipv4-parts"
  | "ipv4-octet"
  | "ipv6-form"
  | "zone-id"
  /** A reverse zone, or half a reverse name: no single address. */
  | "reverse-zone"
  | "empty-label"
  | "too-long"
  | "hyphen"
  | "underscore"
  | "idn"
  /** An address where a name is asked for. */
  | "not-a-name"
  | "dotless"
  | "special-use"
  | "unknown-tld"
  /** An option: a DKIM selector that cannot be one, or too many of them. */
  | "selector";

export interface Problem {
  readonly code: ProblemCode;
  /** What is the matter, and what would work. */
  readonly says: Text;
  /** What could be put in instead, each read as one target. */
  readonly choices?: readonly string[];
}

export const problem = (
  code: ProblemCode,
  says: Text,
  choices?: readonly string[],
): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem: { code, says, ...(choices ? { choices } : {}) },
});

/** A value, or why there is none. */
export type Read<T> = { readonly ok: true; readonly value: T } | ReturnType<typeof problem>;
export const read = <T>(value: T): Read<T> => ({ ok: true, value });
