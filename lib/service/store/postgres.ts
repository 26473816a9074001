import { Kysely, PostgresDialect } from "kysely";
import type { PoolConfig } from "pg";
import { log } from "../log.ts";
import { createKyselyStore, migrate } from "./kysely-store.ts";
import { postgresDialect } from "./migrations.ts";
import { outliveResets } from "./outlive-resets.ts";
import type { Store } from "./store.ts";
import type { Database, Tables } from "./tables.ts";

/** Connections of one instance. */
const CONNECTIONS = 10;
/**
 * How long to wait for a connection (all of them may be in use), and for an answer, before a request is told so, in
 * milliseconds.
 */
const CONNECT_MS = 15_000;
const STATEMENT_MS = 15_000;
/** PostgreSQL's 64-bit integers, which its library hands over as text; ours are milliseconds and counts. */
const INT8 = 20;

/** What a pooler says of a setting that it does not take on behalf of its clients. */
const UNSUPPORTED = /^unsupported startup parameter/;

/**
 * Opens a PostgreSQL database, up to date and ready. Behind a pooler that takes no settings (PgBouncer) statements are
 * timed here instead of there.
 */
export async function openPostgres(url: string): Promise<Database> {
  try {
    return await connect(url, { statement_timeout: STATEMENT_MS });
  } catch (error) {
    const reason = reasonOf(error);
    if (UNSUPPORTED.test(reason)) return connect(url, { query_timeout: STATEMENT_MS });
    throw new Error(reason);
  }
}

/** The library is loaded here and not before: with SQLite nobody needs it. */
async function connect(
  url: string,
  timeout: Pick<PoolConfig, "statement_timeout" | "query_timeout">,
): Promise<Database> {
  const { default: pg } = await import("pg");
  pg.types.setTypeParser(INT8, Number);
  outliveResets(pg.Client);
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: "nameplate",
    ...timeout,
  });
  // An idle connection that breaks (the server was restarted) is replaced by the next request.
  pool.on("error", (error) => log().warn(`a connection to the database broke: ${error.message}`));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db, postgresDialect);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return { db, dialect: postgresDialect, pool, close: () => db.destroy() };
}

/** The store over such a database. */
export const openPostgresStore = async (url: string): Promise<Store> => createKyselyStore(await openPostgres(url));

/** What is wrong, in words: a host with several addresses fails with one error for each and no words of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error && error.message ? error.message : String(error);
}
