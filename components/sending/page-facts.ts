/** What the page of a plan or a move says of itself, beside what it is about. */
export interface PlanPageFacts {
  readonly kind: "plan" | "move";
  readonly id: string;
  readonly url: string;
  readonly running: boolean;
  /** When the round of checks that is shown began, ISO 8601. */
  readonly seenAt: string;
  readonly round: number;
  readonly latest: number;
  /** All rounds that are kept, the latest first. */
  readonly rounds: readonly { readonly round: number; readonly seenAt: string }[];
  readonly checks: readonly CheckFacts[];
  /** When it will be gone; undefined where it stays. */
  readonly keptUntil: string | undefined;
  /** The form, filled in with the same. */
  readonly change: string;
}

/** One address, and how far its check is. */
export interface CheckFacts {
  readonly side: "before" | "after";
  readonly address: string;
  readonly state: "waiting" | "running" | "done" | "none";
  readonly id?: string;
  /** How many signals have been judged, of how many. */
  readonly judged: number;
  readonly of: number;
}
