import { join } from "node:path";
import { beforeAll, describe } from "vitest";
import { temporaryFolder } from "../../testing/started.ts";
import { hasPostgres, type PostgresServer, startPostgres } from "../testing/postgres.ts";
import { openPostgres } from "./postgres.ts";
import { openSqlite } from "./sqlite.ts";
import { describeWatchStore } from "./watches-contract.ts";

const folder = temporaryFolder("watches");
describeWatchStore("SQLite", () => openSqlite(join(folder, "watches.sqlite")));

describe.skipIf(!hasPostgres())("on a real server", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  describeWatchStore("PostgreSQL", async () => openPostgres(await server.newDatabase()));
});
