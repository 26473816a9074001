import type { Database, Tables } from "./tables.ts";

/** Rows read at one go. */
const BATCH = 200;

/** How many reports there are, by state. */
export type Counts = Readonly<Record<string, number>>;

export interface Copied {
  /** Rows that were copied now; those that were there already are none of them. */
  readonly copied: number;
  readonly from: Counts;
  readonly to: Counts;
}

/**
 * Copies all reports from one database to another, whatever engines they are. May be stopped and started again: what is
 * there already is passed over, and what has changed since (a report that was deleted, a check that has ended) is
 * brought up to date. Running checks, instances and jobs belong to the processes of the one database and stay there;
 * copy again after those have been stopped.
 */
export async function copyReports(
  from: Database,
  to: Database,
  onProgress: (copied: number, seen: number) => void = () => undefined,
): Promise<Copied> {
  let after = "";
  let copied = 0;
  for (let seen = 0; ; ) {
    const rows = await from.db
      .selectFrom("reports")
      .selectAll()
      .where("id", ">", after)
      .where("state", "!=", "running")
      .orderBy("id")
      .limit(BATCH)
      .execute();
    const last = rows.at(-1);
    if (!last) break;
    copied += await put(to, rows);
    seen += rows.length;
    after = last.id;
    onProgress(copied, seen);
  }
  return { copied, from: await countsOf(from), to: await countsOf(to) };
}

/**
 * Copies all pools that are over, likewise: those that run belong to the one database. Says how many were copied now.
 */
export async function copyPools(from: Database, to: Database): Promise<number> {
  let copied = 0;
  for (let after = ""; ; ) {
    const pool = await from.db
      .selectFrom("pools")
      .selectAll()
      .where("id", ">", after)
      .where("state", "!=", "running")
      .orderBy("id")
      .limit(1)
      .executeTakeFirst();
    if (!pool) return copied;
    after = pool.id;
    if (await putPool(from, to, { ...pool, network: null })) copied++;
  }
}

/** Writes a pool with its rows where it is not there, or is there in another state that is no end. */
async function putPool(from: Database, to: Database, pool: Tables["pools"]): Promise<boolean> {
  const { id, ...rest } = pool;
  const known = await to.db.selectFrom("pools").select("state").where("id", "=", id).executeTakeFirst();
  if (known?.state === pool.state || known?.state === "deleted" || known?.state === "expired") return false;
  const rows = await from.db.selectFrom("pool_rows").selectAll().where("pool", "=", id).execute();
  await to.db.transaction().execute(async (tx) => {
    await tx.deleteFrom("pool_rows").where("pool", "=", id).execute();
    await tx
      .insertInto("pools")
      .values({ id, ...rest })
      .onConflict((conflict) => conflict.column("id").doUpdateSet(rest))
      .execute();
    for (let i = 0; i < rows.length; i += BATCH)
      await tx
        .insertInto("pool_rows")
        .values(rows.slice(i, i + BATCH))
        .execute();
  });
  return true;
}

/** Writes what is not there, or is there in another state; says how many. */
async function put({ db }: Database, rows: readonly Tables["reports"][]): Promise<number> {
  const ids = rows.map(({ id }) => id);
  const there = await db.selectFrom("reports").select(["id", "state"]).where("id", "in", ids).execute();
  const states = new Map(there.map(({ id, state }) => [id, state]));
  const lacking = rows.filter(({ id, state }) => {
    const known = states.get(id);
    // What was deleted or has expired at the new place stays so.
    return known !== state && known !== "deleted" && known !== "expired";
  });
  for (const row of lacking) {
    const { id, ...rest } = { ...row, owner: null, network: null };
    await db
      .insertInto("reports")
      .values({ id, ...rest })
      .onConflict((conflict) => conflict.column("id").doUpdateSet(rest))
      .execute();
  }
  return lacking.length;
}

async function countsOf({ db }: Database): Promise<Counts> {
  const rows = await db
    .selectFrom("reports")
    .select(({ fn }) => ["state", fn.countAll().as("count")])
    .where("state", "!=", "running")
    .groupBy("state")
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]).toSorted());
}
