import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig, devices } from "@playwright/test";

/*
 * The production build on the small internet, on a port that the system gives it: one chosen here could be somebody else's
 * by the time it starts. Workers read this file again, with what was found out once in their environment: the port from
 * what the service says (`wait` below), and where its reports are.
 */
const port = process.env.NAMEPLATE_E2E_PORT ?? "0";
process.env.NAMEPLATE_E2E_DATA ??= join(tmpdir(), `nameplate-e2e-${randomUUID()}`);

/** Chromium without its windows where there is one (npm test sees to it): pages open in half the time. */
const executablePath = [
  process.env.CHROMIUM_PATH,
  join(import.meta.dirname, "node_modules/.cache/nameplate-browser/usr/lib/chromium/chromium-headless-shell"),
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
].find((path) => path && existsSync(path));

export default defineConfig({
  testDir: "e2e",
  outputDir: "artifacts/e2e",
  // No assertions: nets for what would otherwise hang for ever. A busy machine may be many times slower than an idle one.
  timeout: 300_000,
  expect: { timeout: 90_000 },
  fullyParallel: true,
  // One more than the small machine has cores: a page that waits for its check leaves room for another.
  workers: 3,
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1240, height: 900 },
    baseURL: `http://localhost:${port}`,
    // A worker's tests have one window, which is emptied between them: a new one costs more than most tests.
    reuseContext: true,
    trace: "on-first-retry",
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        // Nothing but this machine has a name: whatever asks for another one fails here and in the test.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ],
    },
  },
  webServer: {
    command: "node e2e/serve.mjs",
    wait: { stdout: /Nameplate is at http:\/\/localhost:(?<nameplate_e2e_port>\d+)\n/ },
    env: {
      PORT: "0",
      DATA_DIR: process.env.NAMEPLATE_E2E_DATA,
      LOG_LEVEL: "warn",
      CHECKS_PER_MINUTE: "6000",
      // All tests come from one network.
      POOLS_AT_ONCE: "40",
    },
    timeout: 600_000,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 60_000 },
  },
});
