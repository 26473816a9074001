import type { CheckEvent, PoolEntry, PoolLook, PoolOptions, Report, Target } from "../../checks/index.ts";
import type { LookupMarks } from "../instances/wire.ts";
import type { Looking } from "./checker.ts";
import type { Errands } from "./errands.ts";

/** What can be asked of the thread that checks, and what it answers. `id` is of a check or of a pool. */
export interface Questions {
  readonly prepare: { readonly asked: { id: number; target: Target; looking: Looking }; readonly answer: Report };
  readonly begin: { readonly asked: { id: number }; readonly answer: Report };
  readonly snapshot: { readonly asked: { id: number }; readonly answer: Report };
  readonly look: { readonly asked: { id: number; entry: PoolEntry }; readonly answer: PoolLook };
  readonly ask: { readonly asked: { id: number; entry: PoolEntry; look: PoolLook }; readonly answer: PoolLook };
  readonly errand: { readonly asked: Errand; readonly answer: unknown };
}

type Errand = {
  readonly [K in keyof Errands]: { readonly name: K; readonly args: Parameters<Errands[K]> };
}[keyof Errands];

/** To the thread that checks. `call` tells which question an answer is for. */
export type Order = Question | Instruction;
export type Question = {
  readonly [K in keyof Questions]: { readonly kind: K; readonly call: number } & Readonly<Questions[K]["asked"]>;
}[keyof Questions];
/** Nothing is answered to these. */
export type Instruction =
  | { readonly kind: "stop" | "forget"; readonly id: number }
  | { readonly kind: "pool"; readonly id: number; readonly options: PoolOptions };

/**
 * From there. What happens in a check arrives before the report that it ends in. What is said is JSON: parsing it
 * costs the main thread a fifth of a structured clone.
 */
export type Word =
  | { readonly kind: "ready" }
  | { readonly kind: "event"; readonly id: number; readonly json: string }
  | { readonly kind: "answer"; readonly call: number; readonly json: string | undefined }
  | { readonly kind: "fault"; readonly call: number; readonly error: unknown };

/** An event of a check, and of what has been looked up by then: what has changed since the last one, by its place. */
export interface Told {
  readonly event: CheckEvent;
  readonly marks: readonly (readonly [place: number, marks: LookupMarks])[];
}
