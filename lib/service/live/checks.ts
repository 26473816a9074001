import {
  beginCheck,
  type Check,
  type CheckEvent,
  type Report,
  type ReportContext,
  type Target,
  targetPath,
  targetQuery,
} from "../../checks/index.ts";
import { log } from "../log.ts";
import { vantage } from "../service-vantage.ts";
import { shared } from "../shared.ts";
import { store } from "../store/current.ts";
import { newId } from "../store/ids.ts";

/** More at once would only make all of them slow, and their time-outs lie. */
const MAX_CHECKS = 40;
/** What a check may take beyond its own limit before it counts as dead: judging and writing it down. */
export const GRACE_MS = 3_000;

/** A check under way in this process. */
interface LiveCheck {
  readonly id: string;
  readonly key: string;
  readonly check: Check;
  /** What was pasted, where that is how it began. */
  readonly context: ReportContext | undefined;
  readonly stop: AbortController;
  readonly events: CheckEvent[];
  /** Called once at the next event, or the end. */
  readonly waiting: Set<() => void>;
  /** Whether somebody else asked for the same and was led here. */
  joined: boolean;
  /** After a fault of ours: what other judges still find comes too late for the report. */
  broken: boolean;
  outcome?: Report;
  ended: Promise<void>;
}

interface LiveChecks {
  readonly byId: Map<string, LiveCheck>;
  /** The running check of a target with its options. */
  readonly byKey: Map<string, LiveCheck>;
  closing: boolean;
}
const live = (): LiveChecks => shared("live", () => ({ byId: new Map(), byKey: new Map(), closing: false }));

export interface Started {
  readonly id: string;
  /** For the maker alone: undefined for those who joined a running check. */
  readonly deleteToken: string | undefined;
  readonly joined: boolean;
}

/**
 * Starts a check, or joins the one that runs for the same target, options and context. `"full"` where there is no room.
 * A report with a context is known to its maker alone, so nobody joins it by accident: who did pasted the same.
 */
export async function startCheck(target: Target, context?: ReportContext): Promise<Started | "full"> {
  const checks = live();
  const pasted = context ? ` ${JSON.stringify(context)}` : "";
  const key = `${targetPath(target)}${targetQuery(target.claims)}${pasted}`;
  const running = checks.byKey.get(key);
  if (running) {
    running.joined = true;
    return { id: running.id, deleteToken: undefined, joined: true };
  }
  if (checks.closing || checks.byId.size >= MAX_CHECKS) return "full";

  const deleteToken = newId();
  const one = begin(newId(), key, target, context);
  checks.byId.set(one.id, one);
  checks.byKey.set(key, one);
  // The first questions are on their way while the row is written; nobody learns of the check before it is.
  const { limits } = vantage();
  const stored = store().then((s) =>
    s.create({
      id: one.id,
      report: reportOf(one, one.check.snapshot()),
      plain: targetQuery(target.claims) === "" && !context,
      deadline: Date.now() + limits.checkMs + GRACE_MS,
      deleteToken,
    }),
  );
  one.ended = finish(one, stored);
  await stored;
  return { id: one.id, deleteToken, joined: false };
}

function begin(id: string, key: string, target: Target, context: ReportContext | undefined): LiveCheck {
  const stop = new AbortController();
  const events: CheckEvent[] = [];
  const waiting = new Set<() => void>();
  const onEvent = (event: CheckEvent) => {
    if (one?.broken) return;
    events.push(event);
    wake(waiting);
  };
  let one: LiveCheck | undefined;
  const check = beginCheck(target, vantage(), { signal: stop.signal, onEvent });
  one = { id, key, check, context, stop, events, waiting, joined: false, broken: false, ended: Promise.resolve() };
  return one;
}

const reportOf = ({ context }: LiveCheck, report: Report): Report => (context ? { ...report, context } : report);

/** Sees a check to its end: written down first, told to those who wait second. */
async function finish(one: LiveCheck, stored: Promise<void>): Promise<void> {
  const found = await one.check.done.catch((error: unknown): Report => {
    log().error({ err: error, report: one.id }, "a check failed by a fault of ours");
    one.broken = true;
    one.stop.abort();
    return structuredClone({ ...one.check.snapshot(), state: "done", ended: "interrupted" });
  });
  const report = reportOf(one, found);
  try {
    await stored;
    if (!(await (await store()).finish(one.id, report))) log().warn({ report: one.id }, "a report was ended elsewhere");
  } catch (error) {
    log().error({ err: error, report: one.id }, "a report could not be kept");
  }
  one.outcome = report;
  const { byId, byKey } = live();
  byId.delete(one.id);
  if (byKey.get(one.key) === one) byKey.delete(one.key);
  wake(one.waiting);
}

function wake(waiting: Set<() => void>): void {
  const all = [...waiting];
  waiting.clear();
  for (const call of all) call();
}

/** The report of a check that runs in this process, as it stands. */
export function snapshot(id: string): Report | undefined {
  const one = live().byId.get(id);
  return one && reportOf(one, one.check.snapshot());
}

/** A check that runs in this process: its events from the first on, as they come; at the end the report. */
export function followLive(id: string): AsyncGenerator<CheckEvent, Report> | undefined {
  const one = live().byId.get(id);
  return one && events(one);
}

async function* events(one: LiveCheck): AsyncGenerator<CheckEvent, Report> {
  for (let next = 0; ; ) {
    for (let event = one.events[next]; event; event = one.events[++next]) yield event;
    if (one.outcome) return one.outcome;
    await new Promise<void>((resolve) => one.waiting.add(resolve));
  }
}

/** Stops a running check; what is open becomes unknown. Not where others wait for it too. */
export function cancel(id: string): "stopped" | "shared" | "over" {
  const one = live().byId.get(id);
  if (!one) return "over";
  if (one.joined) return "shared";
  one.stop.abort();
  return "stopped";
}

/** Takes no new checks and waits for those under way, at most as long as one may take. */
export async function drain(): Promise<void> {
  const checks = live();
  checks.closing = true;
  const all = Promise.all([...checks.byId.values()].map(({ ended }) => ended));
  const patience = new Promise((resolve) => setTimeout(resolve, vantage().limits.checkMs + GRACE_MS).unref());
  await Promise.race([all, patience]);
}
