import type { Missing } from "../missing.ts";
import { isId, newId } from "../store/ids.ts";
import type { Removal } from "../store/removal.ts";
import type { LogTable } from "./kept-log.ts";
import { keptLogs, type StoredLog } from "./kept-log-store.ts";

/** What there is under the id of a kept table. */
export type KeptLogReading = { readonly kind: "log"; readonly log: StoredLog & { readonly state: "kept" } } | Missing;

/** A kept table by its id. */
export async function readKeptLog(id: string): Promise<KeptLogReading> {
  const log = isId(id) ? await (await keptLogs()).get(id) : undefined;
  if (!log) return { kind: "unknown" };
  return log.state === "kept" ? { kind: "log", log } : { kind: "gone", why: log.state };
}

/** Keeps a table, and says how it is found and deleted again. */
export async function keepLog(table: LogTable): Promise<{ readonly id: string; readonly deleteToken: string }> {
  const [id, deleteToken] = [newId(), newId()];
  await (await keptLogs()).create({ id, table, deleteToken });
  return { id, deleteToken };
}

/** Deletes a kept table for good, with its maker's token. */
export const removeKeptLog = async (id: string, token: string): Promise<Removal> =>
  isId(id) ? (await keptLogs()).remove(id, token) : "unknown";
