import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { describeStore } from "./contract.ts";
import { fixtureReport } from "./fixture.ts";
import { newId } from "./ids.ts";
import { openSqliteStore } from "./sqlite.ts";

const directory = mkdtempSync(join(tmpdir(), "nameplate-store-"));
afterAll(() => rmSync(directory, { recursive: true }));
const fresh = () => join(directory, newId(), "nameplate.sqlite");

describeStore("SQLite", () => openSqliteStore(fresh()));

/** A process that writes as fast as it can, and the ids it was acknowledged. */
function writer(file: string): { child: ChildProcess; acknowledged: () => string[]; ended: Promise<unknown> } {
  const child = spawn(process.execPath, [join(import.meta.dirname, "durability-child.ts"), file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout?.on("data", (chunk) => {
    output += chunk;
  });
  const ended = new Promise((resolve) => child.on("close", resolve));
  // The last line may be cut short; only whole ones were acknowledged.
  return { child, acknowledged: () => output.split("\n").slice(1, -1), ended };
}

async function until(done: () => boolean): Promise<void> {
  while (!done()) await sleep(10);
}

test("whatever was acknowledged before kill -9 is there afterwards", { timeout: 30_000 }, async () => {
  const file = fresh();
  for (let round = 1; round <= 3; round++) {
    const { child, acknowledged, ended } = writer(file);
    await until(() => acknowledged().length > 50 * round);
    child.kill("SIGKILL");
    await ended;
    const store = await openSqliteStore(file);
    for (const id of acknowledged()) expect(await store.get(id)).toMatchObject({ state: "done" });
    await store.close();
  }
});

test("two processes share one file, from the first moment on", { timeout: 30_000 }, async () => {
  const file = fresh();
  const writers = [writer(file), writer(file)];
  const store = await openSqliteStore(file);
  await until(() => writers.every(({ acknowledged }) => acknowledged().length > 50));
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
