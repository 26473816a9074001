import { env } from "../env.ts";
import { shared } from "../shared.ts";
import { database } from "../store/current.ts";
import type { Jobs } from "./jobs.ts";
import { createPgBossJobs } from "./pg-boss-jobs.ts";
import { createSqliteJobs } from "./sqlite-jobs.ts";

/** The jobs of this process: pg-boss where there is a PostgreSQL, else in the process itself. */
export const jobs = (): Promise<Jobs> =>
  shared("jobs", async () => {
    const { databaseUrl } = env();
    return databaseUrl ? createPgBossJobs(databaseUrl) : createSqliteJobs(await database());
  });
