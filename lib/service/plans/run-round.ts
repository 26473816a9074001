import { setTimeout as sleep } from "node:timers/promises";
import { inTurns, type Vantage } from "../../checks/index.ts";
import { env } from "../env.ts";
import { admit } from "../live/admission.ts";
import { GRACE_MS, startCheck } from "../live/checks.ts";
import { follow } from "../live/read-report.ts";
import { log } from "../log.ts";
import { readAsk } from "../request.ts";
import { vantage } from "../service-vantage.ts";
import { addressesOf, type KeptInput } from "./plan-input.ts";
import { type PlanCheck, plans } from "./plan-store.ts";

/** How long to wait before an address is tried again that found no place, in milliseconds. */
const AGAIN_MS = 500;
/** No round may take longer to begin its checks, in milliseconds. */
const MAX_MS = 600_000;

/** How many checks of a round run at once: its network keeps a place for whatever else it asks. */
const atOnce = (): number => Math.max(1, env().checksAtOnce - 1);

/** Until when the checks of a round have to have begun, epoch milliseconds. */
export function roundDeadline(input: KeptInput, { limits }: Pick<Vantage, "limits"> = vantage()): number {
  const turns = Math.ceil(addressesOf(input).length / atOnce());
  return Date.now() + Math.min(MAX_MS, turns * (limits.checkMs + GRACE_MS + env().waitSeconds * 1000));
}

interface Round {
  readonly id: string;
  readonly round: number;
  readonly input: KeptInput;
  readonly checks: readonly PlanCheck[];
  readonly deadline: number;
}

/**
 * Begins the checks of a round, a few at a time, each as somebody at this client would: places, manners and repeated
 * checks as always. Goes on by itself; what is not begun by the deadline stays unchecked, and the page says so.
 */
export function runRound(round: Round, client: string): void {
  void begin(round, client)
    .catch((error: unknown) => log().error({ err: error, plan: round.id }, "checks of a plan could not be begun"))
    .then(async () => (await plans()).settle(round.id, round.round))
    .catch((error: unknown) => log().error({ err: error, plan: round.id }, "a plan could not be written down"));
}

async function begin({ id, round, input, checks, deadline }: Round, client: string): Promise<void> {
  const open = checks.filter(({ report }) => report === undefined);
  await inTurns(open, atOnce(), async (check) => {
    const report = await start(input, check, client, deadline);
    if (!report) return;
    await (await plans()).note(id, round, check.place, report.id, report.own);
    for await (const _ of follow(report.id));
  });
}

/** The check of one address, as soon as there is a place for it; undefined where there was none, or it is not asked. */
async function start(input: KeptInput, { address, side }: PlanCheck, client: string, deadline: number) {
  const { from, selectors } = input;
  // The name is the new server's: what the old one says in EHLO is for it to say.
  const name = side === "after" ? input.name : undefined;
  const claims = { ...(from ? { from } : {}), ...(name ? { helo: name } : {}), selector: [...selectors] };
  const fields = { target: address, ...claims };
  const reading = readAsk(fields, vantage());
  if (!reading.ok) return undefined;
  while (Date.now() < deadline) {
    const started = await startCheck(reading.target, { admit: () => admit(client) });
    if (typeof started !== "string")
      return { id: started.id, own: started.deleteToken !== undefined && !started.joined && !started.repeated };
    await sleep(AGAIN_MS, undefined, { ref: false });
  }
  return undefined;
}
