import { setTimeout as sleep } from "node:timers/promises";
import type { Report } from "../../checks/index.ts";
import { remoteCancel, remoteEvents, remoteSnapshot } from "../instances/remote.ts";
import type { Cancelled, Followed } from "../instances/wire.ts";
import type { Missing } from "../missing.ts";
import { store } from "../store/current.ts";
import { isId } from "../store/ids.ts";
import { isUnavailable } from "../store/unavailable.ts";
import { cancelLive, followLive, isLive, snapshot } from "./checks.ts";
import { interrupt, whereRuns } from "./elsewhere.ts";

/** What there is under an id. */
export type Reading = { readonly kind: "report"; readonly report: Report } | Missing;

/** A report by its id: as it stands while its check runs, here or elsewhere, as it was ever after. */
export async function readReport(id: string): Promise<Reading> {
  const { reading, url } = await look(id);
  if (!url) return reading;
  const report = await remoteSnapshot(url, id);
  if (report) return { kind: "report", report };
  // It may have ended between the two questions.
  return (await (await store()).stateOf(id)) === "running" ? reading : readReport(id);
}

/** Why there is nothing to follow under an id; undefined where there is a report, finished or running. */
export async function whyMissing(id: string): Promise<Missing | undefined> {
  if (isLive(id)) return undefined;
  const { reading } = await look(id);
  return reading.kind === "report" ? undefined : reading;
}

/**
 * What this instance knows of a report. Where its check runs at another one that can be asked, that one's address, and
 * the report as it began.
 */
async function look(id: string): Promise<{ readonly reading: Reading; readonly url?: string }> {
  if (!isId(id)) return { reading: { kind: "unknown" } };
  const running = await snapshot(id);
  if (running) return { reading: { kind: "report", report: running } };
  const row = await (await store()).get(id);
  if (!row) return { reading: { kind: "unknown" } };
  if (!("report" in row)) return { reading: { kind: "gone", why: row.state } };
  const reading = { kind: "report", report: row.report } as const;
  if (row.state === "done") return { reading };
  const place = await whereRuns({ id, owner: row.owner ?? null, deadline: row.deadline });
  return place ? { reading, ...place } : { reading: await afterItsEnd(id) };
}

/** Whoever ran it has died: what is left of it is its end, unless that was written down by somebody else just now. */
async function afterItsEnd(id: string): Promise<Reading> {
  await interrupt(id).catch((error: unknown) => {
    // Where nothing can be written, its end is said all the same.
    if (!isUnavailable(error)) throw error;
  });
  const row = await (await store()).get(id);
  if (!row) return { kind: "unknown" };
  if (!("report" in row)) return { kind: "gone", why: row.state };
  const { report } = row;
  return { kind: "report", report: row.state === "done" ? report : { ...report, state: "done", ended: "interrupted" } };
}

/** How often we look whether a check that runs elsewhere has ended. */
const POLL_MS = 500;

/** What a check finds, from the first event on; at the end its report. Follows checks of other instances, too. */
export async function* follow(id: string): AsyncGenerator<Followed, Reading> {
  const running = followLive(id);
  if (running) return { kind: "report", report: yield* running };
  // An instance that is asked again begins with the first event again.
  const told = new Set<string>();
  const isNew = (event: Followed) => {
    const what = event.kind === "verdict" ? `${event.verdict.subject} ${event.verdict.signal}` : event.subject.id;
    const known = told.has(`${event.kind} ${what}`);
    told.add(`${event.kind} ${what}`);
    return !known;
  };
  for (;;) {
    const { reading, url } = await look(id);
    if (reading.kind !== "report") return reading;
    if (reading.report.state === "done") {
      const { verdicts, lookups } = reading.report;
      for (const verdict of verdicts) {
        const event = { kind: "verdict", verdict, lookups } as const;
        if (isNew(event)) yield event;
      }
      return reading;
    }
    if (url) for await (const event of remoteEvents(url, id)) if (isNew(event)) yield event;
    // What has just ended there is in the store by now.
    if (!url || (await (await store()).stateOf(id)) === "running") await sleep(POLL_MS);
  }
}

/**
 * Stops a running check, wherever it runs. With its maker's token that always succeeds; without one, only where nobody
 * else waits for it. `forbidden` where the token is another one.
 */
export async function cancel(id: string, token?: string): Promise<Cancelled | "forbidden"> {
  if (!isId(id)) return "over";
  const forMaker = token !== undefined;
  if (forMaker && !(await (await store()).isMaker(id, token))) return "forbidden";
  const here = await cancelLive(id, forMaker);
  if (here !== "over") return here;
  const row = await (await store()).get(id);
  if (row?.state !== "running" || !row.owner) return "over";
  const place = await whereRuns({ id, owner: row.owner, deadline: row.deadline });
  return place?.url ? remoteCancel(place.url, id, forMaker) : "over";
}
