import type { Kysely } from "kysely";
import { isTokenOf } from "./ids.ts";
import type { Tables } from "./tables.ts";

/** Why something cannot be deleted or stopped: whoever asks is not its maker, it is no longer kept, it never was. */
export type Refusal = "forbidden" | "gone" | "unknown";
/** What became of a request to delete something with its maker's token. */
export type Removal = "removed" | Refusal;

/** Whether whoever has this token may change a row: undefined where that is so, otherwise why not. */
export async function refusalOf(
  db: Kysely<Tables>,
  table: "reports" | "pools" | "plans" | "kept_logs",
  { id, token }: { readonly id: string; readonly token: string },
): Promise<Refusal | undefined> {
  const found = await db.selectFrom(table).select(["state", "delete_hash"]).where("id", "=", id).executeTakeFirst();
  if (!found) return "unknown";
  if (found.state === "deleted" || found.state === "expired") return "gone";
  return isTokenOf(found.delete_hash, token) ? undefined : "forbidden";
}
