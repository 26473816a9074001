import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { freePort } from "../lib/testing/free-port.ts";
import { type Measure, median, round } from "./measure.ts";
import { ready } from "./service.ts";

/* The development loop: how long after a component was saved its change is on the screen. */

const ROOT = join(import.meta.dirname, "..");
/** A component of every page, and what a change to it looks like. */
const FILE = join(ROOT, "components/ui/page.tsx");
const BEFORE = "Nameplate never sends mail or logs in.";
const ROUNDS = 5;
const BAR_MS = 2_000;

export async function bench(): Promise<Measure[]> {
  const source = readFileSync(FILE, "utf8");
  if (!source.includes(BEFORE)) throw new Error(`${FILE} no longer says "${BEFORE}"`);
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), DATA_DIR: mkdtempSync(join(tmpdir(), "nameplate-bench-")) };
  const child = spawn(process.execPath, ["demo.ts", "--dev"], { cwd: ROOT, env, stdio: ["ignore", "pipe", "inherit"] });
  const exited = new Promise((resolve) => child.once("exit", resolve));
  const restore = () => {
    writeFileSync(FILE, source);
    child.kill();
  };
  process.once("exit", restore);
  const executablePath = [process.env.CHROMIUM_PATH, "/usr/bin/chromium"].find((path) => path && existsSync(path));
  const args = ["--disable-quic", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  try {
    const url = await ready(child);
    const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args });
    try {
      const page = await browser.newPage();
      const started = performance.now();
      page.setDefaultTimeout(120_000);
      const connected = page.waitForEvent("console", (message) => message.text().includes("[HMR] connected"));
      await page.goto(`${url}/signals/fcrdns`);
      const first = performance.now() - started;
      await connected;
      await page.getByText(BEFORE).waitFor();
      const times: number[] = [];
      for (let i = 1; i <= ROUNDS; i++) {
        const after = `Saved for the ${i}. time.`;
        const saved = performance.now();
        writeFileSync(FILE, source.replace(BEFORE, after));
        await page.getByText(after).waitFor({ timeout: 30_000 });
        times.push(performance.now() - saved);
      }
      return [
        { name: "a changed component on the screen, median", value: round(median(times)), bar: BAR_MS, unit: "ms" },
        { name: "… slowest", value: round(Math.max(...times)), bar: BAR_MS, unit: "ms" },
        { name: "the first page of a development server", value: round(first), unit: "ms" },
      ];
    } finally {
      await browser.close();
    }
  } finally {
    restore();
    process.off("exit", restore);
    await exited;
  }
}
