import { log } from "../../service/log.ts";
import { countRefusal } from "../../service/metrics.ts";
import { addressesOf, type KeptInput } from "../../service/plans/plan-input.ts";
import { plans } from "../../service/plans/plan-store.ts";
import { readPlan } from "../../service/plans/read-plan.ts";
import { roundDeadline, runRound } from "../../service/plans/run-round.ts";
import { newId } from "../../service/store/ids.ts";
import { isUnavailable } from "../../service/store/unavailable.ts";
import { clientOf } from "../headers.ts";
import { type ProblemCode, retryAfter } from "../problem.ts";
import { takeAllowance } from "../start.ts";

/** A plan whose checks have been put in hand, or why not. */
export type PlanStarting =
  | { readonly ok: true; readonly id: string; readonly deleteToken?: string; readonly headers: Headers }
  | { readonly ok: false; readonly code: ProblemCode & ("too-fast" | "unavailable"); readonly headers: Headers };

/** Writes a plan down and begins its checks: one for each address, taken from the client's allowance. */
export async function startPlan(request: Request, input: KeptInput): Promise<PlanStarting> {
  return begin(request, input, async (client) => {
    const [id, deleteToken, deadline] = [newId(), newId(), roundDeadline(input)];
    const store = await plans();
    await store.create({ id, input, deadline, deleteToken });
    const kept = await store.get(id);
    if (kept?.state === "kept") runRound({ id, round: 1, input, checks: kept.checks, deadline }, client);
    return { id, deleteToken };
  });
}

/**
 * Checks the addresses of a plan once more, under the same link. While that is going on already, nothing is begun and
 * nothing taken. Undefined where there is no such plan.
 */
export async function checkAgain(
  request: Request,
  id: string,
  kind: KeptInput["kind"],
): Promise<PlanStarting | undefined> {
  const found = await readPlan(id, kind);
  if (found.kind !== "plan") return undefined;
  if (found.state === "running") return { ok: true, id, headers: new Headers() };
  const { input, latest } = found;
  return begin(request, input, async (client) => {
    const store = await plans();
    const deadline = roundDeadline(input);
    const begun = await store.again(id, latest, deadline);
    const kept = begun ? await store.get(id) : undefined;
    if (kept?.state === "kept") runRound({ id, round: kept.round, input, checks: kept.checks, deadline }, client);
    return { id };
  });
}

async function begin(
  request: Request,
  input: KeptInput,
  write: (client: string) => Promise<{ readonly id: string; readonly deleteToken?: string }>,
): Promise<PlanStarting> {
  const client = clientOf(request.headers);
  try {
    const { allowed, headers } = await takeAllowance(client, addressesOf(input).length);
    if (!allowed) {
      countRefusal("too-fast");
      return { ok: false, code: "too-fast", headers };
    }
    return { ok: true, ...(await write(client)), headers };
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    log().error(`a plan could not be written down: ${String(error)}`);
    countRefusal("unavailable");
    return { ok: false, code: "unavailable", headers: retryAfter("unavailable") };
  }
}
