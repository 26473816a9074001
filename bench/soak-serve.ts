import { readdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { ip } from "../lib/checks/testing/facts.ts";
import { samples } from "../lib/checks/testing/internet.ts";
import { startWorld } from "../lib/checks/testing/world.ts";
import { startServer } from "../lib/server/start.ts";
import { markDemo } from "../lib/service/demo.ts";
import { lookFrom } from "../lib/service/service-vantage.ts";
import { misbehaving, SCRIPTED, TURNS } from "./soak-world.ts";

/*
 * The process behind the soak: the service on a small internet where things go wrong, in a way that `soak.ts` chooses,
 * and what it holds whenever `soak.ts` asks.
 */

/** Patience is a tenth of what it is otherwise: waiting teaches nothing here. */
const limits = {
  ...{ dnsTryMs: 110, smtpConnectMs: 800, smtpGreetingMs: 1_500, smtpReplyMs: 1_000, smtpSessionMs: 2_500 },
  ...{ checkMs: 6_000 },
};
/** Sockets of DNS that nobody uses are closed after five seconds, kept connections of readers as well. */
const SETTLED_MS = 8_000;

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

markDemo();
const world = await startWorld({ content: [...samples, misbehaving()], limits });
lookFrom(world.vantage);

const targets = [...samples.flatMap(({ hosts = {} }) => Object.keys(hosts)).map(ip), ...SCRIPTED];

/** What the world remembers of the checks is not the service's. */
function forget(): void {
  world.questions.length = 0;
  for (const address of targets) (world.commands(address) as string[]).length = 0;
}

const count = (names: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    Object.entries(Object.groupBy(names, (name) => name)).map(([name, all]) => [name, all?.length ?? 0]),
  );

async function holds() {
  await sleep(SETTLED_MS);
  forget();
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

process.on("message", async (message: { readonly turn?: number }) => {
  if (message.turn === undefined) return process.send?.(await holds());
  world.clearFaults();
  forget();
  for (const [scope, fault] of TURNS[message.turn % TURNS.length] ?? []) world.fault(scope, fault);
  return undefined;
});
process.on("disconnect", () => process.exit(1));
await startServer();
