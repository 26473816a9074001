import type { CheckEvent, Report, Target, Text } from "../../checks/index.ts";
import type { LookupMarks } from "../instances/wire.ts";

/** What can be asked of the thread that checks, and what it answers. */
export interface Questions {
  readonly prepare: { readonly asked: { readonly id: number; readonly target: Target }; readonly answer: Report };
  readonly begin: { readonly asked: { readonly id: number }; readonly answer: Report };
  readonly snapshot: { readonly asked: { readonly id: number }; readonly answer: Report };
  readonly lookups: { readonly asked: { readonly id: number }; readonly answer: readonly LookupMarks[] };
  readonly lookAtOwnNetwork: { readonly asked: object; readonly answer: readonly Text[] };
  readonly lookAtResolvers: { readonly asked: object; readonly answer: readonly Text[] };
}

/** To the thread that checks. `call` tells which question an answer is for. */
export type Order = Question | { readonly kind: "stop" | "forget"; readonly id: number };
export type Question = {
  readonly [K in keyof Questions]: { readonly kind: K; readonly call: number } & Questions[K]["asked"];
}[keyof Questions];

/** From there. What happens in a check arrives before the report that it ends in. */
export type Word =
  | { readonly kind: "ready" }
  | { readonly kind: "event"; readonly id: number; readonly event: CheckEvent }
  | { readonly kind: "answer"; readonly call: number; readonly value: unknown }
  | { readonly kind: "fault"; readonly call: number; readonly error: unknown };
