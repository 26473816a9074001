import { type Kysely, sql } from "kysely";
import type { Dialect } from "./migrations.ts";
import type { Tables } from "./tables.ts";

/** What one transaction at a time may count and then add to, over all instances; each has a number of its own. */
const LOCKS = { pools: 7_261_004, watches: 7_261_006 } as const;

/** Until its end, this transaction is alone with these: two that count at once would not see each other. */
export async function holdAlone(tx: Kysely<Tables>, { engine }: Dialect, what: keyof typeof LOCKS): Promise<void> {
  // SQLite has one writer at a time.
  if (engine === "postgres") await sql`select pg_advisory_xact_lock(${LOCKS[what]})`.execute(tx);
}
