import { join } from "node:path";
import { env } from "../env.ts";
import { shared } from "../shared.ts";
import { openSqliteStore } from "./sqlite.ts";
import type { Store } from "./store.ts";

/** The store of this process, opened on first use. */
export const store = (): Promise<Store> =>
  shared("store", () => openSqliteStore(join(/* turbopackIgnore: true */ env().dataDir, "nameplate.sqlite")));
