import { isMainThread } from "node:worker_threads";
import { keepCompiled } from "./lib/server/compile-cache.ts";

keepCompiled();
if (isMainThread) {
  const { startServer } = await import("./lib/server/start.ts");
  await startServer({ checks: import.meta.filename, dev: process.argv.includes("--dev") });
} else {
  const { serveChecks } = await import("./lib/service/checker/serve.ts");
  const { vantage } = await import("./lib/service/service-vantage.ts");
  await serveChecks(vantage());
}
