import type { Family } from "../../net/address.ts";

/** How much a listing matters to mail. `informational` lists whole networks: nothing about this address. */
export type Weight = "high" | "medium" | "low" | "informational";

/** What one return code says. */
export interface Code {
  readonly means: string;
  /** Where it differs from the list's own. */
  readonly weight?: Weight;
  /** The cause is the PTR record, or the kind of range the address lies in: nobody has complained of mail. */
  readonly cause?: "identity";
  /** `neutral` and `good` are no listings; `error` is no answer at all. Default: `listed`. */
  readonly effect?: "listed" | "neutral" | "good" | "error";
}

/** How a list's answers are read. `other` stands for every code in 127.0.0.0/8 that is not named. */
export type Codes =
  /** Each address has a meaning of its own. */
  | { readonly by: "address"; readonly named: Readonly<Record<string, Code>>; readonly other: Code }
  /** The last octet is a set of bits. */
  | { readonly by: "bits"; readonly named: Readonly<Record<number, Code>>; readonly other: Code }
  /** 127.0.category.trust, as dnswl.org answers. */
  | { readonly by: "trust" };

/** Keys that open lists to whoever has an account there; each is a label in front of the zone. */
export type KeyName = "spamhaus" | "abusix";

/** One list in the DNS (RFC 5782). */
export interface List {
  /** Permanent: stored in reports. */
  readonly id: string;
  readonly title: string;
  /** The zone as the public knows it. */
  readonly zone: string;
  readonly kind: "block" | "allow";
  /** What is asked about: an address, a host name as it is, or only its organisational domain. */
  readonly about: "address" | "host" | "organisation";
  /** For lists of addresses. */
  readonly families: readonly Family[];
  readonly weight: Weight;
  readonly codes: Codes;
  /** Asked only with this key, in this zone below it. */
  readonly key?: { readonly name: KeyName; readonly zone: string };
  /** A name the list's operators keep on it for tests, where RFC 5782's TEST may be missing. */
  readonly testName?: string;
  /** How to get off it: sentences. */
  readonly removal: { readonly how: string; readonly url: string };
  /** Which receivers act on a listing: a sentence. */
  readonly whoCares: string;
  /** It answers only resolvers that are registered there; to others it may keep silent, or say that nobody is listed. */
  readonly registered?: true;
  /** What a reader should know before trusting it. */
  readonly caveat?: string;
}
