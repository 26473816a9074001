import { setTimeout as sleep } from "node:timers/promises";
import {
  type CheckEvent,
  type Report,
  type ReportContext,
  type Sending,
  type Target,
  targetPath,
  targetQuery,
} from "../../checks/index.ts";
import { checker, type PlacedCheck } from "../checker/checker.ts";
import type { NoPlace } from "../fair-queue.ts";
import { ownId } from "../instances/self.ts";
import type { Cancelled, Followed } from "../instances/wire.ts";
import { log } from "../log.ts";
import { countCheck } from "../metrics.ts";
import { vantage } from "../service-vantage.ts";
import { shared } from "../shared.ts";
import { database, store } from "../store/current.ts";
import { newId } from "../store/ids.ts";
import { isUnavailable } from "../store/unavailable.ts";
import type { Admitted } from "./admission.ts";
import { interrupt, whereRuns } from "./elsewhere.ts";
import { type Repeated, repeated } from "./repeats.ts";

/** What a check may take beyond its own limit before it counts as dead: judging and writing it down. */
export const GRACE_MS = 3_000;

/** A check under way in this process. */
interface LiveCheck {
  readonly id: string;
  readonly key: string;
  readonly check: PlacedCheck;
  /** What was pasted, where that is how it began. */
  readonly context: ReportContext | undefined;
  /** Whether it is of a server that sent to this service. */
  readonly isOfSending: boolean;
  /** Makes room for another check. */
  readonly release: () => void;
  readonly events: CheckEvent[];
  /** Called once at the next event, or the end. */
  readonly waiting: Set<() => void>;
  /** Whether somebody else asked for the same and was led here. */
  joined: boolean;
  /** After a fault of ours: what other judges still find comes too late for the report. */
  broken: boolean;
  outcome?: Report;
  /** Settles when it is over and written down; absent before it begins. */
  ended?: Promise<void>;
}

interface LiveChecks {
  readonly byId: Map<string, LiveCheck>;
  /** The running check of a target with its options. */
  readonly byKey: Map<string, LiveCheck>;
  /** Those that are being written down: nobody knows of them yet. */
  readonly starting: Map<string, Promise<Started | NoPlace>>;
  /** Whether the latest row was written. */
  canWrite: boolean;
  closing: boolean;
}
const live = (): LiveChecks =>
  shared("live", () => ({ byId: new Map(), byKey: new Map(), starting: new Map(), canWrite: true, closing: false }));

export interface Started {
  readonly id: string;
  /** For the maker alone: undefined for those who joined a running check. */
  readonly deleteToken: string | undefined;
  readonly joined: boolean;
  /** The report of a moment ago, where nothing was started because of it. */
  readonly repeated?: Repeated;
}

/** What a check begins with beside its target. */
interface Beginning {
  /** What was pasted. */
  readonly context?: ReportContext | undefined;
  /** What the server showed when it sent to this service. */
  readonly sending?: Sending | undefined;
}

/** What tells equal checks: the target, its options, what was pasted, and what was seen of it but for the time. */
function checkKey(target: Target, { context, sending }: Beginning): string {
  const pasted = context ? ` ${JSON.stringify(context)}` : "";
  const seen = sending ? ` sent ${JSON.stringify({ ...sending, at: 0 })}` : "";
  return `${targetPath(target)}${targetQuery(target.claims)}${pasted}${seen}`;
}

/** How often we try where equal checks end and begin all the while. */
const TRIES = 5;

/** Gives a place for a check, or says why there is none. */
export type Admit = () => Promise<Admitted | NoPlace>;

/**
 * Starts a check, or joins the one that runs for the same target, options and context, here or at another instance:
 * joining needs no place. A report with a context is known to its maker alone, so nobody joins it by accident: who did
 * pasted the same.
 */
export async function startCheck(
  target: Target,
  { admit, ...beginning }: Beginning & { readonly admit: Admit },
): Promise<Started | NoPlace> {
  const checks = live();
  const key = checkKey(target, beginning);
  const joinHere = () => {
    const running = checks.byKey.get(key);
    if (!running) return undefined;
    running.joined = true;
    return { id: running.id, deleteToken: undefined, joined: true };
  };
  const running = joinHere();
  if (running) return running;
  const pending = checks.starting.get(key);
  if (pending) {
    const started = await pending;
    if (typeof started === "string" || started.repeated) return started;
    return joinHere() ?? { ...started, deleteToken: undefined, joined: true };
  }
  if (checks.closing) return "full";
  const started = startOrJoin(key, target, beginning, admit).finally(() => checks.starting.delete(key));
  checks.starting.set(key, started);
  return started;
}

async function startOrJoin(
  key: string,
  target: Target,
  beginning: Beginning,
  admit: Admit,
): Promise<Started | NoPlace> {
  const elsewhere = await joinElsewhere(key);
  if (elsewhere) return elsewhere;
  // After the running ones: a check that ends in between is found here.
  const again = await repeated(key);
  if (again) return { id: again.id, deleteToken: undefined, joined: false, repeated: again };
  const place = await admit();
  if (typeof place === "string") return place;
  try {
    for (let tries = 0; tries < TRIES; tries++) {
      const one = await prepare(newId(), key, target, beginning, place);
      const found = (await mayBeginUnwritten()) ? one.check.begin() : undefined;
      // A failure is handled where the check is seen to its end, if it has one.
      found?.catch(() => undefined);
      let deleteToken: string | undefined;
      try {
        deleteToken = await claim(one, target, place);
      } finally {
        if (!deleteToken) abandon(one);
      }
      if (deleteToken) {
        seeThrough(one, found ?? one.check.begin());
        return { id: one.id, deleteToken, joined: false };
      }
      const other = await joinElsewhere(key);
      if (!other) continue;
      place.release();
      return other;
    }
  } catch (error) {
    place.release();
    throw error;
  }
  place.release();
  return "full";
}

/**
 * Whether a check may begin while its row is written: to have that on the disk takes several milliseconds. Where instances
 * share a database, the row says which of them makes the check; where the latest row could not be written, this one may not be
 * either (decision 0065).
 */
async function mayBeginUnwritten(): Promise<boolean> {
  const { pool, readOnly } = await database();
  return !pool && !readOnly && live().canWrite;
}

/** Ends a check that has no row. */
function abandon({ check }: LiveCheck): void {
  check.stop();
  check.forget();
}

/**
 * Writes the check down, before anybody learns its address: of all instances that do so at once for the same key one
 * succeeds, and gets the token to delete it.
 */
async function claim(one: LiveCheck, target: Target, { network }: Admitted): Promise<string | undefined> {
  const deleteToken = newId();
  const owner = ownId();
  const writing = (await store()).create({
    id: one.id,
    report: reportOf(one, one.check.first),
    plain: targetQuery(target.claims) === "" && !one.context && !one.isOfSending,
    deadline: Date.now() + vantage().limits.checkMs + GRACE_MS,
    deleteToken,
    key: one.key,
    network,
    ...(owner ? { owner } : {}),
  });
  const checks = live();
  const claimed = await writing.catch((error: unknown) => {
    checks.canWrite = false;
    throw error;
  });
  checks.canWrite = true;
  return claimed ? deleteToken : undefined;
}

async function joinElsewhere(key: string): Promise<Started | undefined> {
  const other = await (await store()).join(key);
  if (!other) return undefined;
  if ((await whereRuns(other)) !== undefined) return { id: other.id, deleteToken: undefined, joined: true };
  await interrupt(other.id);
  return undefined;
}

async function prepare(
  id: string,
  key: string,
  target: Target,
  { context, sending }: Beginning,
  { release }: Admitted,
): Promise<LiveCheck> {
  const events: CheckEvent[] = [];
  const waiting = new Set<() => void>();
  const state = { isOfSending: sending !== undefined, joined: false, broken: false };
  const check = await checker().prepare(target, { sending }, (event) => {
    if (one.broken) return;
    events.push(event);
    wake(waiting);
  });
  const one: LiveCheck = { id, key, check, context, release, events, waiting, ...state };
  return one;
}

function seeThrough(one: LiveCheck, found: Promise<Report>): void {
  const { byId, byKey } = live();
  byId.set(one.id, one);
  byKey.set(one.key, one);
  one.ended = finish(one, found);
}

/** What is known of a check that can be asked no more. */
const withEvents = (report: Report, events: readonly CheckEvent[]): Report => ({
  ...report,
  subjects: events.flatMap((event) => (event.kind === "subject" ? [event.subject] : [])),
  verdicts: events.flatMap((event) => (event.kind === "verdict" ? [event.verdict] : [])),
});

const reportOf = ({ context }: LiveCheck, report: Report): Report => (context ? { ...report, context } : report);

/** What has been found so far, also where the thread that checks has just ended or this check has. */
const asItStands = (one: LiveCheck): Promise<Report> =>
  one.check.snapshot().catch(() => one.outcome ?? withEvents(one.check.first, one.events));

/** Sees a check to its end: written down first, told to those who wait second. */
async function finish(one: LiveCheck, finding: Promise<Report>): Promise<void> {
  const { check } = one;
  const found = await finding.catch(async (error: unknown): Promise<Report> => {
    log().error({ err: error, report: one.id }, "a check failed by a fault of ours");
    one.broken = true;
    check.stop();
    const left = await asItStands(one);
    return structuredClone({ ...left, state: "done", ended: "interrupted" });
  });
  const report = reportOf(one, found);
  countCheck(report);
  await keep(one.id, report).catch((error: unknown) =>
    log().error({ err: error, report: one.id }, "a report could not be kept"),
  );
  one.outcome = report;
  const { byId, byKey } = live();
  byId.delete(one.id);
  if (byKey.get(one.key) === one) byKey.delete(one.key);
  check.forget();
  one.release();
  wake(one.waiting);
}

/** How long to wait before a report is written down once more, where the database does not answer, in milliseconds. */
const AGAIN_MS = [100, 300, 1_000, 3_000, 6_000, 10_000];

async function keep(id: string, report: Report): Promise<void> {
  for (let tries = 0; ; tries++)
    try {
      if (!(await (await store()).finish(id, report))) log().warn({ report: id }, "a report was ended elsewhere");
      return;
    } catch (error) {
      const wait = AGAIN_MS[tries];
      if (wait === undefined || !isUnavailable(error)) throw error;
      await sleep(wait);
    }
}

function wake(waiting: Set<() => void>): void {
  const all = [...waiting];
  waiting.clear();
  for (const call of all) call();
}

/** The report of a check that runs in this process, as it stands. */
export async function snapshot(id: string): Promise<Report | undefined> {
  const one = live().byId.get(id);
  return one && reportOf(one, await asItStands(one));
}

/** Whether a check runs in this process. */
export const isLive = (id: string): boolean => live().byId.has(id);

/** A check that runs in this process: its events from the first on, as they come; at the end the report. */
export function followLive(id: string): AsyncGenerator<Followed, Report> | undefined {
  const one = live().byId.get(id);
  return one && events(one);
}

async function* events(one: LiveCheck): AsyncGenerator<Followed, Report> {
  for (let next = 0; ; ) {
    for (let event = one.events[next]; event; event = one.events[++next])
      yield event.kind === "verdict" ? { ...event, lookups: one.outcome?.lookups ?? one.check.lookups() } : event;
    if (one.outcome) return one.outcome;
    await new Promise<void>((resolve) => one.waiting.add(resolve));
  }
}

/**
 * Stops a check that runs in this process; what is open becomes unknown. Where others wait for it too, only its maker
 * does.
 */
export async function cancelLive(id: string, forMaker: boolean): Promise<Cancelled> {
  const one = live().byId.get(id);
  if (!one) return "over";
  if (!forMaker && (one.joined || (await (await store()).isJoined(id)))) return "shared";
  one.check.stop();
  return "stopped";
}

/** Takes no new checks and waits for those under way, at most as long as one may take. */
export async function drain(): Promise<void> {
  const checks = live();
  checks.closing = true;
  await Promise.allSettled(checks.starting.values());
  const all = Promise.all([...checks.byId.values()].map(({ ended }) => ended));
  const patience = new Promise((resolve) => setTimeout(resolve, vantage().limits.checkMs + GRACE_MS).unref());
  await Promise.race([all, patience]);
}
