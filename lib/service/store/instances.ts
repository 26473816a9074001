import { sql } from "kysely";
import { z } from "zod";
import { newId } from "./ids.ts";
import type { Database } from "./tables.ts";

/** How often an instance says that it lives, in milliseconds. */
export const BEAT_MS = 1_000;
/** Who has said nothing for so long has died, in milliseconds. A busy machine may be late by some beats. */
export const DEAD_MS = 8_000;
/** Rows of instances that have been dead for so long serve nobody, in milliseconds. */
const FORGET_MS = 3_600_000;

/** The processes that share a database. */
export interface Instances {
  /** Says that an instance lives, and where the others reach it. */
  readonly beat: (id: string, url: string) => Promise<void>;
  /** Says that it has ended. */
  readonly leave: (id: string) => Promise<void>;
  /** Whoever else was reached at this address has ended: a new instance is there. */
  readonly replace: (id: string, url: string) => Promise<void>;
  /** Where an instance is reached, as long as it lives. */
  readonly urlOf: (id: string) => Promise<string | undefined>;
  /** What the instances tell each other apart from strangers by: made once, by whoever comes first. */
  readonly secret: () => Promise<string>;
  /** Writes something of no consequence. Rejects where nothing can be written. */
  readonly probe: () => Promise<void>;
}

const secretRow = z.object({ value: z.string() });

export function createInstances({ db, dialect: { now } }: Database): Instances {
  let known: string | undefined;
  return {
    async beat(id, url) {
      await db
        .insertInto("instances")
        .values({ id, url, beat_at: now })
        .onConflict((conflict) => conflict.column("id").doUpdateSet({ url, beat_at: now }))
        .execute();
    },

    async leave(id) {
      await db.deleteFrom("instances").where("id", "=", id).execute();
    },

    async replace(id, url) {
      await db
        .deleteFrom("instances")
        .where("id", "!=", id)
        .where(({ or, eb }) => or([eb("url", "=", url), eb("beat_at", "<", sql<number>`${now} - ${FORGET_MS}`)]))
        .execute();
    },

    async urlOf(id) {
      const found = await db
        .selectFrom("instances")
        .select("url")
        .where("id", "=", id)
        .where("beat_at", ">=", sql<number>`${now} - ${DEAD_MS}`)
        .executeTakeFirst();
      return found?.url;
    },

    async probe() {
      await db
        .insertInto("secrets")
        .values({ name: "probe", value: "" })
        .onConflict((conflict) => conflict.column("name").doUpdateSet({ value: "" }))
        .execute();
    },

    async secret() {
      if (known) return known;
      const name = "internal";
      await db
        .insertInto("secrets")
        .values({ name, value: newId() })
        .onConflict((conflict) => conflict.column("name").doNothing())
        .execute();
      const found = await db.selectFrom("secrets").select("value").where("name", "=", name).executeTakeFirstOrThrow();
      known = secretRow.parse(found).value;
      return known;
    },
  };
}
