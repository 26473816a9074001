import type { ChildProcess } from "node:child_process";
import { chmodSync } from "node:fs";
import { dirname, join } from "node:path";
import { sql } from "kysely";
import { describe, expect, onTestFinished, test } from "vitest";
import { startProcess, startProgram, temporaryFolder } from "../../testing/started.ts";
import { describeStore } from "./contract.ts";
import { fixtureReport } from "./fixture.ts";
import { newId } from "./ids.ts";
import { createKyselyStore } from "./kysely-store.ts";
import { describePoolStore } from "./pool-contract.ts";
import { openSqlite, openSqliteStore } from "./sqlite.ts";
import { isUnavailable } from "./unavailable.ts";

const directory = temporaryFolder("store");
const fresh = () => join(directory, newId(), "nameplate.sqlite");

describeStore("SQLite", () => openSqlite(fresh()));
describePoolStore("pools in SQLite", () => openSqlite(fresh()));

/** A user who owns nothing: root may write everywhere. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

test("a database in a directory that cannot be written is opened to be read", async () => {
  const file = fresh();
  const store = await openSqliteStore(file);
  const id = newId();
  await store.create({ id, report: fixtureReport(), plain: true, deadline: 0, deleteToken: newId() });
  await store.finish(id, { ...fixtureReport(), state: "done", ended: "complete" });
  await store.close();
  for (const folder of [dirname(dirname(file)), dirname(file)]) chmodSync(folder, 0o555);
  try {
    const child = startProgram(process.execPath, [join(import.meta.dirname, "read-only-child.ts"), file, id], {
      cwd: "/",
      ...NOBODY,
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk) => {
        output += chunk;
      });
    await new Promise((resolve) => child.on("close", resolve));
    expect(JSON.parse(output)).toEqual({ readOnly: true, state: "done", written: "unavailable" });
  } finally {
    for (const folder of [dirname(dirname(file)), dirname(file)]) chmodSync(folder, 0o755);
  }
});

test("a full database says so in a way that is told from a fault of ours", async () => {
  const database = await openSqlite(fresh());
  const store = createKyselyStore(database);
  await sql`pragma max_page_count = 1`.execute(database.db);
  const fill = async () => {
    for (;;) {
      const report = fixtureReport({ path: newId().repeat(200) });
      await store.create({ id: newId(), report, plain: true, deadline: 0, deleteToken: newId() });
    }
  };
  const error = await fill().catch((reason: unknown) => reason);
  expect([isUnavailable(error), isUnavailable(new TypeError("x is not a function"))]).toEqual([true, false]);
  expect(await store.stateOf(newId())).toBeUndefined();
  // SQLite ends a transaction by itself that finds no room.
  const inOne = await database.db
    .transaction()
    .execute((all) => sql`insert into secrets (name, value) values ('x', ${"x".repeat(1_000_000)})`.execute(all))
    .catch((reason: unknown) => reason);
  expect(isUnavailable(inOne)).toBe(true);
  await store.close();
});

interface Writer {
  readonly child: ChildProcess;
  /** The ids it was acknowledged. */
  readonly acknowledged: () => string[];
  /** Resolves once there are so many; rejects where it ends before. */
  readonly has: (count: number) => Promise<void>;
  readonly ended: Promise<unknown>;
}

/** A process that writes as fast as it can. */
function writer(file: string): Writer {
  const child = startProcess([join(import.meta.dirname, "durability-child.ts"), file], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  let output = "";
  child.stdout?.on("data", (chunk) => {
    output += chunk;
  });
  const ended = new Promise((resolve) => child.on("close", resolve));
  // The last line may be cut short; only whole ones were acknowledged.
  const acknowledged = () => output.split("\n").slice(1, -1);
  const has = (count: number) =>
    new Promise<void>((resolve, reject) => {
      const look = () => acknowledged().length > count && resolve();
      child.stdout?.on("data", look);
      void ended.then(() => reject(new Error("it ended before")));
      look();
    });
  return { child, acknowledged, has, ended };
}

test("whatever was acknowledged before kill -9 is there afterwards", async () => {
  const file = fresh();
  for (let round = 1; round <= 3; round++) {
    const { child, acknowledged, has, ended } = writer(file);
    await has(50 * round);
    child.kill("SIGKILL");
    await ended;
    const store = await openSqliteStore(file);
    for (const id of acknowledged()) expect(await store.get(id)).toMatchObject({ state: "done" });
    await store.close();
  }
});

test("two processes share one file, from the first moment on", async () => {
  const file = fresh();
  const writers = [writer(file), writer(file)];
  const store = await openSqliteStore(file);
  await Promise.all(writers.map(({ has }) => has(50)));
  const id = newId();
  await store.create({ id, report: fixtureReport(), plain: true, deadline: 0, deleteToken: newId() });
  for (const { child, ended } of writers) {
    child.kill("SIGKILL");
    await ended;
  }
  for (const one of [id, ...writers.flatMap(({ acknowledged }) => acknowledged())])
    expect(await store.stateOf(one)).toBe(one === id ? "running" : "done");
  await store.close();
});

describe("while another process has the write lock", () => {
  /** A store with one row to read, and another connection that has the lock. */
  async function locked(patienceMs?: number) {
    const file = fresh();
    const database = await openSqlite(file, patienceMs === undefined ? {} : { patienceMs });
    const store = createKyselyStore(database);
    const id = newId();
    const create = (one: string) =>
      store.create({ id: one, report: fixtureReport({ path: one }), plain: true, deadline: 0, deleteToken: newId() });
    await create(id);
    const { DatabaseSync } = process.getBuiltinModule("node:sqlite");
    const other = new DatabaseSync(file);
    onTestFinished(async () => {
      other.close();
      await store.close();
    });
    other.exec("begin immediate");
    return { database, store, id, create, other };
  }

  test("a write waits for it, a transaction too, while others read", async () => {
    const { database, store, id, create, other } = await locked();
    const settled: string[] = [];
    const writes = [
      create(newId()).then(() => settled.push("write")),
      database.db
        .transaction()
        .execute((tx) => sql`delete from reports where id = ${newId()}`.execute(tx))
        .then(() => settled.push("transaction")),
    ];
    for (let i = 0; i < 20; i++) {
      expect(await store.stateOf(id)).toBe("running");
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(settled).toEqual([]);
    other.exec("rollback");
    await Promise.all(writes);
    expect(settled.sort()).toEqual(["transaction", "write"]);
  });

  test("a write gives up after a while, and says that the database does not answer", async () => {
    const { store, id, create, other } = await locked(1);
    const errors = await Promise.all([create(newId()), create(newId())].map((write) => write.catch((error) => error)));
    expect(errors.map(isUnavailable)).toEqual([true, true]);
    expect(await store.stateOf(id)).toBe("running");
    other.exec("rollback");
    await create(newId());
  });
});
