import {
  type CheckedAddress,
  type HouseMove,
  houseMove,
  type MoveInput,
  type PlanInput,
  type ReadAt,
  type SendingPlan,
  sendingPlan,
} from "../../checks/index.ts";
import type { Side } from "../../service/plans/plan-input.ts";
import type { FoundPlan } from "../../service/plans/read-plan.ts";

/** Where a plan or a move is read, at this origin. */
export const readAt = (found: FoundPlan, origin: string, lang: { readonly lang?: string } = {}): ReadAt => ({
  url: `${origin}/${found.input.kind}/${found.id}`,
  reportUrl: (id) => `${origin}/r/${id}`,
  ...lang,
});

/** The words of a plan, from the reports of the round that was read. */
export const assembledPlan = (found: FoundPlan, at: ReadAt): SendingPlan =>
  sendingPlan(found.input as PlanInput, of(found, "after"), at);

/** The words of a move likewise. */
export const assembledMove = (found: FoundPlan, at: ReadAt): HouseMove =>
  houseMove(found.input as MoveInput, { before: of(found, "before"), after: of(found, "after") }, at);

const of = ({ checks }: FoundPlan, side: Side): readonly CheckedAddress[] =>
  checks.filter((check) => check.side === side);
