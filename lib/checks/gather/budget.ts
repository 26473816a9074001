import type { Limits } from "../facts/vantage.ts";
import type { IpAddress } from "../net/address.ts";

/** What was left undone because our own limits were reached: a count of each. */
export interface LeftOut {
  /** Addresses that were found and not looked at. */
  readonly addresses: number;
  /** SMTP sessions. */
  readonly sessions: number;
  /** HTTPS connections. */
  readonly connections: number;
  /** DNS questions, those that another try or TCP would have cost among them. */
  readonly questions: number;
}

/** What costs others something, each with a limit for one check. */
type Spent = "sessions" | "connections" | "questions";

/**
 * What one check may still send. It belongs to the check, not to a gatherer, and is spent in the line before a packet
 * leaves: each datagram and each TCP connection to a DNS server is one question (so retries, TCP, the try without
 * EDNS, the one without validation and every alias count), each connection to port 25 one session, each to port 443
 * one connection.
 */
export interface Budget {
  /** Takes one; false, and counted as left out, where none is left. */
  readonly spend: (what: Spent) => boolean;
  /**
   * The same for a DNS question: always the same function, by which shared work knows one check from another. One that
   * is sent `again`, because its answer is late, comes out of a share of the whole.
   */
  readonly spendQuestion: (what?: "again") => boolean;
  /** As many addresses as are looked at. */
  readonly addresses: number;
  /** Whether this address is, or may still become, one of those looked at. */
  readonly lookAt: (address: IpAddress) => boolean;
  /** Takes note of an address that a gatherer leaves out of itself; one looked at for another reason is not counted. */
  readonly passOver: (address: IpAddress) => void;
  /** Takes note of addresses that are not even named one by one. */
  readonly leaveOutAddresses: (count: number) => void;
  /** Takes note of questions that a gatherer did not even begin with, because its share was used up. */
  readonly leaveOutQuestions: (count: number) => void;
  readonly leftOut: () => LeftOut;
}

/** As much of a check's questions as those that are sent again may take: being slow must not use up what is unasked. */
const AGAIN_SHARE = 0.25;

type BudgetLimits = Pick<Limits, "addresses" | "smtpSessions" | "httpsConnections" | "dnsQueries">;

export function createBudget(limits: BudgetLimits): Budget {
  const left = {
    sessions: limits.smtpSessions,
    connections: limits.httpsConnections,
    questions: limits.dnsQueries,
  };
  const missed = { sessions: 0, connections: 0, questions: 0 };
  const lookedAt = new Set<IpAddress>();
  const passedOver = new Set<IpAddress>();
  let unnamed = 0;
  let again = AGAIN_SHARE * limits.dnsQueries;

  const spend = (what: Spent): boolean => {
    if (left[what] > 0) return left[what]-- > 0;
    missed[what]++;
    return false;
  };
  return {
    addresses: limits.addresses,
    spend,
    spendQuestion: (what) => {
      if (what !== "again") return spend("questions");
      if (again >= 1 && left.questions > 0) {
        again--;
        return left.questions-- > 0;
      }
      missed.questions++;
      return false;
    },
    lookAt(address) {
      if (lookedAt.has(address)) return true;
      if (lookedAt.size < limits.addresses) return lookedAt.add(address).has(address);
      passedOver.add(address);
      return false;
    },
    passOver: (address) => {
      passedOver.add(address);
    },
    leaveOutAddresses: (count) => {
      unnamed += count;
    },
    leaveOutQuestions: (count) => {
      missed.questions += count;
    },
    leftOut: () => ({ addresses: [...passedOver].filter((each) => !lookedAt.has(each)).length + unnamed, ...missed }),
  };
}

/** For work that belongs to no check: a start-up question, a test of one gatherer. */
export const unlimited: Budget = createBudget({
  addresses: Number.POSITIVE_INFINITY,
  smtpSessions: Number.POSITIVE_INFINITY,
  httpsConnections: Number.POSITIVE_INFINITY,
  dnsQueries: Number.POSITIVE_INFINITY,
});
