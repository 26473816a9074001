import type { Lookup } from "../facts/lookup.ts";
import type { IpAddress } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";
import type { NameKind, NamingKind } from "../net/name-kind.ts";

/** A name as it was said. */
export interface SaidName {
  /** As said. */
  readonly text: string;
  readonly kind: NameKind;
  /** The same as a domain name, where it can be one. */
  readonly name?: DomainName;
}

/** The EHLO argument of a server when it sends, or what is taken for it. */
export interface SentName extends SaidName {
  readonly kind: NamingKind;
  /** `claimed` by the reader; `answered` is what the server says when it receives, which may differ. */
  readonly origin: "claimed" | "answered";
}

/** The same with where it resolves to. */
export interface EhloName extends SentName {
  /** In the address's own family; absent for what cannot be looked up in public. */
  readonly addresses?: Lookup<IpAddress>;
}

/** What the server calls itself, by each of its three sources. */
export interface ServerName {
  readonly greeting?: SaidName;
  /** Its answer to our EHLO. */
  readonly answered?: SaidName;
  /** The EHLO argument that the reader says it sends. */
  readonly claimed?: SaidName;
  /** The EHLO argument it is taken to send: what the reader claims, or else what it answers. */
  readonly ehlo?: SentName;
}
