import type { IpAddress } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";
import type { ResolverView, ReverseAuthority } from "./authority.ts";
import type { DkimKeys } from "./dkim.ts";
import type { DmarcPolicy } from "./dmarc.ts";
import type { ForwardZone, IntendedHost } from "./intended-hostname.ts";
import type { ListResult, NameListing } from "./lists.ts";
import type { ForwardLookup, LookupOf } from "./lookup.ts";
import type { MailExchange } from "./mx.ts";
import type { Network } from "./network.ts";
import type { PtrDomainMail } from "./ptr-domain-mail.ts";
import type { Bimi, CaaOfHosts, Dane, MtaSts, MxSessions, TlsReporting } from "./receiving.ts";
import type { Sending } from "./sending.ts";
import type { Siblings } from "./siblings.ts";
import type { SmtpSession } from "./smtp.ts";
import type { SpfEvaluation, SpfSenders, SpfWalk } from "./spf.ts";
import type { ReverseZone } from "./zone.ts";
import type { ZoneSecurity } from "./zone-security.ts";

/** What the reader told us beside the target (the options under the field). */
export interface Claims {
  /** The domain they send as. */
  readonly from?: DomainName;
  /** What their server says in EHLO when it sends: any argument, as it is said; a name in canonical form. */
  readonly helo?: string;
  /** DKIM selectors they use. */
  readonly selectors: readonly string[];
}

/**
 * Everything that can be observed about one subject: an address that sends, or a domain. Facts are what the world told
 * us, before anyone has an opinion (what follows from them is in `findings.ts`); terms follow RFC 9499. Each fact has one
 * gatherer in `gather/index.ts`; a subject may bring a fact along as a seed instead.
 */
export interface Facts {
  readonly address: IpAddress;
  /** The host name or domain that was asked about. */
  readonly host: DomainName;
  readonly claims: Claims;
  /** The host name under which `address` was found, where the reader asked about one. */
  readonly asked: DomainName | undefined;
  /** When this was looked at, in epoch milliseconds. */
  readonly now: number;
  /** The PTR RRset of `address`. */
  readonly reverse: LookupOf<"PTR">;
  /** The address RRsets, of the address's own family, of the names of `reverse`, as far as they were followed (RFC 8601 section 3). */
  readonly forward: readonly ForwardLookup[];
  /** One SMTP session with `address`. */
  readonly smtp: SmtpSession;
  /** The address RRsets, of the address's own family, of the names the server greets with. */
  readonly mailNames: MailNames;
  /** What else the EHLO name has; undefined where it has an address of its own family, or does not exist. */
  readonly ehloElsewhere: EhloElsewhere | undefined;
  /** Every address of `host`. */
  readonly hostAddresses: HostAddresses;
  /** The IPv6 addresses beside `address` under its PTR names. */
  readonly siblings: Siblings;
  /** Where the intended hostname resolves to; undefined where nobody has named the server. */
  readonly intendedHost: IntendedHost | undefined;
  /** The zone of `intendedHost`, and who runs it. */
  readonly forwardZone: ForwardZone | undefined;
  /** The zone of the first PTR name. */
  readonly ptrNameZone: ForwardZone | undefined;
  /** The zone that holds the PTR record, and who runs it. */
  readonly reverseZone: ReverseZone;
  /** What that zone's own servers say of the PTR record, each asked itself. */
  readonly reverseAuthority: ReverseAuthority;
  /** The PTR record as public resolvers see it. */
  readonly resolverViews: readonly ResolverView[];
  /** The root's SOA record: whether our resolver vouches for it tells whether it validates at all. */
  readonly validation: LookupOf<"SOA">;
  /** The network `address` is in. */
  readonly network: Network;
  /** check_host() for `address` and the domain of `sender`; undefined where there is none. */
  readonly spf: SpfEvaluation | undefined;
  /** check_host() for `address` and `heloIdentity`: the SPF of mail with an empty sender, bounces for instance. */
  readonly heloSpf: SpfEvaluation | undefined;
  /** Everything behind the SPF record of `sender`'s domain, whoever sends. */
  readonly spfRecord: SpfWalk | undefined;
  /** The addresses that record lets send. */
  readonly spfSenders: SpfSenders | undefined;
  /** DKIM keys of `sender`'s domain; undefined where there is none, as for all that follows about it. */
  readonly dkim: DkimKeys | undefined;
  /** The DMARC policy of `sender`'s domain. */
  readonly dmarc: DmarcPolicy | undefined;
  /** Where mail to `sender`'s domain goes, bounces for instance. */
  readonly mx: MailExchange | undefined;
  /** How `sender`'s domain asks for encryption of mail to it, and where it wants reports. */
  readonly mtaSts: MtaSts | undefined;
  readonly tlsReporting: TlsReporting | undefined;
  readonly dane: Dane | undefined;
  /** What the MX hosts show in TLS. */
  readonly mxSessions: MxSessions | undefined;
  readonly bimi: Bimi | undefined;
  /** How the zone of `sender`'s domain is signed. */
  readonly zoneSecurity: ZoneSecurity | undefined;
  /** Whether the organisational domain of the PTR name takes mail. */
  readonly ptrDomainMail: PtrDomainMail | undefined;
  /** Who may issue certificates for the MX hosts. */
  readonly caa: CaaOfHosts | undefined;
  /** What it showed when it sent to this service's listener; undefined where it has not, as in most checks. */
  readonly sending: Sending | undefined;
  /** What the blocklists say of `address`. */
  readonly dnsbl: readonly ListResult[];
  /** What the lists of good senders say of `address`. */
  readonly dnswl: readonly ListResult[];
  /** What the blocklists of names say of `senderNames`. */
  readonly nameLists: NameListing;
}

/** Only names that can be looked up are here: `localhost`, a literal or a masked greeting has no entry. */
export interface MailNames {
  readonly greeting?: ForwardLookup;
  readonly ehlo?: ForwardLookup;
  /** The name the reader says their server uses when it sends. */
  readonly claimed?: ForwardLookup;
}

/** What else stands at an EHLO name that has no address of the address's own family. */
export interface EhloElsewhere {
  readonly name: DomainName;
  /** The address RRset of the other family. */
  readonly otherFamily: LookupOf<"A"> | LookupOf<"AAAA">;
  readonly mx: LookupOf<"MX">;
}

/** Both address RRsets of a host name. */
export interface HostAddresses {
  readonly a: LookupOf<"A">;
  readonly aaaa: LookupOf<"AAAA">;
  /** The addresses the guard lets us dial; as many are looked at as the check has room for. */
  readonly reachable: readonly IpAddress[];
  /** As many addresses as the check looks at. */
  readonly room?: number;
  /** Those it does not, with what they are ("private", "loopback" …). */
  readonly refused: readonly { readonly address: IpAddress; readonly what: string }[];
  /** This service's own, which are public and not looked at. */
  readonly own?: readonly IpAddress[];
  /** Those whose holder asked not to be looked at, public as well. */
  readonly optedOut?: readonly IpAddress[];
}

export type FactName = keyof Facts;
