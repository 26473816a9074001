import { jobs } from "../jobs/current.ts";
import { log } from "../log.ts";
import { store } from "./current.ts";

/** How long a deleted report can be restored, in milliseconds. */
export const UNDO_MS = 60_000;

/** The job that empties deleted reports for good: after a minute, and every hour what that left behind. */
export const FORGETTING = "forget-deleted-reports";

/** Deletes a report for whoever has its token, so that they can take it back for a minute. */
export async function removeWithUndo(id: string, deleteToken: string) {
  const removed = await (await store()).remove(id, deleteToken, UNDO_MS);
  if (removed === "removed")
    await (await jobs()).add(FORGETTING, {}, { afterMs: UNDO_MS + 1_000 }).catch((error: unknown) =>
      // It is at no address any more; the hourly job empties it.
      log().error({ err: error, report: id }, "a deleted report is emptied later"),
    );
  return removed;
}
