import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** The database of a service that runs, beside it: waits for as long as the service writes. In milliseconds. */
export const databaseBeside = (dataDir: string): DatabaseSync =>
  new DatabaseSync(join(dataDir, "nameplate.sqlite"), { timeout: 30_000 });
