import type { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import {
  CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from "kysely";

/** How long a statement waits for another process that writes, and between two tries at most, in milliseconds. */
const PATIENCE_MS = 5_000;
const PAUSE_MS = 25;

/**
 * SQLite for a thread that has more to do than to wait for it. Where another process holds the write lock, SQLite itself
 * would wait in the thread that calls it, and nobody would be answered meanwhile; here the statement is tried again now and
 * then, and others have their turn in between: reading needs no lock.
 *
 * Transactions take the write lock as they begin. SQLite's default takes it at the first write, and where another
 * process wrote in between fails at once, without any waiting.
 */
export class PatientDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;
  readonly #opened: DatabaseSync;
  readonly #patienceMs: number;

  /** `database` is `opened` as the library wants it, which waits for no lock by itself. */
  constructor(database: SqliteDatabase, opened: DatabaseSync, patienceMs = PATIENCE_MS) {
    super({ database });
    this.#database = database;
    this.#opened = opened;
    this.#patienceMs = patienceMs;
  }
  override createDriver(): SqliteDriver {
    return new PatientDriver(this.#database, this.#opened, this.#patienceMs);
  }
  override createAdapter(): SqliteAdapter {
    return new OwnTurnsAdapter();
  }
}

/** There is one connection; whose turn it is, the driver says. */
class OwnTurnsAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

class PatientDriver extends SqliteDriver {
  readonly #opened: DatabaseSync;
  readonly #patienceMs: number;
  readonly #turns = new Turns();

  constructor(database: SqliteDatabase, opened: DatabaseSync, patienceMs: number) {
    super({ database });
    this.#opened = opened;
    this.#patienceMs = patienceMs;
  }

  /** For one statement, or for a transaction from its beginning to its end. */
  override async acquireConnection(): Promise<DatabaseConnection> {
    await this.#turns.take();
    const connection = await super.acquireConnection();
    return {
      executeQuery: (query) => this.#execute(connection, query),
      streamQuery: (query, size) => connection.streamQuery(query, size),
    };
  }
  override async releaseConnection(): Promise<void> {
    this.#turns.pass();
  }

  async #execute<R>(connection: DatabaseConnection, query: CompiledQuery): Promise<QueryResult<R>> {
    const until = Date.now() + this.#patienceMs;
    for (let pause = 1; ; pause = Math.min(2 * pause, PAUSE_MS)) {
      try {
        return await connection.executeQuery<R>(query);
      } catch (error) {
        // A transaction that has begun has the lock, and nobody else has a turn in it.
        if (!isBusy(error) || this.#opened.isTransaction || Date.now() >= until) throw error;
      }
      this.#turns.pass();
      await setTimeout(pause);
      await this.#turns.take();
    }
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
  /** A full or broken disk has ended the transaction already. That is what was wrong, not that there is none to end. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("rollback")).catch((error: unknown) => {
      if (!/no transaction is active/.test(String(error))) throw error;
    });
  }
}

/** One after the other, in the order in which they came. */
class Turns {
  readonly #waiting: (() => void)[] = [];
  #isTaken = false;

  async take(): Promise<void> {
    if (this.#isTaken) return new Promise((resolve) => this.#waiting.push(resolve));
    this.#isTaken = true;
  }
  pass(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isTaken = false;
  }
}

/** SQLITE_BUSY: another connection has the lock. */
const isBusy = (error: unknown): boolean => ((error as { errcode?: number } | null)?.errcode ?? 0) % 256 === 5;
