import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { isMainThread } from "node:worker_threads";
import type { Content, World } from "./lib/checks/testing/world.ts";
import { keepCompiled } from "./lib/server/compile-cache.ts";
import { runBuilt } from "./lib/service/built.ts";

/** A server of the small internet whose identity is in order. */
const STAND_IN = "203.0.113.10";

const dev = process.argv.includes("--dev");
keepCompiled();
if (!isMainThread) await check();
else if (dev || !(await runBuilt(import.meta.filename))) await serve();

/** The service on a made-up internet inside this process. What it reports is kept apart and gone when it ends. */
async function serve(): Promise<void> {
  if (!process.env.DATA_DIR) {
    const directory = mkdtempSync(join(tmpdir(), "nameplate-demo-"));
    process.env.DATA_DIR = directory;
    process.on("exit", () => rmSync(directory, { recursive: true, force: true }));
  }
  // Whoever tries it out is one network, and tries the same things again and again.
  const limits = {
    ...{ CHECKS_PER_MINUTE: "600", CHECKS_AT_ONCE: "40", REPEAT_SECONDS: "0" },
    ...{ WATCHES_AT_ONCE: "100", SMTP_LISTEN_PER_NETWORK: "200" },
  };
  // Mail servers of this machine may connect, and are checked as one of that internet: nobody else can reach either.
  const listener = { SMTP_LISTEN: "127.0.0.1:0", PROBE_DOMAIN: "probe.example" };
  for (const [name, value] of Object.entries({ ...limits, ...listener })) process.env[name] ||= value;
  const { begin } = await import("./lib/server/begin.ts");
  begin(import.meta.filename, { dev });
  const { plansToTry } = await import("./lib/checks/testing/internet/going-into-service.ts");
  const { sections } = await import("./lib/checks/testing/internet.ts");
  const { distantVantage } = await import("./lib/checks/testing/world-vantage.ts");
  const { startServer } = await import("./lib/server/start.ts");
  const { markDemo } = await import("./lib/service/demo.ts");
  const { lookFrom } = await import("./lib/service/service-vantage.ts");
  markDemo({
    sections,
    plans: plansToTry,
    standIn: (address) => (/^(127\.|::1$)/.test(address) ? STAND_IN : undefined),
  });
  lookFrom(distantVantage(await allowed()));
  (await addition())?.inMainThread();
  await startServer({ checks: import.meta.filename, dev });
}

/** The thread that checks: the made-up internet is there, too. */
async function check(): Promise<void> {
  const { startWorld } = await import("./lib/checks/testing/world.ts");
  const { serveChecks } = await import("./lib/service/checker/serve.ts");
  const added = await addition();
  const { samples } = await import("./lib/checks/testing/internet.ts");
  const content = [...samples, ...(added ? [added.content] : [])];
  const world = await startWorld({ allowed: await allowed(), content });
  added?.inWorld(world);
  await serveChecks(world.vantage);
}

/** What a test adds to the small internet, and changes in it while it runs: a module of its own, named by `DEMO_ADDITION`. */
interface Addition {
  readonly content: Content;
  readonly inMainThread: () => void;
  readonly inWorld: (world: World) => void;
}

async function addition(): Promise<Addition | undefined> {
  const file = process.env.DEMO_ADDITION;
  return file ? await import(pathToFileURL(resolve(file)).href) : undefined;
}

/** Ranges that whoever starts it lets through besides. */
async function allowed() {
  const { readEnv } = await import("./lib/service/env.ts");
  const settings = readEnv(process.env);
  return "problems" in settings ? [] : settings.allowed;
}
