import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { Kysely, type SqliteDatabase } from "kysely";
import { createKyselyStore, migrate } from "./kysely-store.ts";
import { sqliteDialect } from "./migrations.ts";
import { PatientDialect } from "./sqlite-dialect.ts";
import type { Store } from "./store.ts";
import type { Database, Tables } from "./tables.ts";
import { isUnavailable } from "./unavailable.ts";

/**
 * Opens (or makes) a database file, up to date and ready. One that is there and cannot be written is opened to be read.
 * `patienceMs` is how long a statement waits for another process that writes, in milliseconds.
 */
export async function openSqlite(
  file: string,
  { patienceMs }: { readonly patienceMs?: number } = {},
): Promise<Database> {
  let opened: DatabaseSync;
  try {
    mkdirSync(dirname(file), { recursive: true });
    opened = open(file);
  } catch (error) {
    if (!existsSync(file) || !isUnavailable(error)) throw error;
    return { ...database(openToRead(file)), readOnly: true };
  }
  const made = database(opened, patienceMs);
  await migrate(made.db, sqliteDialect);
  return made;
}

function database(opened: DatabaseSync, patienceMs?: number): Database {
  const db = new Kysely<Tables>({ dialect: new PatientDialect(adapt(opened), opened, patienceMs) });
  return { db, dialect: sqliteDialect, close: () => db.destroy() };
}

/**
 * Without the files that a database in WAL mode wants beside it, which cannot be made there. So it must not change while
 * it is open: whoever writes it ends first.
 */
function openToRead(file: string): DatabaseSync {
  const { DatabaseSync } = process.getBuiltinModule("node:sqlite");
  const url = pathToFileURL(file);
  url.search = "mode=ro&immutable=1";
  return new DatabaseSync(url, { readOnly: true });
}

/** The store over such a file. */
export const openSqliteStore = async (file: string): Promise<Store> => createKyselyStore(await openSqlite(file));

function open(file: string): DatabaseSync {
  // Not an import: the bundler of the pages cannot follow one to a module that only newer Nodes have.
  const { DatabaseSync } = process.getBuiltinModule("node:sqlite");
  const db = new DatabaseSync(file, { timeout: 5000 });
  // WAL lets readers read while one writes; FULL syncs before a write is acknowledged, which WAL alone would not.
  db.exec("pragma journal_mode = wal; pragma synchronous = full;");
  // From here on it is waited elsewhere: this would keep the whole thread waiting.
  db.exec("pragma busy_timeout = 0");
  return db;
}

/** Node's SQLite as Kysely's driver wants it, which speaks better-sqlite3. Statements are prepared once. */
function adapt(db: DatabaseSync): SqliteDatabase {
  const statements = new Map<string, ReturnType<SqliteDatabase["prepare"]>>();
  const prepare = (sql: string) => {
    const statement = db.prepare(sql);
    const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
    return {
      reader: statement.columns().length > 0,
      all: (parameters: readonly unknown[]) => statement.all(...values(parameters)),
      run: (parameters: readonly unknown[]) => statement.run(...values(parameters)),
      iterate: (parameters: readonly unknown[]) => statement.iterate(...values(parameters)),
    };
  };
  return {
    close: () => db.close(),
    prepare: (sql) => {
      const known = statements.get(sql) ?? prepare(sql);
      statements.set(sql, known);
      return known;
    },
  };
}
