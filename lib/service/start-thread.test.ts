import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../testing/started.ts";
import { beginThread, startThread } from "./start-thread.ts";

function threadOf(code: string): string {
  const file = join(temporaryFolder("thread"), "thread.mjs");
  writeFileSync(file, `import { parentPort } from "node:worker_threads";\n${code}`);
  return file;
}

/** Starts it and waits for its end; gives all that it said, and why it ended. */
function take(file: string): Promise<{ readonly words: unknown[]; readonly why: unknown }> {
  const words: unknown[] = [];
  return new Promise((resolve) => {
    const worker = startThread(
      file,
      {},
      { what: "the thread", onMessage: (word) => words.push(word), onEnd: (why) => resolve({ words, why }) },
    );
    onTestFinished(() => void worker.terminate());
  });
}

/** Until it has told as much as it can without being taken over. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await setImmediate();
}

test("who takes over a thread that was begun is told what it has said, and then the rest", async () => {
  const seen = new Int32Array(new SharedArrayBuffer(4));
  const file = threadOf(`
    import { workerData } from "node:worker_threads";
    parentPort.postMessage("one");
    parentPort.postMessage("two");
    Atomics.store(workerData, 0, 1);
  `);
  beginThread(file, { workerData: seen });
  await until(() => Atomics.load(seen, 0) === 1);
  expect(await take(file)).toMatchObject({ words: ["one", "two"], why: { message: "the thread ended with 0" } });
});

test("one that has died before is told with why", async () => {
  const seen = new Int32Array(new SharedArrayBuffer(4));
  const file = threadOf(`
    import { workerData } from "node:worker_threads";
    Atomics.store(workerData, 0, 1);
    throw new Error("no such luck");
  `);
  beginThread(file, { workerData: seen });
  await until(() => Atomics.load(seen, 0) === 1);
  expect(await take(file)).toMatchObject({ words: [], why: { message: "no such luck" } });
});

test("it is taken over once: whoever starts it again gets another one", async () => {
  const file = threadOf(`import { threadId } from "node:worker_threads"; parentPort.postMessage(threadId);`);
  beginThread(file, {});
  const [first, second] = [await take(file), await take(file)];
  expect(first.words).toHaveLength(1);
  expect(second.words).toHaveLength(1);
  expect(second.words).not.toEqual(first.words);
});
