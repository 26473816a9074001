import type { DomainName, IpAddress } from "../../checks/view.ts";
import type { CauseClass } from "../bounce/causes.ts";
import type { Codes, Permanence } from "../bounce/codes.ts";
import type { BounceReading } from "../bounce/read-bounce.ts";

/** What a log's reading is about: a class of refusals, or that the mail was taken. */
export type LogCause = Exclude<CauseClass, "delivered"> | "accepted";

/**
 * What became of recipients, those of one row: the same receiver, sending address and cause. Everything in it is from one
 * and the same outcome, or the same in all of them.
 */
export interface LogReading {
  /** The id of a receiver we know, else its host or domain. */
  readonly receiver: string | null;
  /** The address that the receiver saw; null where the text does not say. */
  readonly address: IpAddress | null;
  readonly helo: DomainName | null;
  /** The sender's domain. */
  readonly from: DomainName | null;
  readonly cause: LogCause;
  readonly codes: Codes;
  readonly permanence: Permanence | "accepted";
  /** Recipients, each by the last outcome it has in the text. */
  readonly count: number;
  /** ISO 8601, with `Z` where the text says the zone; null where it has no time. */
  readonly first: string | null;
  readonly last: string | null;
}

/** What needs its reader comes first: refusals, delays, what was taken. */
export const RANK: Readonly<Record<LogReading["permanence"], number>> = {
  permanent: 0,
  unknown: 1,
  temporary: 2,
  accepted: 3,
};

/** A message id, where it went and from which address. */
export interface MessageRow {
  readonly messageId: string;
  readonly domain: string;
  readonly address: string;
  readonly outcome: string;
  readonly at: string;
}

/** What a text of many lines says. */
export interface LogText {
  readonly readings: readonly LogReading[];
  /** One reading of a refusal for each row, in the same order, as a single one is read. */
  readonly outcomes: readonly BounceReading[];
  /** How many lines tell of no outcome and belong to none. */
  readonly unread: number;
  /** How many lines are not empty. */
  readonly lines: number;
  /** Whether any line is of a log's format. */
  readonly isLog: boolean;
  /** How many notifications stand in it one below the other. */
  readonly notifications: number;
  /** The mail servers whose lines they are. */
  readonly programs: readonly string[];
  /** Only of outcomes whose message id is in the text. */
  readonly messages: readonly MessageRow[];
}
