import { join } from "node:path";
import { beforeAll, describe } from "vitest";
import { temporaryFolder } from "../../testing/started.ts";
import { openPostgres } from "../store/postgres.ts";
import { openSqlite } from "../store/sqlite.ts";
import { hasPostgres, type PostgresServer, startPostgres } from "../testing/postgres.ts";
import { describePlans } from "./contract.ts";

describePlans("SQLite", () => openSqlite(join(temporaryFolder("plans"), "nameplate.sqlite")));

describe.skipIf(!hasPostgres())("on a real server", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  describePlans("PostgreSQL", async () => openPostgres(await server.newDatabase()));
});
