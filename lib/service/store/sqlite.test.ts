import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startProcess, temporaryFolder } from "../../testing/started.ts";
import { describeStore } from "./contract.ts";
import { fixtureReport } from "./fixture.ts";
import { newId } from "./ids.ts";
import { openSqlite, openSqliteStore } from "./sqlite.ts";

const directory = temporaryFolder("store");
const fresh = () => join(directory, newId(), "nameplate.sqlite");

describeStore("SQLite", () => openSqlite(fresh()));

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
