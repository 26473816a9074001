import { type ColumnDataType, type Kysely, type RawBuilder, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What the databases spell differently. */
export interface Dialect {
  readonly engine: "sqlite" | "postgres";
  readonly bytes: ColumnDataType;
  /**
   * The database's clock, epoch milliseconds: what instances compare is read off one clock, however far apart their own
   * are.
   */
  readonly now: RawBuilder<number>;
}
export const sqliteDialect: Dialect = {
  engine: "sqlite",
  bytes: "blob",
  now: sql<number>`cast(unixepoch('subsec') * 1000 as integer)`,
};
export const postgresDialect: Dialect = {
  engine: "postgres",
  bytes: "bytea",
  now: sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`,
};

/**
 * The tables, in one list for every database: text, integer, bigint (epoch milliseconds) and bytes only. Entries are
 * added, never changed.
 */
export function migrations({ bytes }: Dialect): Record<string, Migration> {
  return {
    "0001-reports": {
      async up(db: Kysely<unknown>) {
        await db.schema
          .createTable("reports")
          .addColumn("id", "text", (column) => column.primaryKey())
          .addColumn("path", "text", (column) => column.notNull())
          .addColumn("plain", "integer", (column) => column.notNull())
          .addColumn("state", "text", (column) => column.notNull())
          .addColumn("seen_at", "bigint", (column) => column.notNull())
          .addColumn("deadline", "bigint", (column) => column.notNull())
          .addColumn("finished_at", "bigint")
          .addColumn("body", bytes)
          .addColumn("size", "integer", (column) => column.notNull())
          .addColumn("delete_hash", "text", (column) => column.notNull())
          .execute();
        await db.schema
          .createIndex("reports_by_path")
          .on("reports")
          .columns(["path", "plain", "state", "seen_at"])
          .execute();
        await db.schema.createIndex("reports_by_age").on("reports").columns(["state", "seen_at"]).execute();
      },
    },
    "0002-instances": {
      async up(db: Kysely<unknown>) {
        // One column a statement: SQLite knows no other way. An older version beside us leaves them empty.
        const reports = db.schema.alterTable("reports");
        await reports.addColumn("check_key", "text").execute();
        await reports.addColumn("owner", "text").execute();
        await reports.addColumn("joined", "integer", (column) => column.notNull().defaultTo(0)).execute();
        await reports.addColumn("network", "text").execute();
        // Of equal checks one runs at a time, over all instances.
        await sql`create unique index reports_running on reports (check_key) where state = 'running'`.execute(db);
        await sql`create index reports_running_by_network on reports (network) where state = 'running'`.execute(db);
        await db.schema.createIndex("reports_by_key").on("reports").columns(["check_key", "seen_at"]).execute();
        await db.schema
          .createTable("instances")
          .addColumn("id", "text", (column) => column.primaryKey())
          .addColumn("url", "text", (column) => column.notNull())
          .addColumn("beat_at", "bigint", (column) => column.notNull())
          .execute();
        await db.schema
          .createTable("secrets")
          .addColumn("name", "text", (column) => column.primaryKey())
          .addColumn("value", "text", (column) => column.notNull())
          .execute();
      },
    },
    "0003-jobs": {
      async up(db: Kysely<unknown>) {
        await db.schema
          .createTable("jobs")
          .addColumn("id", "text", (column) => column.primaryKey())
          .addColumn("kind", "text", (column) => column.notNull())
          .addColumn("payload", "text", (column) => column.notNull())
          .addColumn("due_at", "bigint", (column) => column.notNull())
          .addColumn("claimed_until", "bigint")
          .addColumn("tries", "integer", (column) => column.notNull().defaultTo(0))
          .execute();
        await db.schema.createIndex("jobs_due").on("jobs").columns(["kind", "due_at"]).execute();
      },
    },
    "0005-listens": {
      async up(db: Kysely<unknown>) {
        await db.schema
          .createTable("listens")
          .addColumn("id", "text", (column) => column.primaryKey())
          .addColumn("origin", "text", (column) => column.notNull())
          .addColumn("expect_address", "text")
          .addColumn("expect_helo", "text")
          .addColumn("expires_at", "bigint", (column) => column.notNull())
          .execute();
        await db.schema.createIndex("listens_by_end").on("listens").columns(["expires_at"]).execute();
        await db.schema
          .createTable("listen_sessions")
          .addColumn("id", "text", (column) => column.primaryKey())
          .addColumn("listen", "text", (column) => column.notNull())
          .addColumn("seen_at", "bigint", (column) => column.notNull())
          .addColumn("seen", "text", (column) => column.notNull())
          .addColumn("reply", "text", (column) => column.notNull())
          .addColumn("report", "text")
          .addColumn("message", "text")
          .execute();
        await db.schema
          .createIndex("listen_sessions_by_listen")
          .on("listen_sessions")
          .columns(["listen", "seen_at"])
          .execute();
      },
    },
  };
}
