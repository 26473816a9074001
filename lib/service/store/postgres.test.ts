import { beforeAll, describe, expect, test } from "vitest";
import { hasPostgres, type PostgresServer, startPostgres } from "../testing/postgres.ts";
import { describeStore } from "./contract.ts";
import { fixtureReport } from "./fixture.ts";
import { newId } from "./ids.ts";
import { describePoolStore } from "./pool-contract.ts";
import { openPostgres, openPostgresStore } from "./postgres.ts";

describe.skipIf(!hasPostgres())("on a real server", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });

  describeStore("PostgreSQL", async () => openPostgres(await server.newDatabase()));
  describePoolStore("pools in PostgreSQL", async () => openPostgres(await server.newDatabase()));

  test("instances that start at once find one set of tables", async () => {
    const url = await server.newDatabase();
    const all = await Promise.all(Array.from({ length: 4 }, () => openPostgresStore(url)));
    const id = newId();
    await all[0]?.create({ id, report: fixtureReport(), plain: true, deadline: 0, deleteToken: newId() });
    for (const store of all) expect(await store.stateOf(id)).toBe("running");
    for (const store of all) await store.close();
  });

  test("what was acknowledged is there after the server crashed, and the store goes on by itself", async () => {
    const store = await openPostgresStore(await server.newDatabase());
    const ids: string[] = [];
    for (let i = 0; i < 20; i++) {
      const row = { id: newId(), report: fixtureReport(), plain: true, deadline: 0, deleteToken: newId() };
      await store.create(row);
      await store.finish(row.id, { ...row.report, state: "done", ended: "complete" });
      ids.push(row.id);
    }
    await server.stop("SIGQUIT");
    await expect(store.stateOf(ids[0] ?? "")).rejects.toThrow();
    await server.start();
    for (const id of ids) expect(await store.get(id)).toMatchObject({ state: "done" });
    await store.close();
  });

  test("a database that is not there is named in one sentence without a password", async () => {
    const url = (await server.newDatabase()).replace(/\w+$/, "nowhere").replace("nameplate@", "nameplate:hunter2@");
    await expect(openPostgres(url)).rejects.toThrow(/^database "nowhere" does not exist$/);
  });
});

test("a server that is not there is said to be so", async () => {
  await expect(openPostgres("postgres://nameplate:hunter2@localhost:1/x")).rejects.toThrow(
    /^connect ECONNREFUSED \S+$/,
  );
});
