import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../testing/started.ts";
import { newId } from "../store/ids.ts";
import { openPostgres } from "../store/postgres.ts";
import { openSqlite } from "../store/sqlite.ts";
import { hasPostgres, type PostgresServer, startPostgres } from "../testing/postgres.ts";
import { describePlans } from "./contract.ts";
import { copyPlans } from "./copy-plans.ts";
import { createPlanStore } from "./plan-store.ts";

const openFile = () => openSqlite(join(temporaryFolder("plans"), `${newId()}.sqlite`));

describePlans("SQLite", openFile);

test("plans are copied to another database, and once more what has changed", async () => {
  const [from, to] = [await openFile(), await openFile()];
  const [old, now] = [createPlanStore(from), createPlanStore(to)];
  const made = async () => {
    const plan = { id: newId(), deadline: 9, deleteToken: newId() };
    const addresses = ["203.0.113.10"];
    const as = { from: "example.com", name: "mail.example.com", selectors: [] };
    await old.create({ ...plan, input: { kind: "plan", ...as, ipv6Off: false, addresses } });
    await old.note(plan.id, 1, 0, "r1", true);
    await old.settle(plan.id, 1);
    return plan;
  };
  const [first, second] = [await made(), await made()];
  expect(await copyPlans(from, to)).toBe(2);
  for (const { id } of [first, second]) expect(await now.get(id)).toEqual(await old.get(id));
  expect(await now.remove(second.id, second.deleteToken)).toBe("removed");
  await old.again(first.id, 1, 0);
  expect(await copyPlans(from, to)).toBe(1);
  expect(await now.get(first.id)).toMatchObject({ round: 2 });
  expect(await now.stateOf(second.id)).toBe("deleted");
  await from.close();
  await to.close();
});

describe.skipIf(!hasPostgres())("on a real server", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  describePlans("PostgreSQL", async () => openPostgres(await server.newDatabase()));
});
