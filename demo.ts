import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isMainThread } from "node:worker_threads";

if (isMainThread) await serve();
else await check();

/** The service on a made-up internet inside this process. What it reports is kept apart and gone when it ends. */
async function serve(): Promise<void> {
  if (!process.env.DATA_DIR) {
    const directory = mkdtempSync(join(tmpdir(), "nameplate-demo-"));
    process.env.DATA_DIR = directory;
    process.on("exit", () => rmSync(directory, { recursive: true, force: true }));
  }
  // Whoever tries it out is one network, and tries the same things again and again.
  const limits = { CHECKS_PER_MINUTE: "600", CHECKS_AT_ONCE: "40", REPEAT_SECONDS: "0" };
  for (const [name, value] of Object.entries(limits)) process.env[name] ||= value;
  const { sections } = await import("./lib/checks/testing/internet.ts");
  const { distantVantage } = await import("./lib/checks/testing/world-vantage.ts");
  const { startServer } = await import("./lib/server/start.ts");
  const { markDemo } = await import("./lib/service/demo.ts");
  const { lookFrom } = await import("./lib/service/service-vantage.ts");
  markDemo(sections);
  lookFrom(distantVantage());
  await startServer({ checks: import.meta.filename, dev: process.argv.includes("--dev") });
}

/** The thread that checks: the made-up internet is there, too. */
async function check(): Promise<void> {
  const { startWorld } = await import("./lib/checks/testing/world.ts");
  const { serveChecks } = await import("./lib/service/checker/serve.ts");
  await serveChecks((await startWorld()).vantage);
}
