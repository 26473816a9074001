import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { samples } from "../lib/checks/testing/internet.ts";
import { temporaryFolder } from "../lib/testing/started.ts";
import { FLAGS } from "../scripts/node.mjs";
import { type Measure, round } from "./measure.ts";
import { ready } from "./service.ts";
import { SCRIPTED } from "./soak-world.ts";

/*
 * Many checks of everything the small internet has, and of mail servers that misbehave, while faults of its name servers
 * take turns: what the service holds after all of them, over what it held after the first tenth.
 */

const CHECKS = 10_000;
const AT_ONCE = 8;
/** Checks under one set of faults. */
const TURN = 40;
const FLAT = 1.1;
/** Descriptors more than before: connections that are kept for a moment. */
const FEW = 8;

const ROOT = join(import.meta.dirname, "..");

/** What each of the two threads holds. */
interface Held {
  readonly web: HeldByThread;
  readonly checks: HeldByThread;
}

interface HeldByThread {
  readonly heapUsed: number;
  readonly external: number;
  readonly rss: number;
  readonly descriptors: number;
  readonly listeners: number;
  readonly resources: Readonly<Record<string, number>>;
  readonly unhandled: number;
  readonly warnings: number;
}

export async function bench({ count = CHECKS }: { readonly count?: number } = {}): Promise<Measure[]> {
  const dataDir = temporaryFolder("soak");
  const { child, url } = await start(dataDir);
  const hold = async (): Promise<Held> => {
    const answer = once(child, "message");
    child.send({});
    const [held] = (await answer) as [Held];
    console.log(`  after ${done} checks: ${JSON.stringify(held)}`);
    return held;
  };
  let done = 0;
  const wrong: string[] = [];
  const until = async (end: number) => {
    let next = done;
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        while (next < end) {
          const index = next++;
          if (index % TURN === 0) child.send({ turn: index / TURN });
          await one(url, index).catch((error: Error) => wrong.push(`check ${index}: ${error} ${error.cause ?? ""}`));
          done++;
        }
      }),
    );
  };
  try {
    await until(Math.ceil(count / 10));
    const before = await hold();
    await until(count);
    const after = await hold();
    for (const each of wrong.slice(0, 20)) console.log(`  ${each}`);
    const sum = (held: Held, of: (thread: HeldByThread) => number) => of(held.web) + of(held.checks);
    const more = (of: (thread: HeldByThread) => number) => sum(after, of) - sum(before, of);
    const grown = (thread: keyof Held) => round(after[thread].heapUsed / before[thread].heapUsed, 3);
    const mb = (octets: number) => round(octets / 1024 / 1024, 1);
    const first = `over that after ${Math.ceil(count / 10)}`;
    return [
      { name: `heap of pages and API after ${count} checks ${first}`, value: grown("web"), bar: FLAT, unit: "" },
      { name: `heap of the thread that checks ${first}`, value: grown("checks"), bar: FLAT, unit: "" },
      { name: "both heaps after all", value: mb(sum(after, ({ heapUsed }) => heapUsed)), unit: "MB" },
      { name: "memory of the process after all", value: mb(after.web.rss), unit: "MB" },
      { name: "descriptors more", value: after.web.descriptors - before.web.descriptors, bar: FEW, unit: "" },
      { name: "timers more", value: more(({ resources }) => resources.Timeout ?? 0), bar: FEW, unit: "" },
      { name: "listeners of the process more", value: more(({ listeners }) => listeners), bar: 0, unit: "" },
      { name: "unhandled rejections", value: sum(after, ({ unhandled }) => unhandled), bar: 0, unit: "" },
      { name: "warnings of Node", value: sum(after, ({ warnings }) => warnings), bar: 0, unit: "" },
      { name: "requests answered in another way than they should", value: wrong.length, bar: 0, unit: "" },
    ];
  } finally {
    child.kill("SIGKILL");
  }
}

async function start(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const env = {
    ...process.env,
    ...{ NODE_ENV: "production" as const, PORT: "0", DATA_DIR: dataDir, LOG_LEVEL: "fatal" },
    ...{ CHECKS_PER_MINUTE: "1000000", CHECKS_AT_ONCE: "40", REPEAT_SECONDS: "0" },
  };
  const child = spawn(process.execPath, [...FLAGS, "--expose-gc", "bench/soak-serve.ts"], {
    ...{ cwd: ROOT, env },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  process.once("exit", () => child.kill("SIGKILL"));
  return { child, url: await ready(child) };
}

const TARGETS: readonly string[] = [...samples.map(({ target }) => target), ...SCRIPTED];

/** One check, asked for in one of the ways there are. */
async function one(url: string, index: number): Promise<void> {
  // Each is a check of its own.
  const body = JSON.stringify({ target: TARGETS[index % TARGETS.length], selectors: [`s${index}`] });
  const post = (headers: Readonly<Record<string, string>>) =>
    fetch(`${url}/api/v1/checks`, {
      method: "POST",
      body,
      headers: { "content-type": "application/json", ...headers },
    });
  const expect = (response: Response, ...statuses: readonly number[]) => {
    if (!statuses.includes(response.status)) throw new Error(`${body} was answered ${response.status}`);
    return response;
  };
  switch (index % 10) {
    // Whoever watches, to the end or not.
    case 0:
    case 1: {
      const { id } = (await expect(await post({ prefer: "respond-async" }), 202, 200).json()) as { id: string };
      const leave = new AbortController();
      const stream = await fetch(`${url}/api/v1/reports/${id}`, {
        headers: { accept: index % 2 ? "application/x-ndjson" : "text/event-stream" },
        signal: leave.signal,
      });
      expect(stream, 200);
      if (index % 4 < 2) {
        await stream.text();
        return;
      }
      await stream.body?.getReader().read();
      leave.abort();
      return;
    }
    // Whoever stops it.
    case 2: {
      const { id } = (await expect(await post({ prefer: "respond-async" }), 202, 200).json()) as { id: string };
      const stopped = await fetch(`${url}/api/v1/reports/${id}/cancel`, { method: "POST" });
      await expect(stopped, 200, 409).text();
      return;
    }
    // Whoever leaves before there is an answer.
    case 3: {
      const leave = AbortSignal.timeout(50);
      await fetch(`${url}/api/v1/checks`, {
        method: "POST",
        body,
        headers: { "content-type": "application/json" },
        signal: leave,
      })
        .then((response) => response.text())
        .catch((error: Error) => {
          if (error.name !== "TimeoutError") throw error;
        });
      return;
    }
    // Whoever reads the page. Always one of few: how many pages are kept is another matter.
    case 4: {
      const { id } = (await expect(await post({}), 201).json()) as { id: string };
      if (index % 100 === 4) await expect(await fetch(`${url}/r/${id}`), 200).text();
      return;
    }
    default:
      await expect(await post({}), 201).text();
  }
}
