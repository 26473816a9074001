import { setTimeout as sleep } from "node:timers/promises";
import { type ExpressionBuilder, type Kysely, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { z } from "zod";
import { hashToken, isTokenOf } from "./ids.ts";
import { DEAD_MS } from "./instances.ts";
import { type Dialect, migrations } from "./migrations.ts";
import { refusalOf } from "./removal.ts";
import { packReport, unpackReport } from "./report-body.ts";
import { rowState, type Store, type StoredReport } from "./store.ts";
import type { Database, Tables } from "./tables.ts";

// What comes out of a database is foreign too: other versions of us, other hands, a damaged disk.
const row = z.object({
  id: z.string(),
  plain: z.number(),
  state: rowState,
  deadline: z.number(),
  owner: z.string().nullable(),
  body: z.instanceof(Uint8Array).nullable(),
});
const runningRow = z.object({ id: z.string(), owner: z.string().nullable(), deadline: z.number() });
const entry = z
  .object({ id: z.string(), seen_at: z.number() })
  .transform(({ id, seen_at }) => ({ id, seenAt: seen_at }));
const stateOnly = z.object({ state: rowState });

/** What is left of a row whose report is gone: that there was one. */
export const emptied = {
  ...{ path: "", plain: 0, body: null, size: 0, delete_hash: "" },
  ...{ check_key: null, owner: null, network: null, undo_until: null },
};

const RUNNING = sql.lit("running");

/** The store over any database that Kysely speaks. */
export function createKyselyStore({ db, dialect, close }: Database): Store {
  const finished = (path: string) =>
    db
      .selectFrom("reports")
      .select(["id", "seen_at"])
      .where("path", "=", path)
      .where("plain", "=", 1)
      .where("state", "=", "done")
      .orderBy("seen_at", "desc");

  const restorable = ({ and, eb }: ExpressionBuilder<Tables, "reports">) =>
    and([eb("state", "=", "deleted"), eb("undo_until", ">", dialect.now)]);

  return {
    async create(made) {
      const { id, report, plain, deadline, key, owner, network } = made;
      const body = await packReport(report);
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("reports")
        .values({
          id,
          path: report.path,
          plain: plain ? 1 : 0,
          state: "running",
          seen_at: Date.parse(report.seenAt),
          deadline,
          finished_at: null,
          body,
          size: body.length,
          delete_hash: "deleteHash" in made ? made.deleteHash : hashToken(made.deleteToken),
          check_key: key === undefined ? null : hashToken(key),
          owner: owner ?? null,
          joined: 0,
          network: network ?? null,
        })
        .onConflict((conflict) => conflict.column("check_key").where("state", "=", RUNNING).doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },

    async join(key) {
      const found = await db
        .selectFrom("reports")
        .select(["id", "owner", "deadline", "joined"])
        .where("check_key", "=", hashToken(key))
        .where("state", "=", RUNNING)
        .executeTakeFirst();
      // Written once: of a thousand who join, each would wait for the others to write the same.
      if (found && found.joined === 0)
        await db.updateTable("reports").set({ joined: 1 }).where("id", "=", found.id).execute();
      return found && runningRow.parse(found);
    },

    async isJoined(id) {
      const found = await db.selectFrom("reports").select("joined").where("id", "=", id).executeTakeFirst();
      return found?.joined === 1;
    },

    async lastOf(key, since) {
      const found = await db
        .selectFrom("reports")
        .select(["id", "seen_at"])
        .where("check_key", "=", hashToken(key))
        .where("state", "=", "done")
        .where("seen_at", ">", since)
        .orderBy("seen_at", "desc")
        .limit(1)
        .executeTakeFirst();
      return found && entry.parse(found);
    },

    async runningOf(network) {
      const runningIn = (table: "reports" | "pools") =>
        db
          .selectFrom(table)
          .select(({ fn }) => fn.countAll().as("running"))
          .where("network", "=", network)
          .where("state", "=", RUNNING)
          .executeTakeFirstOrThrow();
      const found = await Promise.all([runningIn("reports"), runningIn("pools")]);
      return found.reduce((sum, { running }) => sum + Number(running), 0);
    },

    async abandoned(limit) {
      const found = await db
        .selectFrom("reports")
        .leftJoin("instances", "instances.id", "reports.owner")
        .select(["reports.id", "reports.owner", "reports.deadline"])
        .where("reports.state", "=", RUNNING)
        .where("reports.owner", "is not", null)
        .where(({ or, eb }) =>
          or([eb("instances.id", "is", null), eb("instances.beat_at", "<", sql<number>`${dialect.now} - ${DEAD_MS}`)]),
        )
        .limit(limit)
        .execute();
      return z.array(runningRow).parse(found);
    },

    async finish(id, report) {
      if (report.state !== "done") throw new Error("only a finished report is kept for good");
      const body = await packReport(report);
      const { numUpdatedRows } = await db
        .updateTable("reports")
        .set({ state: "done", finished_at: Date.now(), body, size: body.length, owner: null, network: null })
        .where("id", "=", id)
        .where("state", "=", "running")
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },

    async get(id): Promise<StoredReport | undefined> {
      const found = await db
        .selectFrom("reports")
        .select(["id", "plain", "state", "deadline", "owner", "body"])
        .where("id", "=", id)
        .executeTakeFirst();
      if (!found) return undefined;
      const { state, plain, deadline, owner, body } = row.parse(found);
      if (state === "deleted" || state === "expired") return { id, state };
      if (!body) throw new Error("a stored report has no body");
      const report = await unpackReport(body);
      return { id, state, report, plain: plain === 1, deadline, ...(owner === null ? {} : { owner }) };
    },

    async stateOf(id) {
      const found = await db.selectFrom("reports").select("state").where("id", "=", id).executeTakeFirst();
      return found && stateOnly.parse(found).state;
    },

    async latest(path) {
      const found = await finished(path).limit(1).executeTakeFirst();
      return found && entry.parse(found);
    },

    async history(path, limit) {
      return z.array(entry).parse(await finished(path).limit(limit).execute());
    },

    async isMaker(id, deleteToken) {
      const found = await db.selectFrom("reports").select("delete_hash").where("id", "=", id).executeTakeFirst();
      return found !== undefined && isTokenOf(found.delete_hash, deleteToken);
    },

    async remove(id, deleteToken, undoMs) {
      const refusal = await refusalOf(db, "reports", { id, token: deleteToken });
      if (refusal) return refusal;
      const kept = db.updateTable("reports").where("id", "=", id);
      // A check that still runs has nothing to bring back.
      await kept
        .set({ ...emptied, state: "deleted" })
        .where("state", "in", undoMs === undefined ? ["running", "done"] : ["running"])
        .execute();
      if (undoMs !== undefined)
        await kept
          .set({ state: "deleted", undo_until: sql`${dialect.now} + ${undoMs}` })
          .where("state", "=", "done")
          .execute();
      return "removed";
    },

    async isRestorable(id) {
      const found = await db
        .selectFrom("reports")
        .select("id")
        .where("id", "=", id)
        .where(restorable)
        .executeTakeFirst();
      return found !== undefined;
    },

    async restore(id, deleteToken) {
      const found = await db
        .selectFrom("reports")
        .select("delete_hash")
        .where("id", "=", id)
        .where(restorable)
        .executeTakeFirst();
      if (!found) return "late";
      if (!isTokenOf(found.delete_hash, deleteToken)) return "forbidden";
      const { numUpdatedRows } = await db
        .updateTable("reports")
        .set({ state: "done", undo_until: null })
        .where("id", "=", id)
        .where(restorable)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n ? "restored" : "late";
    },

    async forgetDeleted() {
      const { numUpdatedRows } = await db
        .updateTable("reports")
        .set(emptied)
        .where("undo_until", "<=", dialect.now)
        .executeTakeFirstOrThrow();
      return Number(numUpdatedRows);
    },

    async expire(before) {
      const { numUpdatedRows } = await db
        .updateTable("reports")
        .set({ ...emptied, state: "expired" })
        .where("state", "in", ["running", "done"])
        .where("seen_at", "<", before)
        .executeTakeFirstOrThrow();
      return Number(numUpdatedRows);
    },

    close,
  };
}

/**
 * Brings the tables up to date. Two processes may start at once: the one that comes second tries again. What a newer
 * version has done already is left alone: migrations only add, and an instance of the older version that is started
 * beside the new ones, or instead of them, goes on with the columns it knows.
 */
export async function migrate(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    // Asked beforehand: the migrator holds the only connection that there is to a file.
    const all = { ...(await doneByOthers(db)), ...migrations(dialect) };
    const { error } = await new Migrator({ db, provider: { getMigrations: async () => all } }).migrateToLatest();
    if (!error) return;
    if (attempt === 5) throw error;
    await sleep(50 * attempt);
  }
}

/** The migrations that were done in this database, as if there were nothing to do. None in a new one. */
async function doneByOthers(db: Kysely<Tables>): Promise<Record<string, Migration>> {
  const rows = await sql<{ name: string }>`select name from kysely_migration`.execute(db).catch(() => ({ rows: [] }));
  return Object.fromEntries(rows.rows.map(({ name }) => [name, { up: async () => undefined }]));
}
