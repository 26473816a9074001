import type { FactName, Facts } from "../facts/facts.ts";
import type { SmtpSession } from "../facts/smtp.ts";
import type { Vantage } from "../facts/vantage.ts";
import type { Known, KnownName } from "../findings/findings.ts";
import type { IpAddress } from "../net/address.ts";
import type { DomainName } from "../net/domain-name.ts";
import type { Budget } from "./budget.ts";
import type { DnsClient } from "./dns/client.ts";

/** What a gatherer works with: a DNS client that keeps evidence for its fact, the SMTP probe, the rest of the vantage. */
export interface Gathering {
  readonly dns: DnsClient;
  /**
   * One session with one address under one host name, which is sent as the server name in TLS (SNI), or under none.
   * Asked twice, it is still one.
   */
  readonly smtp: (address: IpAddress, name?: DomainName) => Promise<SmtpSession>;
  readonly vantage: Vantage;
  /** What this check may still send. Spent where packets leave; gatherers only look whether it is worth beginning. */
  readonly budget: Budget;
  /** Settles when this subject's questions are sent and no longer wait for others; at once where it is absent. */
  readonly turn?: () => Promise<void>;
  /** Aborted when the reader stops the check or its time is up; whatever is open then settles as failed. */
  readonly signal: AbortSignal;
}

/**
 * How one fact is found. It only asks, and never says what an answer means: where one question follows from what another
 * one told, that choice is a finding it needs (`derive`).
 */
export interface Gatherer<K extends FactName, Need extends KnownName = KnownName> {
  readonly needs: readonly Need[];
  /** Of `smtp` it needs no more than what the server has said by its answer to EHLO, and gets it as soon as that is there. */
  readonly untilEhlo?: true;
  /** Settles always: the world's faults are values inside the fact, a rejection is a fault of ours. */
  readonly gather: (known: Pick<Known, Need>, gathering: Gathering) => Promise<Facts[K]>;
}

/** Infers `needs`, so that a gatherer sees only what it declared. */
export function defineGatherer<K extends FactName>() {
  return <const Need extends KnownName>(gatherer: Gatherer<K, Need>): Gatherer<K, Need> => gatherer;
}
