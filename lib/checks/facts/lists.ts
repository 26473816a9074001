import type { IpAddress } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";
import type { Failure, Lookup } from "./lookup.ts";

/** What one list said, or why it said nothing. */
export type ListSaid =
  /** No addresses: it does not have what was asked for. `reasons` are TXT records, as foreign as any. */
  | { readonly kind: "answered"; readonly addresses: readonly IpAddress[]; readonly reasons: readonly string[] }
  /** It answers only those who have a key, and there is none here. It was not asked. */
  | { readonly kind: "no-key" }
  /** It answered, but not as RFC 5782 section 5 asks, or with an error: it does not serve us, and counts for nothing. */
  | {
      readonly kind: "unusable";
      readonly why: "no-test-entry" | "lists-everything" | "error-answer";
      readonly saw: readonly IpAddress[];
    }
  /**
   * No answer. `lasting` where none was to be expected: its test entry has been silent for long, or it serves only
   * registered resolvers and has never served us.
   */
  | { readonly kind: "failed"; readonly reason: Failure; readonly lasting: boolean };

/** One question to one list. */
export interface ListResult {
  /** The list's id. */
  readonly list: string;
  /** What was asked about: an address, or a name. */
  readonly about: IpAddress | DomainName;
  readonly said: ListSaid;
}

/** Where a name shows up in mail from this server. */
export type NameRole = "ptr" | "ehlo" | "sender";

/** The names receivers may look up in lists of names. */
export interface SenderNames {
  readonly names: readonly { readonly name: DomainName; readonly roles: readonly NameRole[] }[];
  /** Questions without an answer that could have led to further names. */
  readonly open: readonly Extract<Lookup<unknown>, { kind: "failed" }>[];
}

/** What the lists of names say. */
export interface NameListing {
  readonly results: readonly ListResult[];
  readonly names: SenderNames;
}
