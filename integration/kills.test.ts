import { expect, test } from "vitest";
import { hasPostgres, startPostgres } from "../lib/service/testing/postgres.ts";
import { type Kills, killOnPostgres, killOnSqlite } from "./kills.ts";

/* A few of the kills that `npm run bench -- kill` does by the hundred. */

function expectNothingLost({ acknowledged, lost, torn, uneven }: Kills): void {
  expect({ lost, torn, uneven }).toEqual({ lost: [], torn: [], uneven: [] });
  expect(acknowledged).toBeGreaterThan(0);
}

test("kill -9 loses nothing that was acknowledged and tears nothing, on SQLite", async () => {
  expectNothingLost(await killOnSqlite(3));
});

test.skipIf(!hasPostgres())("nor of a web process, a worker and PostgreSQL itself", async () => {
  expectNothingLost(await killOnPostgres(await startPostgres(), 5));
});
