import { isMainThread } from "node:worker_threads";

// The process behind `startService`: as demo.ts, with its servers as far away as the bench wants them.
if (isMainThread) {
  const { distantVantage } = await import("../lib/checks/testing/world-vantage.ts");
  const { startServer } = await import("../lib/server/start.ts");
  const { markDemo } = await import("../lib/service/demo.ts");
  const { lookFrom } = await import("../lib/service/service-vantage.ts");
  markDemo();
  lookFrom(distantVantage());
  await startServer({ checks: import.meta.filename });
} else {
  const { startWorld } = await import("../lib/checks/testing/world.ts");
  const { serveChecks } = await import("../lib/service/checker/serve.ts");
  await serveChecks((await startWorld({ delayMs: Number(process.env.BENCH_DELAY_MS) })).vantage);
}
