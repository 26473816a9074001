import type { ColumnDataType, Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** What the databases spell differently. */
export interface Dialect {
  readonly bytes: ColumnDataType;
}
export const sqliteDialect: Dialect = { bytes: "blob" };

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
  };
}
