import { setTimeout as sleep } from "node:timers/promises";
import type { Report } from "../../checks/index.ts";
import { readReport } from "../live/read-report.ts";
import type { Missing } from "../missing.ts";
import { isId } from "../store/ids.ts";
import type { KeptInput, Side } from "./plan-input.ts";
import { type KeptPlan, plans } from "./plan-store.ts";

/** One address of a plan, and how far its check is. */
export interface ReadCheck {
  readonly side: Side;
  readonly address: string;
  /** `waiting`: not begun yet. `none`: it was not begun, or its report is no longer kept. */
  readonly state: "waiting" | "running" | "done" | "none";
  readonly id?: string;
  readonly report?: Report;
}

export type PlanReading =
  | {
      readonly kind: "plan";
      readonly id: string;
      readonly input: KeptInput;
      readonly state: "running" | "done";
      readonly round: number;
      readonly latest: number;
      /** Epoch milliseconds. */
      readonly seenAt: number;
      readonly rounds: KeptPlan["rounds"];
      readonly checks: readonly ReadCheck[];
    }
  | Missing;
export type FoundPlan = Extract<PlanReading, { kind: "plan" }>;

/**
 * A plan or a move of this kind by its id, with the reports of one of its rounds: the latest unless another is asked for.
 * `over` remembers finished reports for whoever asks again and again: those do not change.
 */
export async function readPlan(
  id: string,
  kind: KeptInput["kind"],
  round?: number,
  over: Map<string, Report> = new Map(),
): Promise<PlanReading> {
  const found = isId(id) ? await (await plans()).get(id, round) : undefined;
  if (!found) return { kind: "unknown" };
  if (found.state !== "kept") return { kind: "gone", why: found.state };
  if (found.input.kind !== kind) return { kind: "unknown" };
  const { input, latest, seenAt, rounds } = found;
  const checks = await Promise.all(found.checks.map((check) => readCheck(found, check, over)));
  const running = checks.some(({ state }) => state === "waiting" || state === "running");
  return {
    kind: "plan",
    id,
    input,
    state: running ? "running" : "done",
    round: found.round,
    latest,
    seenAt,
    rounds,
    checks,
  };
}

async function readCheck(
  plan: KeptPlan,
  { side, address, report: id }: KeptPlan["checks"][number],
  over: Map<string, Report>,
): Promise<ReadCheck> {
  const about = { side, address };
  // Whoever began them may have died: after the deadline nobody is waited for.
  const beginning = plan.round === plan.latest && Date.now() < plan.deadline;
  if (id === undefined) return { ...about, state: beginning ? "waiting" : "none" };
  const known = over.get(id);
  if (known) return { ...about, state: "done", id, report: known };
  const reading = await readReport(id);
  if (reading.kind === "report" && reading.report.state === "done") over.set(id, reading.report);
  if (reading.kind !== "report") return { ...about, state: "none" };
  return { ...about, state: reading.report.state, id, report: reading.report };
}

/** How often we look how far a plan is, in milliseconds. */
const LOOK_MS = 300;

/** The states of a plan as it goes on, each once; the last one is over. */
export async function* followPlan(id: string, kind: KeptInput["kind"]): AsyncGenerator<FoundPlan, PlanReading> {
  const over = new Map<string, Report>();
  for (let last = ""; ; await sleep(LOOK_MS)) {
    const reading = await readPlan(id, kind, undefined, over);
    if (reading.kind !== "plan") return reading;
    // One of them may have been deleted meanwhile: what is shown at the end is read once more.
    if (reading.state === "done") return readPlan(id, kind);
    const now = reading.checks.map(({ state, report }) => `${state} ${report?.verdicts.length ?? 0}`).join();
    if (now !== last) yield reading;
    last = now;
  }
}
