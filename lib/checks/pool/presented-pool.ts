import type { Text } from "../net/safe-text.ts";
import type { OddCode, PoolOptions, PoolPlan, PoolState, RejectedLine } from "./pool.ts";

/** The status of a row: that of its verdicts; `pending` while nobody has looked. */
export type PoolRowStatus = "pass" | "warn" | "fail" | "unknown" | "pending";

/** The naming of a pool: one name for each address, one for all, both at once, or none that can be told. */
export type NamingDesign = "own" | "shared" | "mixed" | "unknown";

export type PoolOutcome =
  /** Every address matches. */
  | "coherent"
  /** Some do not match the others. */
  | "odd"
  /** Nothing but the naming: two designs at once. */
  | "mixed-naming"
  /** All of them have the same fault. */
  | "same-fault"
  /** Nothing odd was found, but some could not be looked at. */
  | "partly"
  /** Nobody has looked yet. */
  | "pending"
  /** Cancelled before anything was looked at. */
  | "nothing";

export interface PoolVerdict {
  readonly status: "pass" | "warn" | "fail" | "unknown";
  readonly outcome: PoolOutcome;
  /** One sentence. */
  readonly says: Text;
  /** What it rests on; may be empty. */
  readonly because: Text;
}

/** One reason why a row is odd, in words. */
export interface OddReason {
  readonly code: OddCode;
  /** "PTR resolves elsewhere": at most five words. */
  readonly title: string;
  readonly says: Text;
}

/** What is known of a server's EHLO name. */
export type PresentedEhlo =
  | { readonly kind: "name"; readonly name: string }
  /** The server answered, and said no name. */
  | { readonly kind: "none" }
  /** It was asked and did not answer. */
  | { readonly kind: "no-answer"; readonly connection: string }
  /** At most 16 servers of a pool are asked, and this is none of them. */
  | { readonly kind: "not-asked" };

export interface PresentedPoolRow {
  /** The place in the input, from 0: unique in the pool. */
  readonly index: number;
  readonly address: string;
  /** The host name it was found under, where one was given. */
  readonly name?: string;
  readonly status: PoolRowStatus;
  /** PTR names, as many as are shown; null where the question got no answer or nobody has asked yet. */
  readonly ptr: readonly string[] | null;
  /** How many PTR names there are. */
  readonly ptrCount: number;
  /** null where it is not known. */
  readonly confirmed: boolean | null;
  readonly ehlo: PresentedEhlo;
  /** The result of SPF, where a sending domain was named. */
  readonly spf: string | null;
  /** The blocklists that have it, by their names. */
  readonly listed: readonly string[];
  /** The blocklists that said nothing of it, likewise. */
  readonly silent: readonly string[];
  /** Heaviest first; empty where it matches the others. */
  readonly odd: readonly OddReason[];
  /** Of the reasons for being odd, those of which nothing is known: a question had no answer or was not asked. */
  readonly open: readonly OddCode[];
  /** What a full report of it would be asked for: the target of `/check`. */
  readonly target: string;
  /** The id of its own full report, where one was made. */
  readonly report?: string;
}

export interface PoolCounts {
  readonly pass: number;
  readonly warn: number;
  readonly fail: number;
  readonly unknown: number;
  readonly pending: number;
  readonly odd: number;
  /** Rows that were asked over SMTP. */
  readonly asked: number;
}

export interface PoolProgress {
  readonly done: number;
  readonly total: number;
  readonly left: number;
  /** `smtp`: every address was looked at, and the chosen servers are being asked. */
  readonly phase: "dns" | "smtp" | "over";
  /** Addresses a minute; null while that is not known. */
  readonly rate: number | null;
  readonly secondsLeft: number | null;
}

/** Something to be said beside the verdict: permanent codes. */
export interface PoolNote {
  readonly code: "sampled" | "not-asked" | "lists-open" | "duplicates" | "name-pattern" | "rejected";
  readonly says: Text;
}

/** A pool with its words: what pages and writers of formats need. Pure: the same pool always reads the same. */
export interface PresentedPool {
  readonly id: string;
  readonly url: string;
  readonly state: PoolState;
  readonly title: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly options: PoolOptions;
  /** What was asked for, to ask again. */
  readonly input: PoolPlan["input"];
  readonly verdict: PoolVerdict;
  readonly naming: NamingDesign;
  readonly counts: PoolCounts;
  readonly progress: PoolProgress;
  /** In the order of the input. */
  readonly rows: readonly PresentedPoolRow[];
  /** Those that do not match the others, heaviest first. */
  readonly odd: readonly PresentedPoolRow[];
  readonly rejected: readonly RejectedLine[];
  readonly rejectedCount: number;
  readonly notes: readonly PoolNote[];
}

/** What has changed at one address between two pools. */
export interface PoolChange {
  readonly address: string;
  readonly before: PresentedPoolRow;
  readonly after: PresentedPoolRow;
  /** `worse` and `better` by status and by what is odd; `other` where only values differ. */
  readonly turn: "worse" | "better" | "other";
  /** What differs, each with a sentence. */
  readonly changes: readonly {
    readonly field: "status" | "odd" | "ptr" | "confirmed" | "ehlo" | "spf" | "listed";
    readonly says: Text;
  }[];
}

/** Two pools, or one pool at two times: what changed, first. */
export interface PoolComparison {
  readonly before: PresentedPool;
  readonly after: PresentedPool;
  /** One sentence. */
  readonly says: Text;
  /** Worse first. */
  readonly changed: readonly PoolChange[];
  readonly added: readonly PresentedPoolRow[];
  readonly removed: readonly PresentedPoolRow[];
  readonly unchanged: number;
  /** How many show no change but could not be judged at one of the two times. */
  readonly notKnown: number;
}
