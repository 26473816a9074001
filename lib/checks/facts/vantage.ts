import type { Cidr, IpAddress } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";
import type { Guard } from "../net/guard.ts";

/** An address and a port. */
export interface Endpoint {
  readonly address: IpAddress;
  readonly port: number;
}

/** A recursive resolver that serves everybody. */
export interface PublicResolver extends Endpoint {
  /** Who runs it, as readers know it. */
  readonly name: string;
}

/** What is wrong with a resolver of ours, so that not everything it says can be believed. */
export type ResolverFault =
  /** It does not reach the internet: it denies what everybody knows. */
  | "offline"
  /** It makes up addresses for names that do not exist. */
  | "rewrites"
  /** It denies names without saying whose word that is (RFC 2308 section 2.1). */
  | "denies"
  | "hides-aaaa"
  | "hides-ptr"
  /** It says that answers are validated, and hands over one whose signature is wrong (RFC 4035 section 4.3). */
  | "feigns-validation";

/** How long we wait and how much we ask. Times in milliseconds. */
export interface Limits {
  /**
   * What one try of one DNS question adds to how long we wait for its answer. The next try begins much sooner as a rule:
   * when the server takes longer than it usually does.
   */
  readonly dnsTryMs: number;
  /** Tries of one question over all servers asked. */
  readonly dnsTries: number;
  /** DNS questions that one check may send: every datagram and every TCP connection counts, retries and all. */
  readonly dnsQueries: number;
  /** Addresses that one check looks at. */
  readonly addresses: number;
  /** Connections to port 25 that one check may open. */
  readonly smtpSessions: number;
  /** Connections to port 443 that one check may open. */
  readonly httpsConnections: number;
  /** Octets of a report as JSON. */
  readonly reportOctets: number;
  /** The longest we keep an answer, in seconds: short, because people check again right after a change. */
  readonly cacheSeconds: number;
  readonly smtpConnectMs: number;
  /** How long we wait for a complete greeting: senders wait five minutes, readers do not (RFC 5321 section 4.5.3.2.1). */
  readonly smtpGreetingMs: number;
  readonly smtpReplyMs: number;
  /** The whole SMTP session. */
  readonly smtpSessionMs: number;
  /** The whole check; whatever is still open then is unknown. */
  readonly checkMs: number;
  /** How long the session with one address under one name is shared by all checks, in seconds. None: 0. */
  readonly sessionSeconds: number;
  /** SMTP sessions with one address in a minute, over all checks. */
  readonly sessionsPerAddress: number;
  /** SMTP sessions with one network (IPv4 /24, IPv6 /64) in a minute, over all checks. */
  readonly sessionsPerNetwork: number;
  /** How long a session waits for its turn; what has none by then is our own limit. */
  readonly sessionWaitMs: number;
  /** How long a registry's answer is shared by all addresses of its block, in seconds. None: 0. */
  readonly registrationSeconds: number;
  /** Questions to one blocklist in a second, over all checks. */
  readonly listQuestions: number;
  /** Questions to one authoritative or public server in a second, over all checks. */
  readonly serverQuestions: number;
}

export const defaultLimits: Limits = {
  dnsTryMs: 1100,
  dnsTries: 4,
  dnsQueries: 200,
  addresses: 16,
  smtpSessions: 24,
  httpsConnections: 8,
  reportOctets: 1_000_000,
  cacheSeconds: 60,
  smtpConnectMs: 8_000,
  smtpGreetingMs: 15_000,
  smtpReplyMs: 10_000,
  smtpSessionMs: 25_000,
  checkMs: 40_000,
  sessionSeconds: 0,
  sessionsPerAddress: Number.POSITIVE_INFINITY,
  sessionsPerNetwork: Number.POSITIVE_INFINITY,
  sessionWaitMs: 30_000,
  registrationSeconds: 0,
  listQuestions: Number.POSITIVE_INFINITY,
  serverQuestions: Number.POSITIVE_INFINITY,
};

/** What servers may expect of a public service, however many check them. Tests and the demo check as often as they like. */
export const publicManners = {
  sessionSeconds: 60,
  sessionsPerAddress: 3,
  sessionsPerNetwork: 24,
  registrationSeconds: 86_400,
  listQuestions: 50,
  serverQuestions: 20,
} as const satisfies Partial<Limits>;

/** How often something may happen, whoever does it: `most` times in `ms` milliseconds, told apart by `key`. */
export interface Pace {
  readonly key: string;
  readonly most: number;
  readonly ms: number;
}

/** Keeps the paces of all checks: in this process, or for several in a place they share. */
export interface Pacing {
  /**
   * Books the next moment at which all of these paces have room, if it comes within so many milliseconds. Tells how long
   * to wait until then; undefined, and nothing is booked, where there is no room.
   */
  readonly book: (paces: readonly Pace[], withinMs: number) => Promise<number | undefined>;
}

/**
 * Where we look from: never a global. Production, tests and the demo each pass their own. The part of it that matters
 * to a reader is recorded in the report.
 */
export interface Vantage {
  /** What the reader sees: where this service runs. */
  readonly label: string;
  /** The recursive resolvers we ask, in order. */
  readonly resolvers: readonly Endpoint[];
  /** Whether our resolvers are asked what everybody knows, to tell whether they can be believed. */
  readonly canaries?: boolean;
  /** Resolvers that other people use, asked what they still remember of a PTR record. None: that is not looked at. */
  readonly publicResolvers?: readonly PublicResolver[];
  /** Special-purpose ranges that the operator lets through. */
  readonly allowed: readonly Cidr[];
  /** Judges every address before anything is sent to it. Resolvers set by the operator are exempt. */
  readonly guard: Guard;
  /**
   * Where a packet for an endpoint really goes, after the guard has judged the endpoint. The identity in production;
   * the small internet of tests and the demo leads public-looking addresses to loopback here.
   */
  readonly route: (endpoint: Endpoint) => Endpoint;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** What we say in EHLO. */
  readonly ehloName: string;
  /** A host known to answer on port 25, asked only to tell a silent server from a blocked port at our side. */
  readonly smtpReference?: string;
  /** Domains that exist where we look from although the public DNS has no such thing: `example` in the demo. */
  readonly zones?: readonly DomainName[];
  /** Opens Spamhaus's lists; without it they are not asked. */
  readonly spamhausKey?: string;
  /** Likewise for Abusix. */
  readonly abusixKey?: string;
  /** Roots to trust beside Node's own store, as PEM: the small internet has a certificate authority of its own. */
  readonly trust?: readonly string[];
  readonly limits: Limits;
  /** Who keeps the paces of `limits`; absent: this process, for its own checks. */
  readonly pacing?: Pacing;
  /** Whether somebody asked that this name, or one above it, is not looked at. Addresses are the guard's. */
  readonly isOptedOut?: (name: DomainName) => boolean;
  /** Settles when the guard knows the service's own addresses as well as it can; absent where there are none to know. */
  readonly ready?: Promise<void>;
}
