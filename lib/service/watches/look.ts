import { clocksOf, focusOf, judgeLook, type Noted, nextLookIn, type Report, type Target } from "../../checks/index.ts";
import { lookAt } from "../checker/checker.ts";
import { env } from "../env.ts";
import { readAsk } from "../request.ts";
import { vantage } from "../service-vantage.ts";
import { watches } from "../store/current.ts";
import type { LookResult, NewEvent, StoredWatch } from "../store/watches.ts";
import { putNextJobs } from "./next-jobs.ts";
import { askOf, type KeptBody, type KeptEvent, readBody } from "./watch-body.ts";
import { type WholeCheck, wholeCheck } from "./whole-check.ts";

/** So long a watch goes on after what it waited for has come, at least, in milliseconds: it may go again. */
const AFTERWARDS_MS = 3_600_000;
/** As old as a change may be for a report of it to be made. */
const REPORT_MS = 600_000;

/**
 * One look of a watch, number `look`; what it saw is written down before anything else is done about it. Done twice
 * (whoever was at it died) it is done once.
 */
export async function lookOnce(id: string, look: number): Promise<void> {
  const kept = await watches();
  const watch = await kept.get(id);
  if (!watch || watch === "gone" || watch.endedAt !== undefined) return;
  if (watch.looks === look) await kept.looked(id, look, await resultOf(watch));
  await putNextJobs(id);
}

async function resultOf(watch: StoredWatch): Promise<LookResult> {
  const now = Date.now();
  const tell = watch.webhook?.secret !== undefined;
  const body = readBody(watch.body);
  if (now >= watch.expiresAt) {
    // One that has been told already ends without another word.
    if (watch.state === "met") return { endedAt: now, events: [] };
    return { endedAt: now, state: "expired", events: [event(now, { kind: "expired" }, { tell })] };
  }
  const reading = readAsk(askOf(body), vantage());
  // It may not be looked at any more: its holder has asked for that, or the operator has.
  if (!reading.ok) return { endedAt: now, state: "stopped", events: [event(now, { kind: "stopped" }, { tell })] };
  const seen = await see(reading.target, body, watch);
  if (!seen) return { nextAt: now + 1000 * env().watchMinSeconds, events: [] };
  return concluded(watch, body, seen, tell);
}

/** A light look; a whole check where anything may change. Undefined where there is no place for that now. */
async function see(target: Target, { until }: KeptBody, { deleteHash }: StoredWatch): Promise<Seen | undefined> {
  const focus = focusOf(until);
  return focus ? { report: await lookAt(target, focus) } : wholeCheck(target, deleteHash);
}
interface Seen {
  readonly report: Report;
  readonly keep?: WholeCheck["keep"];
}

async function concluded(watch: StoredWatch, body: KeptBody, seen: Seen, tell: boolean): Promise<LookResult> {
  const { until } = body;
  const { report, keep } = seen;
  const { memory, sights, changed, met } = judgeLook(until, body.memory, report);
  const now = Date.now();
  const metNow = met && watch.metAt === undefined;
  const metAt = metNow ? now : watch.metAt;
  // Its maker is told of what there is now and can read it, even if it was so from the start.
  const news = changed || metNow;
  const id = news && keep ? await keep() : undefined;
  // What is met without anything new to see (a question had no answer before) is shown as it is known.
  const shown =
    metNow && sights.length === 0 ? memory.known.map((verdict) => ({ kind: "seen", verdict }) as const) : sights;
  const events = shown.map((sight, i) =>
    event(now, sight, {
      tell: tell && news,
      met: metNow && i === shown.length - 1,
      ...(id ? { report: id } : {}),
      ...(news && !keep ? { wantsReport: true } : {}),
    }),
  );
  const wait = 1000 * nextLookIn(until, report, env().watchMinSeconds);
  const over = metAt !== undefined && until !== "any-change" && now >= metAt + Math.max(AFTERWARDS_MS, 2 * wait);
  return {
    body: { ...body, memory, clocks: clocksOf(report, vantage().publicResolvers ?? [], now) },
    ...(metNow ? { state: "met", metAt: now } : {}),
    ...(over ? { endedAt: now } : { nextAt: Math.min(now + wait, Math.max(watch.expiresAt, now + 1000)) }),
    events,
  };
}

function event(at: number, noted: Noted, more: Omit<NewEvent, "at" | "body"> & { met?: boolean } = {}): NewEvent {
  const { met = false, ...rest } = more;
  return { at, body: { noted, met } satisfies KeptEvent, ...rest };
}

/** Makes the report of what a look saw changed, and then has it told. */
export async function reportOnce(id: string, look: number): Promise<void> {
  const kept = await watches();
  const watch = await kept.get(id);
  if (!watch || watch === "gone") return;
  const waiting = (await kept.events(id)).filter((one) => one.look === look && one.wantsReport);
  const [first] = waiting;
  if (!first) return putNextJobs(id);
  const reading = readAsk(askOf(readBody(watch.body)), vantage());
  const late = Date.now() - first.at > REPORT_MS;
  const made = reading.ok && !late ? await wholeCheck(reading.target, watch.deleteHash) : undefined;
  // No place now: the job is done again later.
  if (!made && reading.ok && !late) throw new Error("no place for the report of a watch");
  await kept.reported(id, look, await made?.keep());
  await putNextJobs(id);
}
