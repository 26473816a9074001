import { z } from "zod";
import type { WhyGone } from "../missing.ts";
import { shared } from "../shared.ts";
import { database } from "../store/current.ts";
import { hashToken } from "../store/ids.ts";
import { type Removal, refusalOf } from "../store/removal.ts";
import type { Database } from "../store/tables.ts";
import { type LogTable, packTable, unpackTable } from "./kept-log.ts";

/** The table of a log that somebody kept. `deleted` and `expired` ones have lost everything but their id. */
export type StoredLog =
  | { readonly state: "kept"; readonly id: string; readonly keptAt: number; readonly table: LogTable }
  | { readonly state: WhyGone; readonly id: string };

/** Where the tables of logs are, for those who chose to keep one. */
export interface KeptLogs {
  readonly create: (log: {
    readonly id: string;
    readonly table: LogTable;
    readonly deleteToken: string;
  }) => Promise<void>;
  readonly get: (id: string) => Promise<StoredLog | undefined>;
  readonly stateOf: (id: string) => Promise<StoredLog["state"] | undefined>;
  readonly remove: (id: string, deleteToken: string) => Promise<Removal>;
  /** Empties those that were kept before that time (epoch milliseconds); says how many. */
  readonly expire: (before: number) => Promise<number>;
}

/** Those of this process. */
export const keptLogs = (): Promise<KeptLogs> => shared("kept-logs", () => database().then(createKeptLogs));

const stateOf = z.enum(["kept", "deleted", "expired"]);
const GONE = { body: null, delete_hash: "" } as const;

/** Kept tables over any database that Kysely speaks. */
export function createKeptLogs({ db }: Pick<Database, "db">): KeptLogs {
  return {
    async create({ id, table, deleteToken }) {
      const body = await packTable(table);
      await db
        .insertInto("kept_logs")
        .values({ id, state: "kept", body, kept_at: Date.now(), delete_hash: hashToken(deleteToken) })
        .execute();
    },

    async get(id) {
      const found = await db
        .selectFrom("kept_logs")
        .select(["state", "body", "kept_at"])
        .where("id", "=", id)
        .executeTakeFirst();
      if (!found) return undefined;
      const state = stateOf.parse(found.state);
      if (state !== "kept") return { state, id };
      if (found.body === null) throw new Error("a kept table has no body");
      return { state, id, keptAt: Number(found.kept_at), table: await unpackTable(found.body) };
    },

    async stateOf(id) {
      const found = await db.selectFrom("kept_logs").select("state").where("id", "=", id).executeTakeFirst();
      return found && stateOf.parse(found.state);
    },

    async remove(id, deleteToken) {
      const refusal = await refusalOf(db, "kept_logs", { id, token: deleteToken });
      if (refusal) return refusal;
      await db
        .updateTable("kept_logs")
        .set({ ...GONE, state: "deleted" })
        .where("id", "=", id)
        .execute();
      return "removed";
    },

    async expire(before) {
      const { numUpdatedRows } = await db
        .updateTable("kept_logs")
        .set({ ...GONE, state: "expired" })
        .where("state", "=", "kept")
        .where("kept_at", "<", before)
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },
  };
}

/** Copies all kept tables from one database to another; what was deleted at the new place stays so. Says how many. */
export async function copyKeptLogs(from: Database, to: Database): Promise<number> {
  let copied = 0;
  for (let after = ""; ; ) {
    const row = await from.db
      .selectFrom("kept_logs")
      .selectAll()
      .where("id", ">", after)
      .orderBy("id")
      .limit(1)
      .executeTakeFirst();
    if (!row) return copied;
    const { id, ...rest } = row;
    after = id;
    const there = await to.db.selectFrom("kept_logs").select("state").where("id", "=", id).executeTakeFirst();
    if (there && (there.state !== "kept" || there.state === row.state)) continue;
    await to.db
      .insertInto("kept_logs")
      .values({ id, ...rest })
      .onConflict((conflict) => conflict.column("id").doUpdateSet(rest))
      .execute();
    copied++;
  }
}
