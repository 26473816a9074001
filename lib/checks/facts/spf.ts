import type { Family, IpAddress } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";
import type { FailedLookup, LookupOf } from "./lookup.ts";
import type { MacroLetter, SpfRecord, Term } from "./spf-record.ts";

/** The results of check_host() (RFC 7208 section 2.6). */
export type SpfResult = "none" | "neutral" | "pass" | "fail" | "softfail" | "temperror" | "permerror";

/** Why an evaluation ended in none, temperror or permerror. */
export type SpfProblemCode =
  /** The identity cannot be a domain: one label, an address literal, a label too long (section 4.3). */
  | "not-a-domain"
  /** There is no record (the result is none). */
  | "no-record"
  | "several-records"
  | "syntax"
  /** An include or redirect leads to a name without an SPF record (sections 5.2 and 6.1). */
  | "include-none"
  | "redirect-none"
  /** More than ten terms that ask the DNS (section 4.6.4). */
  | "too-many-lookups"
  /** More than two terms whose question found nothing. */
  | "too-many-voids"
  /** More than two names without an address, the hosts behind `mx` counted, on which evaluators differ. */
  | "too-many-mx-voids"
  /** More than ten MX records behind one `mx`. */
  | "too-many-mx"
  /** A question got no answer: temperror. */
  | "lookup-failed";

export interface SpfProblem {
  readonly code: SpfProblemCode;
  /** The domain whose record is concerned. */
  readonly domain: string;
  /** The term concerned, as published. */
  readonly term?: string;
  /** With `lookup-failed`. */
  readonly lookup?: FailedLookup;
  /**
   * Whether only this message shows the problem, because a macro on the way there depends on the message; reading the
   * records alone would not have found it.
   */
  readonly dynamic: boolean;
}

/** One term of a record, as this evaluation met it. */
export interface SpfTermNode {
  /** As published. */
  readonly text: string;
  readonly kind: Term["kind"];
  /** The name asked for, where the term names or implies one. */
  readonly target?: string;
  readonly outcome: "match" | "no-match" | "temperror" | "permerror" | "not-reached" | "ignored";
  /** Terms that ask the DNS, this one and those below it. */
  readonly lookups: number;
  /** Its own question found nothing. */
  readonly void: boolean;
  /** On the branch that decided the result. */
  readonly decided: boolean;
  /** Behind `include` and `redirect`. */
  readonly record?: SpfRecordNode;
}

/** One record of the evaluation. */
export interface SpfRecordNode {
  readonly domain: string;
  /** As published; absent where there is none, several, or no answer. */
  readonly text?: string;
  readonly result: SpfResult;
  /** Terms that asked the DNS in this record and below. */
  readonly lookups: number;
  readonly problem?: SpfProblem;
  readonly terms: readonly SpfTermNode[];
}

/** What check_host() says of one address and one identity, and how it came to it. */
export interface SpfEvaluation {
  readonly result: SpfResult;
  readonly address: IpAddress;
  /** The identity's domain. */
  readonly domain: string;
  /** The terms that decided, from the outside in: `include:_spf.example.com`, then `ip4:192.0.2.0/24`. */
  readonly path: readonly string[];
  /** Terms that asked the DNS. Ten are allowed. */
  readonly lookups: number;
  /** Questions of terms, and for the hosts behind `mx`, that found nothing. Two are allowed. */
  readonly voids: number;
  readonly problem?: SpfProblem;
  /**
   * Questions without an answer that RFC 7208 passes over (section 5.5: the PTR of `ptr` and `%{p}`). The result is
   * what the RFC makes of them; with the answer it might have been another, so no verdict may rest on it.
   */
  readonly unsettled: readonly FailedLookup[];
  /** Macro letters met on the way: `l` and `s` mean that the answer was made for "postmaster". */
  readonly macros: readonly MacroLetter[];
  readonly root: SpfRecordNode;
}

/** All that the DNS says behind one domain's SPF record, whoever sends: every include, also after a match. */
export interface SpfWalk {
  readonly domain: DomainName;
  readonly root: SpfWalkRecord;
  /** Whether every term was followed; past the walk's limit the rest was left out. */
  readonly complete: boolean;
}

export interface SpfWalkRecord {
  readonly domain: DomainName;
  readonly lookup: LookupOf<"TXT">;
  /** The SPF records among the TXT records. */
  readonly records: readonly string[];
  /** TXT records that were probably meant as SPF and are not. */
  readonly nearMisses: readonly string[];
  /** The only record, parsed. */
  readonly parsed?: SpfRecord;
  /** What the terms that ask the DNS lead to, by their place in `parsed.terms`. */
  readonly reached: Readonly<Record<number, SpfWalkReached>>;
}

export type SpfWalkReached =
  /** The name depends on the message: `exists:%{i}._spf.example.com`. */
  | { readonly kind: "dynamic" }
  /** No question can be composed of the name. */
  | { readonly kind: "bad-name" }
  /** Already on the way here: a circle. */
  | { readonly kind: "loop"; readonly domain: DomainName }
  /** Left out, because the walk had come to its limit. */
  | { readonly kind: "left-out" }
  | { readonly kind: "record"; readonly record: SpfWalkRecord }
  | { readonly kind: "hosts"; readonly name: DomainName; readonly a: LookupOf<"A">; readonly aaaa: LookupOf<"AAAA"> }
  | { readonly kind: "mx"; readonly name: DomainName; readonly mx: LookupOf<"MX"> }
  | { readonly kind: "exists"; readonly name: DomainName; readonly a: LookupOf<"A"> };

/** A run of addresses, both ends included. */
export interface AddressRange {
  readonly family: Family;
  readonly first: IpAddress;
  readonly last: IpAddress;
}

/** The addresses a domain's SPF record lets send (`+` terms that match before `all`), without asking any of them. */
export interface SpfSenders {
  /** Exact, every address once, special-purpose ones left out; also for `+all` and `ip4:0.0.0.0/0`. */
  readonly count4: bigint;
  readonly count6: bigint;
  /** Disjoint and ordered; at most 256 of each family are kept, so compare with `rangeCount` before listing them. */
  readonly ranges: readonly AddressRange[];
  /** Ranges there were before that. */
  readonly rangeCount: number;
  /** Special-purpose parts, which no receiver ever sees; each with the registry's name for it. */
  readonly denied: readonly (AddressRange & { readonly why: string })[];
  /** At most 16 addresses that stand for themselves, in the order published. */
  readonly singles: readonly { readonly address: IpAddress; readonly term: string; readonly name?: DomainName }[];
  readonly singleCount: number;
  /** `+all`: everybody. */
  readonly everybody: boolean;
  /** Terms that let in addresses no list can name: `ptr`, `exists`, names that depend on the message. */
  readonly open: readonly string[];
  /** Questions without an answer: the addresses behind them are missing here. */
  readonly failed: readonly FailedLookup[];
}
