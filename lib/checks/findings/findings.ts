import type { Facts } from "../facts/facts.ts";
import type { IntendedHostname } from "../facts/intended-hostname.ts";
import type { SenderNames } from "../facts/lists.ts";
import type { HeloIdentity, SendingDomain } from "../facts/sender.ts";
import type { DomainName } from "../net/domain-name.ts";
import type { ForwardConfirmation } from "./forward-confirmation.ts";
import type { IdentityChain } from "./identity-chain.ts";
import type { Listings } from "./listings.ts";
import type { ReceivingTls } from "./receiving-tls.ts";
import type { EhloName, ServerName } from "./server-name.ts";
import type { ServerTls } from "./server-tls.ts";
import type { SharedSenderFinding } from "./shared-sender.ts";
import type { ReverseCut, ZoneHolders } from "./zone-holders.ts";

/**
 * What follows from the facts of one subject and is needed by more than one judge, each computed once (as Lighthouse's
 * computed artifacts are). A finding concludes nothing about good or bad: that is for signals and receivers. Each has
 * one file in `derive` and one line in `derive/index.ts`; a subject may bring one along as a seed, as it may a fact.
 */
export interface Findings {
  /** Which PTR names resolve back to the address (RFC 8601 section 3, "iprev"). */
  readonly forwardConfirmation: ForwardConfirmation;
  /** What the server calls itself: in its greeting, in answer to EHLO, and by what the reader claims. */
  readonly serverName: ServerName;
  /** The EHLO argument it is taken to send, and where that resolves to; undefined where none is known. */
  readonly ehloName: EhloName | undefined;
  /** The domain whose mail `address` is taken to send; for a domain as target, the target. */
  readonly sender: SendingDomain;
  /** The PTR name that stands for the address, and its organisational domain; undefined where it has none of its own. */
  readonly ptrDomain: { readonly name: DomainName; readonly domain: DomainName } | undefined;
  /** The name `address` is taken to say in EHLO when it sends. */
  readonly heloIdentity: HeloIdentity;
  /** The names in this server's mail; for a domain as target, the target. */
  readonly senderNames: SenderNames;
  /** The name this server is taken to be meant to have; undefined where nobody has named it. */
  readonly intendedHostname: IntendedHostname | undefined;
  /** What STARTTLS on port 25 came to, and how the certificate's names relate to the server's. */
  readonly serverTls: ServerTls;
  /** How mail for the domain is encrypted on its way in: MTA-STS, DANE and what each MX host shows, put together. */
  readonly receivingTls: ReceivingTls;
  /** What the blocklists of addresses say. */
  readonly addressListings: Listings;
  /** What the lists of good senders say. */
  readonly allowListings: Listings;
  /** What the blocklists of names say of `senderNames`. */
  readonly nameListings: Listings;
  /** Where the zone cut lies that the PTR record stands below. */
  readonly reverseCut: ReverseCut;
  /** Who can set the PTR record, and who the forward record. */
  readonly zoneHolders: ZoneHolders;
  /** Whether a service sends from the address for many customers: Microsoft 365, Google, Amazon SES and the like. */
  readonly sharedSender: SharedSenderFinding;
  /** Address → PTR names → addresses → back, and what depends on the name: where each is drawn and which verdict it shows. */
  readonly identityChain: IdentityChain;
}

export type FindingName = keyof Findings;

/** All that can be known of a subject: what was observed, and what follows from it. */
export type Known = Facts & Findings;
export type KnownName = keyof Known;
