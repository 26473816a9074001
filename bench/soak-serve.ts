import { readdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { BroadcastChannel, isMainThread } from "node:worker_threads";

/*
 * The process behind the soak: the service, and in the thread that checks a small internet where things go wrong, in a
 * way that `soak.ts` chooses. Both threads say what they hold whenever `soak.ts` asks.
 */

/** Patience is a tenth of what it is otherwise: waiting teaches nothing here. */
const limits = {
  ...{ dnsTryMs: 110, smtpConnectMs: 800, smtpGreetingMs: 1_500, smtpReplyMs: 1_000, smtpSessionMs: 2_500 },
  ...{ checkMs: 6_000 },
};
/** Sockets of DNS that nobody uses are closed after five seconds, kept connections of readers after 65. */
const SETTLED_MS = 70_000;

const seen = { unhandled: 0, warnings: 0 };
process.on("unhandledRejection", (reason) => {
  seen.unhandled++;
  console.error(reason);
});
process.on("uncaughtExceptionMonitor", () => seen.unhandled++);
process.on("warning", (warning) => {
  seen.warnings++;
  console.error(warning);
});

/** Between the two threads. */
const channel = new BroadcastChannel("nameplate soak");
channel.unref();

if (isMainThread) await serve();
else await check();

async function serve(): Promise<void> {
  const { distantVantage } = await import("../lib/checks/testing/world-vantage.ts");
  const { startServer } = await import("../lib/server/start.ts");
  const { markDemo } = await import("../lib/service/demo.ts");
  const { lookFrom } = await import("../lib/service/service-vantage.ts");
  markDemo();
  lookFrom(distantVantage());
  process.on("message", async (message: { readonly turn?: number }) => {
    if (message.turn !== undefined) return channel.postMessage(message);
    const theirs = new Promise((resolve) => {
      channel.onmessage = ({ data }) => resolve(data);
    });
    channel.postMessage({});
    return process.send?.({ web: await holds(), checks: await theirs });
  });
  process.on("disconnect", () => process.exit(1));
  await startServer({ checks: import.meta.filename });
}

async function check(): Promise<void> {
  const { ip } = await import("../lib/checks/testing/facts.ts");
  const { samples } = await import("../lib/checks/testing/internet.ts");
  const { startWorld } = await import("../lib/checks/testing/world.ts");
  const { serveChecks } = await import("../lib/service/checker/serve.ts");
  const { misbehaving, SCRIPTED, TURNS } = await import("./soak-world.ts");
  const world = await startWorld({ content: [...samples, misbehaving()], limits });
  const targets = [...samples.flatMap(({ hosts = {} }) => Object.keys(hosts)).map(ip), ...SCRIPTED];
  /** What the world remembers of the checks is not the service's. */
  const forget = () => {
    world.questions.length = 0;
    for (const address of targets) (world.commands(address) as string[]).length = 0;
  };
  channel.onmessage = async ({ data }) => {
    const { turn } = data as { readonly turn?: number };
    forget();
    if (turn === undefined) return channel.postMessage(await holds());
    world.clearFaults();
    for (const [scope, fault] of TURNS[turn % TURNS.length] ?? []) world.fault(scope, fault);
    return undefined;
  };
  await serveChecks(world.vantage);
}

/** What this thread holds, once all that is under way has ended. Descriptors and memory are the process's. */
async function holds() {
  await sleep(SETTLED_MS);
  for (let i = 0; i < 3; i++) {
    globalThis.gc?.();
    await sleep(100);
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  const listeners = process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0);
  const descriptors = process.platform === "linux" ? readdirSync("/proc/self/fd").length : 0;
  return {
    heapUsed,
    external,
    rss,
    descriptors,
    listeners,
    resources: count(process.getActiveResourcesInfo()),
    ...seen,
  };
}

const count = (names: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    Object.entries(Object.groupBy(names, (name) => name)).map(([name, all]) => [name, all?.length ?? 0]),
  );
