import type { Database } from "../store/tables.ts";

/** Rows read at one go. */
const BATCH = 200;

/**
 * Copies all plans and moves from one database to another, as `copyReports` does reports: what is there in another round
 * or state is brought up to date, and what was deleted at the new place stays so. Says how many were copied.
 */
export async function copyPlans(from: Database, to: Database): Promise<number> {
  let copied = 0;
  for (let after = ""; ; ) {
    const rows = await from.db
      .selectFrom("plans")
      .select("id")
      .where("id", ">", after)
      .orderBy("id")
      .limit(BATCH)
      .execute();
    const last = rows.at(-1);
    if (!last) return copied;
    after = last.id;
    for (const row of rows) if (await copyPlan(from, to, row.id)) copied++;
  }
}

/** One plan with its rounds, all or nothing. False where it is there already. */
async function copyPlan(from: Database, to: Database, id: string): Promise<boolean> {
  const row = await from.db.selectFrom("plans").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const checks = await from.db.selectFrom("plan_checks").selectAll().where("plan", "=", id).execute();
  // Whoever begins its checks is at the old place.
  const { id: _, ...rest } = { ...row, deadline: 0 };
  return to.db.transaction().execute(async (all) => {
    const there = await all.selectFrom("plans").select(["state", "round"]).where("id", "=", id).executeTakeFirst();
    if (there && (there.state !== "kept" || (there.state === row.state && there.round >= row.round))) return false;
    await all
      .insertInto("plans")
      .values({ id, ...rest })
      .onConflict((conflict) => conflict.column("id").doUpdateSet(rest))
      .execute();
    await all.deleteFrom("plan_checks").where("plan", "=", id).execute();
    if (checks.length > 0) await all.insertInto("plan_checks").values(checks).execute();
    return true;
  });
}
