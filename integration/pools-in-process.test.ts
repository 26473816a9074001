import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ip } from "../lib/checks/testing/facts.ts";
import { pools as samples } from "../lib/checks/testing/internet/pools.ts";
import { startWorld, type World } from "../lib/checks/testing/world.ts";
import type { Jobs } from "../lib/service/jobs/jobs.ts";
import { createSqliteJobs } from "../lib/service/jobs/sqlite-jobs.ts";
import { followPool } from "../lib/service/pools/follow-pool.ts";
import { cancelPool, readPool, removePool } from "../lib/service/pools/read-pool.ts";
import { createPool } from "../lib/service/pools/start-pool.ts";
import { POOL_JOBS, workOnPool } from "../lib/service/pools/work-pool.ts";
import { lookFrom } from "../lib/service/service-vantage.ts";
import { database, pools } from "../lib/service/store/current.ts";
import { newId } from "../lib/service/store/ids.ts";
import { temporaryFolder } from "../lib/testing/started.ts";

process.env.DATA_DIR = temporaryFolder("pools");

let world: World;
let jobs: Jobs;
beforeAll(async () => {
  world = await startWorld({
    delayMs: 1,
    limits: { smtpConnectMs: 300, smtpGreetingMs: 300 },
    content: samples.samples,
  });
  lookFrom(world.vantage);
  jobs = createSqliteJobs(await database());
  await jobs.work(POOL_JOBS, (payload) => workOnPool(payload, jobs));
});
afterAll(async () => {
  await jobs?.stop();
  await (await database()).close();
  await world?.close();
});

const start = async (text: string) => {
  const started = await createPool(`203.0.113.${Math.floor(Math.random() * 250)}`, { text }, { selectors: [] });
  if (started.kind !== "started") throw new Error(started.kind);
  return started;
};
const over = async (id: string) => {
  let told = 0;
  const states = followPool(id);
  for (;;) {
    const { value, done } = await states.next();
    if (done) return { told, reading: value };
    told++;
  }
};
const timesAsked = (name: string) => world.questions.filter((one) => one.name === name && one.type === "PTR").length;

test("a pool is looked at, followed and read", async () => {
  const { id } = await start("203.0.113.140-142\nnonsense");
  const { told, reading } = await over(id);
  expect(told).toBeGreaterThan(0);
  if (reading.kind !== "pool") throw new Error(reading.kind);
  expect(reading.pool).toMatchObject({ state: "done", title: "203.0.113.140-142", rejectedCount: 1 });
  expect(reading.pool.rows.map(({ look }) => look?.smtp?.ehlo)).toEqual([
    "out1.example.com",
    "out2.example.com",
    "out3.example.com",
  ]);
  expect(await readPool(id)).toEqual(reading);
});

test("every address of many is looked at once, and 16 are asked", async () => {
  const from = world.questions.length;
  const { id } = await start("203.0.113.0/25\n203.0.113.144/29");
  const { reading } = await over(id);
  if (reading.kind !== "pool") throw new Error(reading.kind);
  const { rows } = reading.pool;
  expect(rows).toHaveLength(136);
  expect(rows.every(({ look }) => look)).toBe(true);
  expect(rows.filter(({ look }) => look?.smtp)).toHaveLength(16);
  const asked = world.questions.slice(from).filter(({ type, name }) => type === "PTR" && /^\d+\.113\.0/.test(name));
  expect(new Set(asked.map(({ name }) => name)).size).toBe(136);
});

test("a job that is done again does nothing again", async () => {
  const { id } = await start("203.0.113.150");
  await over(id);
  const before = await (await pools()).rows(id);
  const asked = timesAsked("150.113.0.203.in-addr.arpa");
  await workOnPool({ pool: id, part: 0 }, jobs);
  await workOnPool({ pool: id, ask: true }, jobs);
  expect(await (await pools()).rows(id)).toEqual(before);
  expect(timesAsked("150.113.0.203.in-addr.arpa")).toBe(asked);
});

describe("its maker", () => {
  test("cancels it: what was found stays, and the rest is not looked at", async () => {
    world.setDelay(150);
    const { id, deleteToken } = await start("203.0.113.0/24");
    const states = followPool(id);
    for (let rows = 0; rows === 0; ) {
      const { value, done } = await states.next();
      if (done) throw new Error("it was over too soon");
      rows = value.rows.filter(({ look }) => look).length;
    }
    expect(await cancelPool(id, newId())).toBe("forbidden");
    expect(await cancelPool(id, deleteToken)).toBe("cancelled");
    const { reading } = await over(id);
    world.setDelay(1);
    if (reading.kind !== "pool") throw new Error(reading.kind);
    expect(reading.pool.state).toBe("cancelled");
    const looked = reading.pool.rows.filter(({ look }) => look).length;
    expect(looked).toBeGreaterThan(0);
    expect(looked).toBeLessThan(256);
    expect(reading.pool.rows.flatMap(({ look }) => look?.verdicts ?? []).map(({ status }) => status)).not.toContain(
      "unknown",
    );
  });

  test("deletes it, also while it runs", async () => {
    world.setDelay(100);
    const { id, deleteToken } = await start("203.0.113.0/24");
    expect(await removePool(id, deleteToken)).toBe("removed");
    expect((await over(id)).reading).toEqual({ kind: "gone", why: "deleted" });
    world.setDelay(1);
    expect(await readPool(id)).toEqual({ kind: "gone", why: "deleted" });
  });
});

test("one network has two at once", async () => {
  world.setDelay(100);
  const client = ip("203.0.113.7");
  const make = () => createPool(client, { text: "203.0.113.0/25" }, { selectors: [] });
  const [a, b, c] = [await make(), await make(), await make()];
  expect([a.kind, b.kind, c.kind]).toEqual(["started", "started", "own"]);
  for (const one of [a, b]) if (one.kind === "started") await removePool(one.id, one.deleteToken);
  world.setDelay(1);
});

test("nothing but bad lines is no pool, and each is named", async () => {
  expect(await createPool("203.0.113.7", { targets: ["10.0.0.1", "nonsense"] }, { selectors: [] })).toMatchObject({
    kind: "nothing",
    rejected: [{ line: 1 }, { line: 2 }],
  });
});

test.each(["x", newId()])("there is nothing under %s", async (id) => {
  expect(await readPool(id)).toEqual({ kind: "unknown" });
  expect(await cancelPool(id, newId())).toBe("unknown");
});
