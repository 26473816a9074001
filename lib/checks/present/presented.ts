import type { Evidence, Exhibit, Fix, Group, Reference, Status } from "../define/signal.ts";
import type { Text } from "../net/safe-text.ts";
import type { ReportContext } from "../report/context.ts";
import type { Relation, Report, ReportedLookup, ReportedSession, ReportedSubject } from "../report/report.ts";
import type { PresentedOwnership } from "./plan/ownership-view.ts";
import type { Step } from "./plan/step.ts";
import type { PresentedReceiver, ReceiverRow } from "./receiver.ts";

/** A verdict with its words: what every view shows, and what the API hands out. */
export interface PresentedVerdict {
  readonly subject: string;
  readonly signal: string;
  readonly group: Group;
  readonly title: string;
  readonly status: Status;
  readonly outcome: string;
  readonly says: Text;
  readonly why: string;
  readonly fix?: Fix;
  readonly whoCares?: Text;
  readonly evidence: Evidence;
  readonly exhibit?: Exhibit;
  readonly reproduce: readonly string[];
  readonly references: readonly Reference[];
  /** The questions this verdict rests on, as indexes into `lookups`. */
  readonly lookups: readonly number[];
}

/** A row whose verdict is still to come. */
export interface PendingVerdict {
  readonly subject: string;
  readonly signal: string;
  readonly group: Group;
  readonly title: string;
  readonly status: "pending";
}
export type Row = PresentedVerdict | PendingVerdict;

export type Counts = Readonly<Record<Status, number>>;

/** A report with its words. Pure: the same report always reads the same under the same version of the words. */
export interface PresentedReport {
  readonly id: string;
  readonly url: string;
  readonly target: Report["target"];
  readonly path: string;
  readonly context?: ReportContext;
  readonly state: Report["state"];
  readonly ended: Report["ended"];
  readonly seenAt: string;
  readonly durationMs: number;
  readonly schemaVersion: number;
  readonly rulesVersion: string;
  readonly vantage: Report["vantage"];
  readonly headline: Headline;
  readonly counts: Counts;
  /** Everything to fix, in the order in which it works. */
  readonly plan: readonly Step[];
  /** Who can change what, for each server that sends. */
  readonly ownership: readonly PresentedOwnership[];
  readonly subjects: readonly ReportedSubject[];
  /** Every row in scorecard order, subject by subject; pending ones while the check runs. */
  readonly rows: readonly Row[];
  readonly verdicts: readonly PresentedVerdict[];
  readonly chains: readonly PresentedChain[];
  /** What receivers would do with mail from each server, the mailbox providers first. */
  readonly receivers: readonly PresentedReceiver[];
  /** The same with those still to come while the check runs. */
  readonly receiverRows: readonly ReceiverRow[];
  readonly lookups: readonly ReportedLookup[];
  readonly sessions: readonly ReportedSession[];
  /** What our own limits left undone; null in reports from before it was counted. */
  readonly leftOut: Report["leftOut"] | null;
}

/** The state of one box or arrow of the identity chain: that of the verdict it names. */
export interface PresentedEdge {
  /** The signal whose verdict it shows. */
  readonly signal: string;
  readonly status: Status | "pending";
  /** That verdict in two to five words. */
  readonly says: string;
}

/** A box. */
export interface PresentedPoint extends PresentedEdge {
  /** The name or address in it, or what is known under the name; empty where there is none. */
  readonly label: string;
  /** The same as one word, as reports have always had it. */
  readonly relation: Relation;
  readonly detail?: string;
}

/** The identity chain with the statuses of its verdicts. */
export interface PresentedChain {
  readonly subject: string;
  readonly address: string;
  readonly names: readonly PresentedPoint[];
  readonly addresses: readonly PresentedPoint[];
  readonly back: Relation;
  readonly hangers: readonly PresentedPoint[];
  readonly edges: { readonly ptr: PresentedEdge; readonly forward: PresentedEdge; readonly back: PresentedEdge };
}

/** The one sentence on top, and the one that explains it. */
export interface Headline {
  readonly status: Status;
  readonly says: Text;
  readonly because: Text;
}
