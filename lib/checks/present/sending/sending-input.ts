import type { Report } from "../../report/report.ts";
import type { PresentedReport } from "../presented.ts";

/** What somebody means to send as: the claims that every check of it is made with. */
export interface SendingAs {
  /** The sending domain. */
  readonly from?: string;
  /** The host name: PTR record, address record and EHLO name shall all say it. */
  readonly name?: string;
  readonly selectors: readonly string[];
}

/** What every line of a checklist may look at. */
export interface Wish extends SendingAs {
  /** Mail shall leave over IPv4 only. */
  readonly ipv6Off?: boolean;
  readonly addresses: readonly string[];
}

/** "I send as example.com, from mail01.example.com, through these addresses." */
export interface PlanInput extends SendingAs {
  readonly kind: "plan";
  readonly from: string;
  readonly name: string;
  /** Mail shall leave over IPv4 only. */
  readonly ipv6Off: boolean;
  readonly addresses: readonly string[];
}

/** From these addresses to those, for good or for the day when the first ones fail. */
export interface MoveInput extends SendingAs {
  readonly kind: "move";
  readonly purpose: "move" | "fail-over";
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** One address and the report of its check; without one where that is not there yet, or no more. */
export interface CheckedAddress {
  readonly address: string;
  readonly id?: string;
  readonly report?: Report;
}

/** An address whose check is over, with its words. */
export interface SeenAddress {
  readonly address: string;
  readonly id: string;
  readonly raw: Report;
  readonly report: PresentedReport;
}
