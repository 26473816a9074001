import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CheckEvent, parseTarget, type Target } from "../../checks/index.ts";
import { ip } from "../../checks/testing/facts.ts";
import { sample } from "../../checks/testing/internet.ts";
import { temporaryFolder } from "../../testing/started.ts";
import { startChecker, type Thread } from "./thread.ts";

const DEMO = join(import.meta.dirname, "../../../demo.ts");

function targetOf(id: string): Target {
  const reading = parseTarget(sample(id).target);
  if (!reading.ok) throw new Error(`${id} cannot be read`);
  return reading.target;
}

describe("checks in a thread of their own, on the small internet", () => {
  let thread: Thread;
  beforeAll(async () => {
    thread = startChecker(DEMO);
    await thread.ready;
  });
  afterAll(() => thread.end());

  test("each event comes before the report, which says the same", async () => {
    const events: CheckEvent[] = [];
    const check = await thread.prepare(targetOf("coherent"), {}, (event) => events.push(event));
    expect(check.first).toMatchObject({ state: "running", verdicts: [] });
    const report = await check.begin();
    expect(report).toMatchObject({ state: "done", ended: "complete" });
    const told = events.flatMap((event) => (event.kind === "verdict" ? [event.verdict] : []));
    expect(told).toHaveLength(report.verdicts.length);
    expect(report.verdicts).toEqual(expect.arrayContaining(told));
    check.forget();
  });

  test("what it has found is seen while it runs, and what is open when it is stopped is unknown", async () => {
    const judged = Promise.withResolvers<void>();
    const check = await thread.prepare(targetOf("silent"), {}, ({ kind }) => kind === "verdict" && judged.resolve());
    const ending = check.begin();
    await judged.promise;
    const now = await check.snapshot();
    expect(now.state).toBe("running");
    expect(now.verdicts).not.toEqual([]);
    expect(check.lookups().length).toBeGreaterThan(0);
    check.stop();
    const report = await ending;
    expect(report.ended).toBe("cancelled");
    expect(report.verdicts.some(({ status }) => status === "unknown")).toBe(true);
    check.forget();
    await expect(check.snapshot()).rejects.toThrow("no check");
  });

  test("it looks at our own network", async () => {
    expect(await thread.lookAtOwnNetwork()).toEqual([]);
    expect(await thread.lookAtResolvers()).toEqual([]);
  });
});

/** A thread that ends when it is asked to begin a check, and so many times when it is asked for an address of a pool. */
function mortal(deaths = 0): Thread {
  const folder = temporaryFolder("thread");
  const file = join(folder, "thread.mjs");
  writeFileSync(
    file,
    `import { readdirSync, writeFileSync } from "node:fs";
     import { parentPort } from "node:worker_threads";
     parentPort.postMessage({ kind: "ready" });
     const pools = new Set();
     parentPort.on("message", ({ kind, call, id, entry }) => {
       const { length } = readdirSync(import.meta.dirname);
       if (kind === "begin" || (kind === "look" && length <= ${deaths})) {
         writeFileSync(import.meta.dirname + "/" + length, "");
         process.exit(3);
       }
       if (kind === "pool") pools.add(id);
       else if (call)
         parentPort.postMessage({ kind: "answer", call, json: JSON.stringify({ state: "running", knows: pools.has(id) }) });
     });`,
  );
  return startChecker(file, 0);
}

test("where the thread dies, its checks fail, and the next ones are another thread's", async () => {
  const thread = mortal();
  const one = await thread.prepare(targetOf("coherent"), {});
  await expect(one.begin()).rejects.toThrow("ended with 3");
  await expect(one.snapshot()).rejects.toThrow("ended with 3");
  const next = await thread.prepare(targetOf("coherent"), {});
  expect(next.first).toMatchObject({ state: "running" });
  await thread.end();
});

test("an address of a pool whose thread dies is looked at by the next one, which is told of the pool", async () => {
  const thread = mortal(1);
  const looker = thread.openPool({ selectors: [] });
  expect(await looker.look({ address: ip("203.0.113.10") })).toMatchObject({ knows: true });
  await thread.end();
});

test("one that it dies of each time is given up", async () => {
  const thread = mortal(9);
  const looker = thread.openPool({ selectors: [] });
  await expect(looker.look({ address: ip("203.0.113.10") })).rejects.toThrow("ended with 3");
  await thread.end();
});

test("one that cannot start is not waited for", async () => {
  const file = join(temporaryFolder("thread"), "thread.mjs");
  writeFileSync(file, "throw new Error('not today');");
  await expect(startChecker(file).ready).rejects.toThrow("not today");
});
