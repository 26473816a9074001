import { z } from "zod";
import type { Report } from "../../checks/view.ts";
import type { WhyGone } from "../missing.ts";
import type { Removal } from "./removal.ts";

/** A check that has begun: its row is there before its first verdict, so that its address works from the first moment. */
export interface NewReport {
  readonly id: string;
  /** The report before anything was judged: what is left of it should this process die. */
  readonly report: Report;
  /** Made from the plain target, without options: only these are listed under `/check/<target>`. */
  readonly plain: boolean;
  /** When the check has to have ended, epoch milliseconds. */
  readonly deadline: number;
  /** Whoever knows it may delete the report. Only its hash is kept. */
  readonly deleteToken: string;
  /** What makes checks equal; of equal ones one runs at a time. Only its hash is kept. */
  readonly key?: string;
  /** The instance that runs it, where that one keeps a heartbeat. */
  readonly owner?: string;
  /** Whose it counts as while it runs: a hash. */
  readonly network?: string;
}

/** The same, where nothing but the hash of the token is known any more. */
export type NewReportOfHash = Omit<NewReport, "deleteToken"> & { readonly deleteHash: string };

/** A row as it is kept. `deleted` and `expired` ones have lost everything but their id. */
export type StoredReport =
  | {
      readonly state: "running" | "done";
      readonly id: string;
      readonly report: Report;
      readonly plain: boolean;
      readonly deadline: number;
      readonly owner?: string;
    }
  | { readonly state: WhyGone; readonly id: string };

export const rowState = z.enum(["running", "done", "deleted", "expired"]);
export type RowState = z.infer<typeof rowState>;

/** A running check, and who is to answer for it. */
export interface RunningCheck {
  readonly id: string;
  readonly owner: string | null;
  readonly deadline: number;
}

/** One line of a target's history. */
export interface HistoryEntry {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly seenAt: number;
}

/**
 * Where reports are kept. A report is written twice: as it begins, and once more, for good, as it ends; no method
 * changes a finished one. What a method has acknowledged survives the death of the process.
 */
export interface Store {
  /** False where a check with the same key runs already; nothing is written then. */
  readonly create: (row: NewReport | NewReportOfHash) => Promise<boolean>;
  /** The running check with this key, marked as one that others wait for. */
  readonly join: (key: string) => Promise<RunningCheck | undefined>;
  /** Whether others wait for a check beside its maker. */
  readonly isJoined: (id: string) => Promise<boolean>;
  /** The latest finished report with this key that was seen after that time (epoch milliseconds). */
  readonly lastOf: (key: string, since: number) => Promise<HistoryEntry | undefined>;
  /** How many checks of a network run now, over all instances; a pool counts as one. */
  readonly runningOf: (network: string) => Promise<number>;
  /** Running checks whose instance has died. */
  readonly abandoned: (limit: number) => Promise<readonly RunningCheck[]>;
  /** Ends a running report. False where it has ended already or is gone: the first to end it wins. */
  readonly finish: (id: string, report: Report) => Promise<boolean>;
  readonly get: (id: string) => Promise<StoredReport | undefined>;
  /** The state alone, cheaply. */
  readonly stateOf: (id: string) => Promise<RowState | undefined>;
  /** The latest finished plain report of a target. */
  readonly latest: (path: string) => Promise<HistoryEntry | undefined>;
  /** Finished plain reports of a target, latest first. */
  readonly history: (path: string, limit: number) => Promise<readonly HistoryEntry[]>;
  /** Whether this is the maker's token of a report that is there. */
  readonly isMaker: (id: string, deleteToken: string) => Promise<boolean>;
  /**
   * Deletes a report for whoever has its token. A finished one can be restored for `undoMs`, and is at no address
   * meanwhile; without, and where its check still runs, nothing is left of it at once.
   */
  readonly remove: (id: string, deleteToken: string, undoMs?: number) => Promise<Removal>;
  /** Whether a deleted report can still be restored. */
  readonly isRestorable: (id: string) => Promise<boolean>;
  /** Restores a deleted report for whoever has its token; `late` where nothing is left of it. */
  readonly restore: (id: string, deleteToken: string) => Promise<"restored" | "forbidden" | "late">;
  /** Empties deleted reports that can be restored no longer; says how many. */
  readonly forgetDeleted: () => Promise<number>;
  /** Empties finished reports seen before that time (epoch milliseconds); says how many. */
  readonly expire: (before: number) => Promise<number>;
  readonly close: () => Promise<void>;
}
