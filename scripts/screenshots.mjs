// npm run screenshots: takes the pictures of docs/ from the demo as it is now, with the browser of the end-to-end tests.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { ensureBrowser } from "./debian.mjs";
import { ensureBuilt, ensureInstalled, ROOT } from "./steps.mjs";

/** A server of the demo whose PTR name resolves to another address. */
const TARGET = "203.0.113.22";
const PICTURES = [
  { file: "screenshot.png", width: 1280, height: 900, colorScheme: "light" },
  { file: "screenshot-dark.png", width: 1280, height: 900, colorScheme: "dark" },
  { file: "screenshot-phone.png", width: 390, height: 844, colorScheme: "light" },
];

if ((await ensureInstalled()) !== 0 || (await ensureBuilt()) !== 0) process.exit(1);
const executablePath = await ensureBrowser();
const demo = spawn(join(ROOT, "node_modules/.bin/node"), ["demo.ts"], {
  cwd: ROOT,
  env: { ...process.env, PORT: "0", LOG_LEVEL: "warn" },
  stdio: ["ignore", "pipe", "inherit"],
});
process.on("exit", () => demo.kill());
const url = await new Promise((resolve, reject) => {
  demo.stdout.on("data", (text) => {
    const [, at] = /Nameplate is at (\S+)/.exec(text) ?? [];
    if (at) resolve(at);
  });
  demo.on("exit", (code) => reject(new Error(`the demo ended with ${code}`)));
});

const headers = { "content-type": "application/json" };
const made = await fetch(`${url}/api/v1/checks`, { method: "POST", headers, body: JSON.stringify({ target: TARGET }) });
const { id } = await made.json();
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
for (const { file, width, height, colorScheme } of PICTURES) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  await page.goto(`${url}/r/${id}`, { waitUntil: "load" });
  await page.screenshot({ path: join(ROOT, "docs", file) });
  await page.close();
  console.log(`docs/${file}`);
}
await browser.close();
process.exit(0);
