import { isMainThread } from "node:worker_threads";
import { keepCompiled } from "./lib/server/compile-cache.ts";
import { runBuilt } from "./lib/service/built.ts";

const dev = process.argv.includes("--dev");
keepCompiled();
if (!isMainThread) await check();
else if (dev || !(await runBuilt(import.meta.filename))) {
  const { begin } = await import("./lib/server/begin.ts");
  begin(import.meta.filename, { dev });
  const { startServer } = await import("./lib/server/start.ts");
  await startServer({ checks: import.meta.filename, dev });
}

async function check(): Promise<void> {
  const { serveChecks } = await import("./lib/service/checker/serve.ts");
  const { vantage } = await import("./lib/service/service-vantage.ts");
  await serveChecks(vantage());
}
