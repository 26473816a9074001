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
    "0004-pools": {
      async up(db: Kysely<unknown>) {
        await db.schema
          .createTable("pools")
          .addColumn("id", "text", (column) => column.primaryKey())
          .addColumn("state", "text", (column) => column.notNull())
          .addColumn("created_at", "bigint", (column) => column.notNull())
          .addColumn("finished_at", "bigint")
          .addColumn("deadline", "bigint", (column) => column.notNull())
          .addColumn("plan", "text", (column) => column.notNull())
          .addColumn("seq", "bigint", (column) => column.notNull().defaultTo(0))
          .addColumn("delete_hash", "text", (column) => column.notNull())
          .addColumn("network", "text")
          .execute();
        await db.schema.createIndex("pools_by_age").on("pools").columns(["state", "created_at"]).execute();
        await sql`create index pools_running_by_network on pools (network) where state = 'running'`.execute(db);
        await db.schema
          .createTable("pool_rows")
          .addColumn("pool", "text", (column) => column.notNull())
          .addColumn("place", "integer", (column) => column.notNull())
          .addColumn("address", "text", (column) => column.notNull())
          .addColumn("name", "text")
          .addColumn("stage", "integer", (column) => column.notNull())
          .addColumn("seq", "bigint", (column) => column.notNull())
          .addColumn("look", "text")
          .addPrimaryKeyConstraint("pool_rows_key", ["pool", "place"])
          .execute();
        await db.schema.createIndex("pool_rows_by_seq").on("pool_rows").columns(["pool", "seq"]).execute();
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
    "0006-watches": {
      async up(db: Kysely<unknown>) {
        await db.schema
          .createTable("watches")
          .addColumn("id", "text", (column) => column.primaryKey())
          .addColumn("state", "text", (column) => column.notNull())
          .addColumn("body", "text")
          .addColumn("created_at", "bigint", (column) => column.notNull())
          .addColumn("expires_at", "bigint", (column) => column.notNull())
          .addColumn("met_at", "bigint")
          .addColumn("ended_at", "bigint")
          .addColumn("next_at", "bigint")
          .addColumn("looks", "integer", (column) => column.notNull())
          .addColumn("webhook", "text")
          .addColumn("secret", "text")
          .addColumn("note", "text")
          .addColumn("network", "text")
          .addColumn("site", "text")
          .addColumn("delete_hash", "text", (column) => column.notNull())
          .execute();
        await sql`create index watches_due on watches (next_at) where ended_at is null`.execute(db);
        await sql`create index watches_by_network on watches (network) where ended_at is null`.execute(db);
        await db.schema
          .createTable("watch_events")
          .addColumn("watch", "text", (column) => column.notNull())
          .addColumn("n", "integer", (column) => column.notNull())
          .addColumn("look", "integer", (column) => column.notNull())
          .addColumn("at", "bigint", (column) => column.notNull())
          .addColumn("body", "text", (column) => column.notNull())
          .addColumn("report", "text")
          .addColumn("wants_report", "integer", (column) => column.notNull())
          .addColumn("told", "text")
          .addColumn("tries", "integer", (column) => column.notNull())
          .addPrimaryKeyConstraint("watch_events_key", ["watch", "n"])
          .execute();
        await sql`create index watch_events_open on watch_events (watch) where told = 'open' or wants_report = 1`.execute(
          db,
        );
      },
    },
    "0007-plans": {
      async up(db: Kysely<unknown>) {
        await db.schema
          .createTable("plans")
          .addColumn("id", "text", (column) => column.primaryKey())
          .addColumn("kind", "text", (column) => column.notNull())
          .addColumn("state", "text", (column) => column.notNull())
          .addColumn("input", "text")
          .addColumn("round", "integer", (column) => column.notNull())
          .addColumn("made_at", "bigint", (column) => column.notNull())
          .addColumn("seen_at", "bigint", (column) => column.notNull())
          .addColumn("deadline", "bigint", (column) => column.notNull())
          .addColumn("delete_hash", "text", (column) => column.notNull())
          .execute();
        await db.schema.createIndex("plans_by_age").on("plans").columns(["state", "seen_at"]).execute();
        await db.schema
          .createTable("plan_checks")
          .addColumn("plan", "text", (column) => column.notNull())
          .addColumn("round", "integer", (column) => column.notNull())
          .addColumn("place", "integer", (column) => column.notNull())
          .addColumn("side", "text", (column) => column.notNull())
          .addColumn("address", "text", (column) => column.notNull())
          .addColumn("report", "text")
          .addColumn("own", "integer", (column) => column.notNull().defaultTo(0))
          .addColumn("begun_at", "bigint", (column) => column.notNull())
          .addPrimaryKeyConstraint("plan_checks_key", ["plan", "round", "place"])
          .execute();
      },
    },
    "0008-undo": {
      async up(db: Kysely<unknown>) {
        await db.schema.alterTable("reports").addColumn("undo_until", "bigint").execute();
        // Few rows have one, and those for a minute.
        await sql`create index reports_to_forget on reports (undo_until) where undo_until is not null`.execute(db);
      },
    },
    "0011-kept-logs": {
      async up(db: Kysely<unknown>) {
        await db.schema
          .createTable("kept_logs")
          .addColumn("id", "text", (column) => column.primaryKey())
          .addColumn("state", "text", (column) => column.notNull())
          .addColumn("body", bytes)
          .addColumn("kept_at", "bigint", (column) => column.notNull())
          .addColumn("delete_hash", "text", (column) => column.notNull())
          .execute();
        await db.schema.createIndex("kept_logs_by_age").on("kept_logs").columns(["state", "kept_at"]).execute();
      },
    },
  };
}
