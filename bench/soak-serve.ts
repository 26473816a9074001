import { once } from "node:events";
import { readdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { BroadcastChannel, isMainThread } from "node:worker_threads";

/*
 * The process behind the soak: the service on a small internet where things go wrong, in a way that `soak.ts` chooses,
 * and what it holds whenever `soak.ts` asks. The small internet is in the thread that checks; the main one passes on what
 * is asked, and adds up what both hold.
 */

/** Patience is a tenth of what it is otherwise: waiting teaches nothing here. */
const limits = {
  ...{ dnsTryMs: 110, smtpConnectMs: 800, smtpGreetingMs: 1_500, smtpReplyMs: 1_000, smtpSessionMs: 2_500 },
  ...{ checkMs: 6_000 },
};
/** Sockets of DNS that nobody uses are closed after five seconds, kept connections of readers as well. */
const SETTLED_MS = 8_000;

interface Asked {
  /** Faults to begin with; none: what is held is asked for. */
  readonly turn?: number;
}

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

const count = (names: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    Object.entries(Object.groupBy(names, (name) => name)).map(([name, all]) => [name, all?.length ?? 0]),
  );

/** What this thread holds, and of what they share all of it. */
async function holds() {
  for (let i = 0; i < 3; i++) {
    globalThis.gc?.();
    await sleep(100);
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  const listeners = process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0);
  const descriptors = process.platform === "linux" ? readdirSync("/proc/self/fd").length : 0;
  return { heapUsed, external, rss, descriptors, listeners, resources: process.getActiveResourcesInfo(), ...seen };
}
type Holds = Awaited<ReturnType<typeof holds>>;

const asked = new BroadcastChannel("asked");
const held = new BroadcastChannel("held");

if (isMainThread) {
  const { distantVantage } = await import("../lib/checks/testing/world-vantage.ts");
  const { startServer } = await import("../lib/server/start.ts");
  const { markDemo } = await import("../lib/service/demo.ts");
  const { lookFrom } = await import("../lib/service/service-vantage.ts");
  process.on("message", async (message: Asked) => {
    if (message.turn !== undefined) return asked.postMessage(message);
    await sleep(SETTLED_MS);
    const answer = once(held, "message") as Promise<[MessageEvent]>;
    asked.postMessage(message);
    const there = (await answer)[0].data as Holds;
    const here = await holds();
    process.send?.({
      ...here,
      heapUsed: here.heapUsed + there.heapUsed,
      external: here.external + there.external,
      listeners: here.listeners + there.listeners,
      resources: count([...here.resources, ...there.resources]),
      unhandled: here.unhandled + there.unhandled,
      warnings: here.warnings + there.warnings,
    });
  });
  process.on("disconnect", () => process.exit(1));
  markDemo();
  lookFrom(distantVantage([], limits));
  await startServer({ checks: import.meta.filename });
} else {
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
  asked.onmessage = async ({ data }) => {
    const { turn } = data as Asked;
    forget();
    if (turn === undefined) return held.postMessage(await holds());
    world.clearFaults();
    for (const [scope, fault] of TURNS[turn % TURNS.length] ?? []) world.fault(scope, fault);
  };
  await serveChecks(world.vantage);
}
