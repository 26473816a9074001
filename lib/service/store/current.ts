import { join } from "node:path";
import { env } from "../env.ts";
import { shared } from "../shared.ts";
import { createInstances, type Instances } from "./instances.ts";
import { createKyselyStore } from "./kysely-store.ts";
import { createPoolStore, type PoolStore } from "./pools.ts";
import { openPostgres } from "./postgres.ts";
import { type RememberedStore, remembered } from "./remembered.ts";
import { openSqlite } from "./sqlite.ts";
import type { Database } from "./tables.ts";
import { createWatches, type Watches } from "./watches.ts";

/** The database of this process, opened on first use: PostgreSQL where the operator named one, else a file. */
export const database = (): Promise<Database> =>
  shared("database", () => {
    const { databaseUrl, dataDir } = env();
    return databaseUrl
      ? openPostgres(databaseUrl)
      : openSqlite(join(/* turbopackIgnore: true */ dataDir, "nameplate.sqlite"));
  });

/** The store of this process. */
export const store = (): Promise<RememberedStore> =>
  shared("store", () => database().then(createKyselyStore).then(remembered));

/** The processes that share this one's database. */
export const instances = (): Promise<Instances> => shared("instances", () => database().then(createInstances));

/** The pools of this process's database. */
export const pools = (): Promise<PoolStore> => shared("pools", () => database().then(createPoolStore));
/** What is watched. */
export const watches = (): Promise<Watches> => shared("watches", () => database().then(createWatches));
