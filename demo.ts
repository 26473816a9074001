import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plansToTry } from "./lib/checks/testing/internet/going-into-service.ts";
import { sections } from "./lib/checks/testing/internet.ts";
import { startWorld } from "./lib/checks/testing/world.ts";
import { startServer } from "./lib/server/start.ts";
import { markDemo } from "./lib/service/demo.ts";
import { readEnv } from "./lib/service/env.ts";
import { lookFrom } from "./lib/service/service-vantage.ts";

// The service on a made-up internet inside this process. What it reports is kept apart and gone when it ends.
if (!process.env.DATA_DIR) {
  const directory = mkdtempSync(join(tmpdir(), "nameplate-demo-"));
  process.env.DATA_DIR = directory;
  process.on("exit", () => rmSync(directory, { recursive: true, force: true }));
}
// Whoever tries it out is one network, and tries the same things again and again.
const limits = { CHECKS_PER_MINUTE: "600", CHECKS_AT_ONCE: "40", REPEAT_SECONDS: "0", WATCHES_AT_ONCE: "100" };
for (const [name, value] of Object.entries(limits)) process.env[name] ||= value;
markDemo(sections, plansToTry);
const settings = readEnv(process.env);
const world = await startWorld("problems" in settings ? {} : { allowed: settings.allowed });
lookFrom(world.vantage);
await startServer({ dev: process.argv.includes("--dev") });
