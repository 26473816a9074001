import { type Kysely, sql, type Transaction } from "kysely";
import { z } from "zod";
import { type PoolEntry, type PoolLook, type PoolPlan, readStoredLook, readStoredPlan } from "../../checks/index.ts";
import type { WhyGone } from "../missing.ts";
import { holdAlone } from "./hold-alone.ts";
import { hashToken } from "./ids.ts";
import { type Refusal, type Removal, refusalOf } from "./removal.ts";
import type { Database, Tables } from "./tables.ts";

/** A pool that begins: it is there with all its rows before any of them is looked at. */
export interface NewPool {
  readonly id: string;
  readonly plan: PoolPlan;
  readonly entries: readonly PoolEntry[];
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** When it has to have ended, epoch milliseconds. */
  readonly deadline: number;
  /** Whoever knows it may cancel and delete the pool. Only its hash is kept. */
  readonly deleteToken: string;
  /** Whose it counts as while it runs: a hash. */
  readonly network: string;
}

/** How many pools may run at once: of one network, and of all. */
export interface PoolPlaces {
  readonly perNetwork: number;
  readonly all: number;
}

/** How far a row has come: waiting, looked at by DNS, asked over SMTP. */
export type Stage = 0 | 1 | 2;

export interface StoredRow {
  readonly place: number;
  readonly address: string;
  readonly name?: string;
  readonly stage: Stage;
  readonly look?: PoolLook;
}

/** What is found at one address: it is written where the row has not come so far yet. */
export interface RowWrite {
  readonly place: number;
  readonly stage: Exclude<Stage, 0>;
  readonly look: PoolLook;
}

/** A pool without its rows. */
export interface OpenPool {
  readonly state: "running" | "done" | "cancelled";
  readonly plan: PoolPlan;
  readonly createdAt: number;
  readonly finishedAt?: number;
  /** The number of the latest write to its rows. */
  readonly seq: number;
}

/** The same, or what is left: those that were deleted or have expired have lost everything but their id. */
export type PoolHead = OpenPool | { readonly state: WhyGone };

/** Where pools are kept, over any database that Kysely speaks. What a method has acknowledged survives the process. */
export interface PoolStore {
  /** Says whose places are taken where there is none; nothing is written then. */
  readonly create: (pool: NewPool, places: PoolPlaces) => Promise<"created" | "own" | "full">;
  readonly head: (id: string) => Promise<PoolHead | undefined>;
  /** Its state and the number of the latest write alone, cheaply. */
  readonly stateOf: (id: string) => Promise<{ readonly state: PoolHead["state"]; readonly seq: number } | undefined>;
  /** Rows that were written after that number, in the order of the input; with 0 those that were ever written. */
  readonly rowsSince: (id: string, seq: number) => Promise<readonly StoredRow[]>;
  /** Rows from one place to before another, whatever was found there. */
  readonly rows: (id: string, from?: number, to?: number) => Promise<readonly StoredRow[]>;
  /** Writes what was found, each row once at each stage. False where the pool does not run any more: nothing is written. */
  readonly write: (id: string, rows: readonly RowWrite[]) => Promise<boolean>;
  /** How many rows nobody has looked at. */
  readonly waiting: (id: string) => Promise<number>;
  /** Ends a running pool. False where it has ended already or is gone. */
  readonly finish: (id: string) => Promise<boolean>;
  readonly cancel: (id: string, token: string) => Promise<"cancelled" | "over" | Refusal>;
  readonly remove: (id: string, token: string) => Promise<Removal>;
  /** Empties pools from before that time (epoch milliseconds); says how many. */
  readonly expire: (before: number) => Promise<number>;
  /** Ends those that should have ended by now; says how many. */
  readonly endOverdue: () => Promise<number>;
  /** The latest finished plain report of each of these addresses that was seen after that time, by address. */
  readonly reportsOf: (addresses: readonly string[], since: number) => Promise<ReadonlyMap<string, string>>;
}

// What comes out of a database is foreign too.
const headRow = z.object({
  state: z.enum(["running", "done", "cancelled", "deleted", "expired"]),
  created_at: z.number(),
  finished_at: z.number().nullable(),
  plan: z.string(),
  seq: z.number(),
});
const stateRow = headRow.pick({ state: true, seq: true });
const rowRow = z.object({
  place: z.number(),
  address: z.string(),
  name: z.string().nullable(),
  stage: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  look: z.string().nullable(),
});
const reportRow = z.object({ id: z.string(), path: z.string() });

/** Rows in one statement: SQLite takes 32,766 values. */
const ROWS_AT_ONCE = 500;

/** A place that no row has: the largest integer of PostgreSQL. */
const BEHIND_ALL = 2 ** 31 - 1;

const COLUMNS = ["place", "address", "name", "stage", "look"] as const;

export function createPoolStore({ db, dialect }: Pick<Database, "db" | "dialect">): PoolStore {
  const running = async (on: Kysely<Tables>, network?: string) => {
    const all = on
      .selectFrom("pools")
      .select(({ fn }) => fn.countAll().as("running"))
      .where("state", "=", "running");
    const { running: count } = await (network ? all.where("network", "=", network) : all).executeTakeFirstOrThrow();
    return Number(count);
  };
  const ended = (id: string, state: "done" | "cancelled") =>
    db
      .updateTable("pools")
      .set(({ eb }) => ({ state, finished_at: Date.now(), network: null, seq: eb("seq", "+", 1) }))
      .where("id", "=", id)
      .where("state", "=", "running");

  async function create(pool: NewPool, { perNetwork, all }: PoolPlaces) {
    const { id, plan, entries, network } = pool;
    return db.transaction().execute(async (tx) => {
      await holdAlone(tx, dialect, "pools");
      if ((await running(tx, network)) >= perNetwork) return "own" as const;
      if ((await running(tx)) >= all) return "full" as const;
      await tx
        .insertInto("pools")
        .values({
          ...{ id, network, state: "running", created_at: pool.createdAt, finished_at: null, seq: 0 },
          ...{ deadline: pool.deadline, plan: JSON.stringify(plan), delete_hash: hashToken(pool.deleteToken) },
        })
        .execute();
      for (let from = 0; from < entries.length; from += ROWS_AT_ONCE)
        await tx
          .insertInto("pool_rows")
          .values(
            entries.slice(from, from + ROWS_AT_ONCE).map(({ address, name }, i) => ({
              ...{ pool: id, place: from + i, address, name: name ?? null },
              ...{ stage: 0, seq: 0, look: null },
            })),
          )
          .execute();
      return "created" as const;
    });
  }

  const selectRows = (id: string) => db.selectFrom("pool_rows").select(COLUMNS).where("pool", "=", id).orderBy("place");

  return {
    create,

    async head(id) {
      const found = await db
        .selectFrom("pools")
        .select(["state", "created_at", "finished_at", "plan", "seq"])
        .where("id", "=", id)
        .executeTakeFirst();
      if (!found) return undefined;
      const { state, created_at, finished_at, plan, seq } = headRow.parse(found);
      if (state === "deleted" || state === "expired") return { state };
      return {
        ...{ state, seq, createdAt: created_at, plan: readStoredPlan(plan) },
        ...(finished_at === null ? {} : { finishedAt: finished_at }),
      };
    },

    async stateOf(id) {
      const found = await db.selectFrom("pools").select(["state", "seq"]).where("id", "=", id).executeTakeFirst();
      return found && stateRow.parse(found);
    },

    rowsSince: async (id, seq) => (await selectRows(id).where("seq", ">", seq).execute()).map(storedRow),

    rows: async (id, from = 0, to = BEHIND_ALL) =>
      (await selectRows(id).where("place", ">=", from).where("place", "<", to).execute()).map(storedRow),

    write: (id, rows) =>
      db.transaction().execute(async (tx) => {
        // First of all: whoever has this row writes alone, so that numbers are seen in the order they are given.
        const next = await tx
          .updateTable("pools")
          .set(({ eb }) => ({ seq: eb("seq", "+", 1) }))
          .where("id", "=", id)
          .where("state", "=", "running")
          .returning("seq")
          .executeTakeFirst();
        if (!next) return false;
        for (const row of rows) await writeRow(tx, id, next.seq, row);
        return true;
      }),

    async waiting(id) {
      const found = await db
        .selectFrom("pool_rows")
        .select(({ fn }) => fn.countAll().as("waiting"))
        .where("pool", "=", id)
        .where("stage", "=", 0)
        .executeTakeFirstOrThrow();
      return Number(found.waiting);
    },

    finish: async (id) => (await ended(id, "done").executeTakeFirstOrThrow()).numUpdatedRows === 1n,

    async cancel(id, token) {
      const refusal = await refusalOf(db, "pools", { id, token });
      if (refusal) return refusal;
      return (await ended(id, "cancelled").executeTakeFirstOrThrow()).numUpdatedRows === 1n ? "cancelled" : "over";
    },

    async remove(id, token) {
      const refusal = await refusalOf(db, "pools", { id, token });
      if (refusal) return refusal;
      await db.transaction().execute(async (tx) => {
        await tx
          .updateTable("pools")
          .set({ ...EMPTIED, state: "deleted" })
          .where("id", "=", id)
          .execute();
        await tx.deleteFrom("pool_rows").where("pool", "=", id).execute();
      });
      return "removed";
    },

    expire: (before) =>
      db.transaction().execute(async (tx) => {
        const gone = await tx
          .updateTable("pools")
          .set({ ...EMPTIED, state: "expired" })
          .where("state", "in", ["running", "done", "cancelled"])
          .where("created_at", "<", before)
          .returning("id")
          .execute();
        for (const { id } of gone) await tx.deleteFrom("pool_rows").where("pool", "=", id).execute();
        return gone.length;
      }),

    async endOverdue() {
      const { numUpdatedRows } = await db
        .updateTable("pools")
        .set(({ eb }) => ({ state: "cancelled", finished_at: Date.now(), network: null, seq: eb("seq", "+", 1) }))
        .where("state", "=", "running")
        .where("deadline", "<", sql<number>`${dialect.now}`)
        .executeTakeFirstOrThrow();
      return Number(numUpdatedRows);
    },

    async reportsOf(addresses, since) {
      const reports = new Map<string, string>();
      for (let from = 0; from < addresses.length; from += ROWS_AT_ONCE) {
        const found = await db
          .selectFrom("reports")
          .select(["id", "path"])
          .where("path", "in", addresses.slice(from, from + ROWS_AT_ONCE))
          .where("plain", "=", 1)
          .where("state", "=", "done")
          .where("seen_at", ">=", since)
          .orderBy("seen_at")
          .execute();
        for (const { id, path } of z.array(reportRow).parse(found)) reports.set(path, id);
      }
      return reports;
    },
  };
}

/** What is left of a pool that is gone: that there was one. */
const EMPTIED = { plan: "", delete_hash: "", network: null };

function storedRow(found: unknown): StoredRow {
  const { place, address, name, stage, look } = rowRow.parse(found);
  return {
    ...{ place, address, stage },
    ...(name === null ? {} : { name }),
    ...(look === null ? {} : { look: readStoredLook(look) }),
  };
}

const writeRow = (tx: Transaction<Tables>, id: string, seq: number, { place, stage, look }: RowWrite) =>
  tx
    .updateTable("pool_rows")
    .set({ stage, seq, look: JSON.stringify(look) })
    .where("pool", "=", id)
    .where("place", "=", place)
    .where("stage", "<", stage)
    .execute();
