import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../testing/started.ts";
import { openSqlite } from "../store/sqlite.ts";
import { hasPostgres, type PostgresServer, startPostgres } from "../testing/postgres.ts";
import { describeJobs } from "./contract.ts";
import { createPgBossJobs } from "./pg-boss-jobs.ts";
import { createSqliteJobs } from "./sqlite-jobs.ts";

const folder = temporaryFolder("jobs");
let files = 0;
const newFile = () => join(folder, `${++files}.sqlite`);

describeJobs("in this process, over SQLite", async () => {
  const file = newFile();
  return async () => createSqliteJobs(await openSqlite(file));
});

test("a job whose process died is taken up after its claim has run out", async () => {
  const file = newFile();
  const database = await openSqlite(file);
  const jobs = createSqliteJobs(database);
  await jobs.add("left", { a: 1 });
  // As a process leaves it that dies in the middle.
  await database.db
    .updateTable("jobs")
    .set({ claimed_until: Date.now() + 60_000, tries: 1 })
    .execute();
  const got: object[] = [];
  const done = new Promise<void>((resolve) => {
    void createSqliteJobs(database).work("left", async (payload) => {
      got.push(payload);
      resolve();
    });
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(got).toEqual([]);
  await database.db.updateTable("jobs").set({ claimed_until: 1 }).execute();
  await done;
  expect(got).toEqual([{ a: 1 }]);
});

describe.skipIf(!hasPostgres())("on a real server", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  describeJobs("pg-boss, over PostgreSQL", async () => {
    const url = await server.newDatabase();
    return () => createPgBossJobs(url);
  });
});
