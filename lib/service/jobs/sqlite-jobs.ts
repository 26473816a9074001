import { sql } from "kysely";
import { log } from "../log.ts";
import { newId } from "../store/ids.ts";
import type { Database } from "../store/tables.ts";
import { BATCH, type Handler, type Jobs, LEASE_SECONDS, RETRIES } from "./jobs.ts";

const HOUR_MS = 3_600_000;
/** How often we look whether something is due that nobody told us of, in milliseconds. */
const LOOK_MS = 1_000;
const LEASE_MS = LEASE_SECONDS * 1000;
/** The first of the growing pauses after a failure, in milliseconds. */
const PAUSE_MS = 1_000;

const HOURLY = "hourly ";

/**
 * Jobs in the table `jobs`, done in this process. A job is claimed for some seconds, again and again while it is done; so
 * one whose process died is taken up by the next, of this or of another process on the same file.
 */
export function createSqliteJobs({ db, dialect: { now } }: Pick<Database, "db" | "dialect">): Jobs {
  const workers = new Map<string, () => void>();
  const running = new Set<Promise<void>>();
  const timers = new Set<NodeJS.Timeout>();
  let stopped = false;

  /** Puts a job in, unless one of that id waits, and tells whoever works on its kind. */
  const put = async (id: string, kind: string, payload: object, afterMs: number) => {
    await db
      .insertInto("jobs")
      .values({
        ...{ id, kind, payload: JSON.stringify(payload), claimed_until: null, tries: 0 },
        due_at: sql<number>`${now} + ${afterMs}`,
      })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
    workers.get(kind)?.();
  };

  const claim = async (kind: string, count: number) => {
    const { rows } = await sql<{ id: string; payload: string; tries: number }>`
      update jobs set claimed_until = ${now} + ${LEASE_MS}, tries = tries + 1
      where id in (
        select id from jobs
        where kind = ${kind} and due_at <= ${now} and (claimed_until is null or claimed_until < ${now})
        order by due_at limit ${count})
      returning id, payload, tries`.execute(db);
    return rows;
  };

  const settle = async (id: string, tries: number, error: unknown, failed: boolean) => {
    if (failed) log().error({ err: error }, "a job failed");
    const mine = db.updateTable("jobs").where("id", "=", id).where("tries", "=", tries);
    if (failed && tries <= RETRIES)
      await mine.set({ due_at: sql<number>`${now} + ${PAUSE_MS * 2 ** (tries - 1)}`, claimed_until: null }).execute();
    else if (id.startsWith(HOURLY))
      await mine.set({ due_at: sql<number>`${now} + ${HOUR_MS}`, claimed_until: null, tries: 0 }).execute();
    else await db.deleteFrom("jobs").where("id", "=", id).where("tries", "=", tries).execute();
  };

  const carryOut = async (job: { id: string; payload: string; tries: number }, handler: Handler) => {
    const hold = setInterval(
      () =>
        void db
          .updateTable("jobs")
          .set({ claimed_until: sql<number>`${now} + ${LEASE_MS}` })
          .where("id", "=", job.id)
          .where("tries", "=", job.tries)
          .execute()
          .catch(() => undefined),
      LEASE_MS / 3,
    ).unref();
    try {
      await handler(JSON.parse(job.payload));
      await settle(job.id, job.tries, undefined, false);
    } catch (error) {
      await settle(job.id, job.tries, error, true).catch(() => undefined);
    } finally {
      clearInterval(hold);
    }
  };

  return {
    add: (kind, payload, { key, afterMs = 0 } = {}) =>
      put(key === undefined ? newId() : `${kind} ${key}`, kind, payload, afterMs),

    hourly: (kind) => put(HOURLY + kind, kind, {}, 0),

    async work(kind, handler) {
      let atOnce = 0;
      let looking = false;
      let failing = false;
      const look = async (): Promise<void> => {
        if (stopped || looking || atOnce >= BATCH) return;
        looking = true;
        try {
          const jobs = await claim(kind, BATCH - atOnce);
          failing = false;
          for (const job of jobs) {
            atOnce++;
            const done = carryOut(job, handler).finally(() => {
              atOnce--;
              running.delete(done);
              void look();
            });
            running.add(done);
          }
        } catch (error) {
          if (!stopped && !failing) log().error({ err: error }, "jobs could not be looked for");
          failing = true;
        } finally {
          looking = false;
        }
      };
      workers.set(kind, () => void look());
      timers.add(setInterval(look, LOOK_MS).unref());
      await look();
    },

    async stop() {
      stopped = true;
      for (const timer of timers) clearInterval(timer);
      await Promise.all(running);
    },
  };
}
