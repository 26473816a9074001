import type { LookupEvidence, LookupOf, RecordType } from "../../facts/lookup.ts";
import type { Endpoint, ResolverFault } from "../../facts/vantage.ts";
import type { DomainName } from "../../net/domain-name.ts";

/** How a question is asked, where it is not the ordinary recursive one. */
export interface AskOptions {
  /** Asks this one server and no other. The address guard judges it first. */
  readonly at?: Endpoint;
  /** Whether recursion is desired (RD). Off for authoritative servers. Default: on without `at`, off with it. */
  readonly recursion?: boolean;
  /** Sets CD, so that a validating resolver hands over what it could not validate. */
  readonly checkingDisabled?: boolean;
  /** Tries instead of the vantage's. */
  readonly tries?: number;
  /** Tells the second time a question is asked from the first, where the point is to ask it again. */
  readonly again?: number;
  /** Milliseconds a try may take instead of the vantage's. */
  readonly tryMs?: number;
}

/** Asks DNS questions. Never rejects: what goes wrong is a `failed` lookup. */
export interface DnsClient {
  readonly ask: <K extends RecordType>(name: DomainName, type: K, options?: AskOptions) => Promise<LookupOf<K>>;
}

/** What one check brings to the resolver that all checks share. */
export interface Trace {
  readonly signal: AbortSignal;
  /** Called once for each question answered (or given up), cached ones included. */
  readonly record: (evidence: Omit<LookupEvidence, "facts">) => void;
  /**
   * Takes one packet from the check's budget; false when it is used up, or, for one that is sent `again` because an
   * answer is late, when the check has repeated enough. All traces of one check have the same function.
   */
  readonly spend: (what?: "again") => boolean;
}

/** The resolver of a vantage: cache, single flight and sockets, shared by its checks. Made by `createResolver`. */
export interface Resolver {
  readonly client: (trace: Trace) => DnsClient;
  /** Asks our resolvers what everybody knows, where the vantage says so; resolves when each was looked at. */
  readonly lookAtResolvers: () => Promise<void>;
  /** What is wrong with which of our resolvers, as far as it has been looked at. */
  readonly resolverFaults: () => readonly { readonly resolver: Endpoint; readonly faults: readonly ResolverFault[] }[];
  readonly close: () => void;
}
