import { setTimeout as sleep } from "node:timers/promises";
import type { CheckEvent, Report } from "../../checks/index.ts";
import { store } from "../store/current.ts";
import { isId } from "../store/ids.ts";
import { followLive, snapshot } from "./checks.ts";

/** What there is under an id. */
export type Reading =
  | { readonly kind: "report"; readonly report: Report }
  | { readonly kind: "gone"; readonly why: "deleted" | "expired" }
  | { readonly kind: "unknown" };

/** A report by its id: as it stands while its check runs, as it was ever after. */
export async function readReport(id: string): Promise<Reading> {
  if (!isId(id)) return { kind: "unknown" };
  const running = snapshot(id);
  if (running) return { kind: "report", report: running };
  const kept = await store();
  const row = await kept.get(id);
  if (!row) return { kind: "unknown" };
  if (!("report" in row)) return { kind: "gone", why: row.state };
  // Not live here: another process runs it, until its time is up. Then its process died, and this is what is left.
  if (row.state === "done" || Date.now() < row.deadline) return { kind: "report", report: row.report };
  const report: Report = { ...row.report, state: "done", ended: "interrupted" };
  await kept.finish(id, report);
  return { kind: "report", report };
}

/** How often we look whether a check that runs elsewhere has ended. */
const POLL_MS = 500;

/** What a check finds, from the first event on; at the end its report. Follows checks of other processes to their end. */
export async function* follow(id: string): AsyncGenerator<CheckEvent, Reading> {
  const running = followLive(id);
  if (running) return { kind: "report", report: yield* running };
  for (;;) {
    const reading = await readReport(id);
    if (reading.kind !== "report") return reading;
    if (reading.report.state === "done") {
      for (const verdict of reading.report.verdicts) yield { kind: "verdict", verdict };
      return reading;
    }
    await sleep(POLL_MS);
  }
}
