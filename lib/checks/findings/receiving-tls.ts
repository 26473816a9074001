import type { FailedLookup } from "../facts/lookup.ts";
import type { StsPolicy } from "../formats/receiving/mta-sts.ts";
import type { Tlsa, TlsaMatch } from "../formats/receiving/tlsa.ts";
import type { IpAddress } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";
import type { TlsState } from "./server-tls.ts";

/** Why a certificate is not valid whatever host it is for; `valid` where it is. */
export type CertificateStanding = "valid" | "expired" | "not-yet-valid" | "self-signed" | "untrusted";

/** What senders that follow MTA-STS would make of one server, asked under one MX name (RFC 8461 section 4.2). */
export type TlsForName =
  | Exclude<CertificateStanding, "valid">
  | Exclude<TlsState, "established">
  /** Valid, but with a version of TLS that has been withdrawn (RFC 8996). */
  | "old-version"
  | "valid"
  /** The certificate is for other hosts. */
  | "other-name"
  /** The certificate names the host in its common name alone, which no longer counts (RFC 9525 section 6.3). */
  | "common-name-only"
  /** TLS without a certificate. */
  | "no-certificate";

/** Those of them that senders which follow MTA-STS do not accept. */
export type TlsFault = Exclude<
  TlsForName,
  "valid" | "old-version" | "masked" | "not-reached" | "not-listening" | "limit"
>;

/** What one address showed against the TLSA records of its host. */
export type DaneComparison =
  | "match"
  /** The one record that matches is passed over beside a stronger digest (RFC 7671 section 9). */
  | "weaker-match"
  | "mismatch"
  /** It has no TLS, by what it answered. */
  | "no-tls"
  | "not-comparable"
  /** It showed us no certificate. Says nothing about what it has. */
  | "not-seen"
  /** Our limit for one check was reached. */
  | "not-asked";

/** One TLSA record, and what it comes to. */
export interface RecordStanding {
  readonly record: Tlsa;
  /** `unusable` and `passed-over` records do not count; `not-seen` ones had nothing to be compared with. */
  readonly result: TlsaMatch | "unusable" | "passed-over" | "not-seen";
}

export interface ComparedAddress {
  readonly address: IpAddress;
  readonly result: DaneComparison;
  /** Why none matches, where one nearly does. */
  readonly because?: TlsaMatch;
  /** SHA-256 of the key shown. */
  readonly key?: string;
}

/** DANE for one MX host, as senders that follow it see it (RFC 7672 section 2.2). */
export type DaneStanding =
  /** A question it depends on got no answer. */
  | { readonly kind: "failed"; readonly lookups: readonly FailedLookup[] }
  /** An answer it depends on failed validation: such senders hold the mail. */
  | { readonly kind: "bogus"; readonly lookups: readonly FailedLookup[] }
  | { readonly kind: "absent" }
  /** There are records, and the resolver does not vouch for them or for the addresses: senders pass over them. */
  | { readonly kind: "insecure"; readonly records: readonly RecordStanding[] }
  | { readonly kind: "unusable"; readonly records: readonly RecordStanding[] }
  | {
      readonly kind: "secure";
      readonly records: readonly RecordStanding[];
      readonly addresses: readonly ComparedAddress[];
      /** All addresses together. */
      readonly result: DaneComparison;
      /** Whether the MX records are signed as well; senders use the records of the host without that, too. */
      readonly mxSigned: boolean;
    };

/** One address of an MX host, asked under the host's name. */
export interface MxAddressTls {
  readonly address: IpAddress;
  readonly state: TlsForName;
}

/** TLS on the way to one MX host, under its name. */
export interface MxHostTls {
  readonly name: DomainName;
  readonly addresses: readonly MxAddressTls[];
  /**
   * All addresses together: `invalid` where one of them has a fault, `valid` where one is in order and none at fault,
   * `unknown` where nobody showed anything, `no-address` where there is nobody to ask.
   */
  readonly tls: "valid" | "old-version" | "invalid" | "unknown" | "no-address";
  /** Addresses for which the check had no room. */
  readonly unasked: readonly IpAddress[];
  /** Address questions without an answer. */
  readonly open: readonly FailedLookup[];
  /** Whether the MTA-STS policy names it; absent where there is no policy that could. */
  readonly named?: boolean;
  readonly dane: DaneStanding;
}

/** How mail for a domain is encrypted on its way in: MTA-STS, DANE and what the hosts show, host by host. */
export interface ReceivingTls {
  readonly hosts: readonly MxHostTls[];
  /** The MTA-STS policy that senders get today, where it is one. */
  readonly policy?: StsPolicy;
}
