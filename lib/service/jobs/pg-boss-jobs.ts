import { log } from "../log.ts";
import { BATCH, type Jobs, LEASE_SECONDS, RETRIES } from "./jobs.ts";

/** Said again and again where a pooler's transactions are in between. Jobs are found by looking then. */
const DEAF = /^LISTEN\/NOTIFY channel registration was lost/;
/** pg-boss's own connections of one instance, beside the one that listens. */
const CONNECTIONS = 4;
/** How often it looks where nobody told it, and after the dead, in seconds: its own defaults are a minute and more. */
const LOOK_SECONDS = 2;
const SUPERVISE_SECONDS = 2;

/** Jobs by pg-boss, in a schema of its own in the same database; loaded only where there is one. */
export async function createPgBossJobs(databaseUrl: string): Promise<Jobs> {
  const { PgBoss } = await import("pg-boss");
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: "nameplate jobs",
    max: CONNECTIONS,
    // Told of each job at once. It takes a connection of its own to the server, not one through a pooler's transactions.
    useListenNotify: true,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
    // We use the time of the database throughout.
    clockMonitorIntervalSeconds: 600,
  });
  let listens = true;
  boss.on("error", (error) => {
    if (!DEAF.test(error.message)) return log().error({ err: error }, "jobs: the database does not answer");
    if (listens) log().warn(`jobs are looked for every ${LOOK_SECONDS} s: LISTEN does not last on this connection`);
    listens = false;
  });
  await boss.start();

  const known = new Map<string, Promise<void>>();
  const queue = (name: string, policy: "standard" | "short") => {
    const made =
      known.get(name) ??
      boss.createQueue(name, {
        policy,
        notify: true,
        retryLimit: RETRIES,
        retryDelay: 1,
        retryBackoff: true,
        heartbeatSeconds: LEASE_SECONDS,
        deleteAfterSeconds: 3_600,
      });
    known.set(name, made);
    return made;
  };
  // Jobs of which one waits, by key, are in a queue of their own: that is a property of the queue.
  const plainQueue = (kind: string) => queue(kind, "standard");
  const singleQueue = (kind: string) => queue(single(kind), "short");

  return {
    async add(kind, payload, { key, afterMs } = {}) {
      const name = key === undefined ? kind : single(kind);
      await (key === undefined ? plainQueue(kind) : singleQueue(kind));
      await boss.send(name, payload, {
        ...(key === undefined ? {} : { singletonKey: key }),
        ...(afterMs ? { startAfter: new Date(Date.now() + afterMs) } : {}),
      });
    },

    async hourly(kind) {
      await singleQueue(kind);
      await boss.schedule(single(kind), "0 * * * *", {});
      await boss.send(single(kind), {}, { singletonKey: "hourly" });
    },

    async work(kind, handler) {
      const options = {
        batchSize: BATCH,
        perJobResults: true,
        pollingIntervalSeconds: LOOK_SECONDS,
        notifyPollingIntervalSeconds: LOOK_SECONDS,
        burstWhenBatchFull: true,
      } as const;
      await Promise.all([plainQueue(kind), singleQueue(kind)]);
      for (const name of [kind, single(kind)])
        await boss.work(name, options, (jobs: { id: string; data: object }[]) =>
          Promise.all(
            jobs.map(async ({ id, data }) => {
              try {
                await handler(data);
                return { id, status: "completed" as const };
              } catch (error) {
                log().error({ err: error }, "a job failed");
                return { id, status: "failed" as const };
              }
            }),
          ),
        );
    },

    stop: () => boss.stop({ graceful: true, close: true, timeout: 10_000 }),
  };
}

const single = (kind: string) => `${kind}-single`;
