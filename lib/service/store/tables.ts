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
    /** Of a deleted report that can still be restored: until when, epoch milliseconds of the database. */
    undo_until: number | null;
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
  pools: {
    id: string;
    state: string;
    created_at: number;
    finished_at: number | null;
    /** When it has to have ended, epoch milliseconds: what is still running then has been lost. */
    deadline: number;
    /** What it was asked for, as JSON; empty where the pool is gone. */
    plan: string;
    /** Counts what was written to its rows: each write has the next number. */
    seq: number;
    delete_hash: string;
    /** A keyed hash of the network that asked, while it runs. */
    network: string | null;
  };
  pool_rows: {
    pool: string;
    /** From 0, in the order of the input. */
    place: number;
    address: string;
    name: string | null;
    /** 0: waiting. 1: looked at by DNS. 2: asked over SMTP as well. It only grows, so that every row is written once. */
    stage: number;
    /** The number of the write that it was last changed by. */
    seq: number;
    /** What was found, as JSON. */
    look: string | null;
  };
  /** Plans and moves: what was put in. What was found is in the reports of their checks. */
  plans: {
    id: string;
    kind: string;
    /** kept, deleted or expired. */
    state: string;
    input: string | null;
    /** The latest round of checks, from 1. */
    round: number;
    made_at: number;
    /** When the latest round began. */
    seen_at: number;
    /** Until when the checks of the latest round are being begun; 0 once all have. */
    deadline: number;
    delete_hash: string;
  };
  plan_checks: {
    plan: string;
    round: number;
    place: number;
    /** before or after, of a move; after, of a plan. */
    side: string;
    address: string;
    /** The report of its check; null before that has begun. */
    report: string | null;
    /** Whether the check was begun for this plan, and not joined. */
    own: number;
    /** When the round began. */
    begun_at: number;
  };
  /** Tables of mail logs that readers chose to keep. */
  kept_logs: {
    id: string;
    /** kept, deleted or expired. */
    state: string;
    /** The table, compressed; null where it is gone. */
    body: Uint8Array | null;
    /** Epoch milliseconds. */
    kept_at: number;
    delete_hash: string;
  };
  watches: {
    id: string;
    /** As in the API; `gone` where nothing but the id is left. */
    state: string;
    /** JSON: target, what its looks know. Null where it is gone. */
    body: string | null;
    created_at: number;
    expires_at: number;
    met_at: number | null;
    /** When it looked for the last time; null while it runs. */
    ended_at: number | null;
    next_at: number | null;
    /** Looks that are done; the next one has this number. */
    looks: number;
    webhook: string | null;
    /** Signs messages, so it is kept as it is; gone with the last message. */
    secret: string | null;
    /** What became of the last message, where it did not arrive. */
    note: string | null;
    /** A keyed hash of its maker's network, and of the IPv6 /48 above, while it runs. */
    network: string | null;
    site: string | null;
    delete_hash: string;
  };
  watch_events: {
    watch: string;
    n: number;
    /** The look that saw it. */
    look: number;
    at: number;
    body: string;
    report: string | null;
    /** 1 while a report of it is to be made. */
    wants_report: number;
    /** `open`, `delivered` or `failed`; null where nobody is to be told. */
    told: string | null;
    /** Messages that were sent in vain. */
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
