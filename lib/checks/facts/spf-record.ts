import type { Cidr } from "../net/address.ts";

/** What an SPF record consists of once it is read (RFC 7208 sections 4.6.1, 5, 6, 7 and 12). */

/** The letters that may stand in a record; c, r and t belong to explanation texts, which nobody evaluates here. */
export type MacroLetter = "s" | "l" | "o" | "d" | "i" | "p" | "v" | "h";

/** One piece of a macro-string: characters that stand for themselves, or a macro with its transformers. */
export type MacroPart =
  | { readonly literal: string; readonly escaped?: boolean }
  | {
      readonly letter: MacroLetter;
      /** Parts kept, counted from the right; all without it. */
      readonly keep?: number;
      readonly reverse: boolean;
      /** Characters the value is split at. */
      readonly delimiters: string;
      /** An uppercase letter asks for URL escaping. */
      readonly urlEscape: boolean;
    };
export type MacroString = readonly MacroPart[];

export type Qualifier = "+" | "-" | "~" | "?";

export interface Written {
  /** The term as published. */
  readonly text: string;
  /** Where it starts in the record, counted from 0. */
  readonly at: number;
}

export type Mechanism = Written & { readonly qualifier: Qualifier } & (
    | { readonly kind: "all" }
    | { readonly kind: "include"; readonly domain: MacroString }
    | { readonly kind: "exists"; readonly domain: MacroString }
    | { readonly kind: "a"; readonly domain?: MacroString; readonly bits4: number; readonly bits6: number }
    | { readonly kind: "mx"; readonly domain?: MacroString; readonly bits4: number; readonly bits6: number }
    | { readonly kind: "ptr"; readonly domain?: MacroString }
    | { readonly kind: "ip4"; readonly block: Cidr }
    | { readonly kind: "ip6"; readonly block: Cidr }
  );
/** Mechanisms whose question is about hosts, not about another record. */
export type HostMechanism = Extract<Mechanism, { kind: "a" } | { kind: "mx" } | { kind: "ptr" } | { kind: "exists" }>;
export type Modifier = Written &
  (
    | { readonly kind: "redirect"; readonly domain: MacroString }
    | { readonly kind: "exp"; readonly domain: MacroString }
    /** Unknown modifiers are ignored (section 6). */
    | { readonly kind: "other"; readonly name: string }
  );
export type Redirect = Extract<Modifier, { kind: "redirect" }>;
export type Term = Mechanism | Modifier;

export type SyntaxCode =
  | "unknown-mechanism"
  /** A modifier written as a mechanism: `redirect:example.com`. */
  | "colon-for-equals"
  | "missing-domain"
  | "bad-domain"
  /** An address where a name belongs: `a:192.0.2.1`. */
  | "address-for-domain"
  | "bad-macro"
  | "missing-address"
  | "bad-address"
  | "bad-prefix-length"
  | "unexpected-argument"
  | "bad-character"
  | "repeated-modifier";

export interface SpfSyntaxError extends Written {
  readonly code: SyntaxCode;
}

export interface SpfRecord {
  readonly text: string;
  /** In the order published, without the terms in `errors`. */
  readonly terms: readonly Term[];
  readonly errors: readonly SpfSyntaxError[];
}
