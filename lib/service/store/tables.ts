import type { Kysely } from "kysely";
import type { Pool } from "pg";
import type { Dialect } from "./migrations.ts";

/** The tables as Kysely sees them. */
export interface Tables {
  reports: {
    id: string;
    path: string;
    plain: number;
    state: string;
    seen_at: number;
    deadline: number;
    finished_at: number | null;
    body: Uint8Array | null;
    size: number;
    delete_hash: string;
    /** Tells equal checks: a hash of target, options and context. Null where the report came from an older version. */
    check_key: string | null;
    /** The instance that runs the check; null where that instance keeps no heartbeat. */
    owner: string | null;
    /** Whether somebody was led to this check who did not start it. */
    joined: number;
    /** A keyed hash of the network that asked, while the check runs. */
    network: string | null;
  };
  instances: { id: string; url: string; beat_at: number };
  secrets: { name: string; value: string };
  jobs: {
    id: string;
    kind: string;
    payload: string;
    /** When it is due, epoch milliseconds of the database. */
    due_at: number;
    /** Until when whoever took it may work on it; null where nobody has. */
    claimed_until: number | null;
    tries: number;
  };
  /** Addresses that were made to be sent to. */
  listens: {
    id: string;
    /** What links to it begin with. */
    origin: string;
    expect_address: string | null;
    expect_helo: string | null;
    /** Epoch milliseconds. */
    expires_at: number;
  };
  /** Who sent to them. */
  listen_sessions: {
    id: string;
    listen: string;
    /** When it connected, epoch milliseconds. */
    seen_at: number;
    /** What it showed, as JSON. */
    seen: string;
    /** What its recipient was answered. */
    reply: string;
    /** The report of the check that it started. */
    report: string | null;
    /** The headers of its message and what was read of them, as JSON. */
    message: string | null;
  };
}

/** An open database with its tables up to date. */
export interface Database {
  readonly db: Kysely<Tables>;
  readonly dialect: Dialect;
  /** PostgreSQL's connections, for the libraries that bring their own statements. Undefined with SQLite. */
  readonly pool?: Pool;
  /** Nothing can be written: a file in a directory that is read-only. What is there can be read. */
  readonly readOnly?: true;
  readonly close: () => Promise<void>;
}
