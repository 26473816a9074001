import type { DomainName } from "../net/domain-name.ts";
import type { FailedLookup } from "./lookup.ts";

/** A domain, or why there is none. `failed` is our ignorance: the question that would have told got no answer. */
type Missing =
  | { readonly domain: undefined; readonly why: "no-ptr" }
  /** The PTR name stands for no organisation on the internet: an internal name, a public suffix, an address. */
  | { readonly domain: undefined; readonly why: "no-organisation"; readonly name: DomainName }
  /** The PTR name is one that a provider made: its domain is the provider's, and no customer sends as that. */
  | { readonly domain: undefined; readonly why: "made-name"; readonly name: DomainName }
  | { readonly domain: undefined; readonly why: "failed"; readonly lookup: FailedLookup };

/** The domain whose mail this server is taken to send. */
export type SendingDomain =
  | { readonly domain: DomainName; readonly origin: "given" | "target" }
  /** The organisational domain of a PTR name: a guess, and to be called one. */
  | { readonly domain: DomainName; readonly origin: "ptr"; readonly name: DomainName }
  | Missing;

/** The name this server is taken to say in EHLO when it sends. */
export type HeloIdentity =
  | { readonly domain: DomainName; readonly origin: "given" | "ehlo" | "ptr" }
  /** What it is said to say is no name: an address literal for instance. */
  | { readonly domain: undefined; readonly why: "not-a-name"; readonly word: string }
  | Exclude<Missing, { why: "no-organisation" | "made-name" }>;
