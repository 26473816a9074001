import { isMainThread } from "node:worker_threads";

// The process behind `startService`: as demo.ts, with its servers as far away as the bench wants them, and with so many
// addresses more.
if (isMainThread) {
  const { distantVantage } = await import("../lib/checks/testing/world-vantage.ts");
  const { startServer } = await import("../lib/server/start.ts");
  const { markDemo } = await import("../lib/service/demo.ts");
  const { lookFrom } = await import("../lib/service/service-vantage.ts");
  markDemo();
  lookFrom(distantVantage());
  await startServer({ checks: import.meta.filename });
} else {
  const { samples } = await import("../lib/checks/testing/internet.ts");
  const { startWorld } = await import("../lib/checks/testing/world.ts");
  const { serveChecks } = await import("../lib/service/checker/serve.ts");
  const { manyRecords } = await import("./many.ts");
  const { BENCH_DELAY_MS, BENCH_ADDRESSES = "0" } = process.env;
  const world = await startWorld({
    delayMs: Number(BENCH_DELAY_MS),
    content: [...samples, manyRecords(Number(BENCH_ADDRESSES))],
  });
  await serveChecks(world.vantage);
}
