import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LOTS, lotOf } from "../../inbound/log/testing/lot.ts";
import { readLines } from "../../inbound/log/testing/read.ts";
import { temporaryFolder } from "../../testing/started.ts";
import { newId } from "../store/ids.ts";
import { openPostgres } from "../store/postgres.ts";
import { openSqlite } from "../store/sqlite.ts";
import type { Database } from "../store/tables.ts";
import { hasPostgres, type PostgresServer, startPostgres } from "../testing/postgres.ts";
import { packTable, tableOfLog, unpackTable } from "./kept-log.ts";
import { copyKeptLogs, createKeptLogs, type KeptLogs } from "./kept-log-store.ts";

const openFile = () => openSqlite(join(temporaryFolder("kept-logs"), `${newId()}.sqlite`));
const TABLE = tableOfLog(readLines(...lotOf(LOTS.Postfix ?? "").text.split("\n")), { addresses: [], names: [] });

function describeKeptLogs(name: string, open: () => Promise<Database>): void {
  describe(name, () => {
    let database: Database;
    let logs: KeptLogs;
    beforeAll(async () => {
      database = await open();
      logs = createKeptLogs(database);
    });
    afterAll(() => database?.close());
    const keep = async () => {
      const log = { id: newId(), table: TABLE, deleteToken: newId() };
      await logs.create(log);
      return log;
    };

    test("the table comes out as it went in", async () => {
      const { id } = await keep();
      expect(await logs.get(id)).toMatchObject({ state: "kept", table: TABLE });
      expect(await logs.get(newId())).toBeUndefined();
    });

    test("only its maker's token deletes it, and nothing but the id is left", async () => {
      const { id, deleteToken } = await keep();
      expect(await logs.remove(id, newId())).toBe("forbidden");
      expect(await logs.remove(id, deleteToken)).toBe("removed");
      expect(await logs.remove(id, deleteToken)).toBe("gone");
      expect(await logs.get(id)).toEqual({ state: "deleted", id });
      expect(await logs.remove(newId(), deleteToken)).toBe("unknown");
    });

    test("one that has lost its body without being deleted is a fault of ours, not its maker's doing", async () => {
      const { id } = await keep();
      await database.db.updateTable("kept_logs").set({ body: null }).where("id", "=", id).execute();
      await expect(logs.get(id)).rejects.toThrow("a kept table has no body");
    });

    test("what was kept before a time expires", async () => {
      const { id } = await keep();
      await logs.expire(Date.now() - 60_000);
      expect(await logs.stateOf(id)).toBe("kept");
      expect(await logs.expire(Date.now() + 1)).toBeGreaterThan(0);
      expect(await logs.get(id)).toEqual({ state: "expired", id });
    });
  });
}

describeKeptLogs("SQLite", openFile);

describe.skipIf(!hasPostgres())("on a real server", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  describeKeptLogs("PostgreSQL", async () => openPostgres(await server.newDatabase()));
});

test("kept tables are copied once, and what was deleted at the new place stays so", async () => {
  const [from, to] = [await openFile(), await openFile()];
  const [old, now] = [createKeptLogs(from), createKeptLogs(to)];
  const [first, second] = [newId(), newId()];
  for (const id of [first, second]) await old.create({ id, table: TABLE, deleteToken: id });
  expect(await copyKeptLogs(from, to)).toBe(2);
  expect(await now.remove(second, second)).toBe("removed");
  expect(await copyKeptLogs(from, to)).toBe(0);
  expect([await now.stateOf(first), await now.stateOf(second)]).toEqual(["kept", "deleted"]);
  await from.close();
  await to.close();
});

test("what is no table is not unpacked, and none of a cause that there is not is packed", async () => {
  await expect(unpackTable(Buffer.from("no table"))).rejects.toThrow();
  const [reading] = TABLE.readings;
  if (!reading) throw new Error("there is no row");
  await expect(packTable({ ...TABLE, readings: [{ ...reading, cause: "made-up" as never }] })).rejects.toThrow();
});
