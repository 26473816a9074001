import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { type Measure, round } from "./measure.ts";
import { makeReport, startService } from "./service.ts";

/*
 * What our own scripts on a report's page weigh: all scripts of the page, less those of the barest page that the same
 * framework can make, built here from a layout and a page that say nothing. In octets as they go over the wire (gzip).
 */

const ROOT = join(import.meta.dirname, "..");
const BARE = join(ROOT, "artifacts/bare-app");
const BAR_KB = 15;

export async function bench(): Promise<Measure[]> {
  const bare = await buildBare();
  const service = await startService(0);
  try {
    const path = await makeReport(service.url, "203.0.113.22");
    const page = await (await fetch(service.url + path)).text();
    const sizes = await Promise.all(scriptsOf(page).map(async (src) => weigh(await bytesAt(service.url + src))));
    const ours = sum(sizes);
    return [
      { name: "scripts of /r/<id>, all", value: kb(ours), unit: "KB" },
      { name: "scripts of a bare page of the framework", value: kb(bare), unit: "KB" },
      { name: "scripts of /r/<id> beyond the framework's", value: kb(ours - bare), bar: BAR_KB, unit: "KB" },
    ];
  } finally {
    await service.end();
  }
}

/** Builds the barest app and gives what its page's scripts weigh. */
async function buildBare(): Promise<number> {
  rmSync(BARE, { recursive: true, force: true });
  mkdirSync(join(BARE, "app"), { recursive: true });
  writeFileSync(join(BARE, "package.json"), '{ "private": true, "type": "module" }\n');
  writeFileSync(
    join(BARE, "next.config.mjs"),
    `export default { turbopack: { root: ${JSON.stringify(ROOT)} }, typescript: { ignoreBuildErrors: true } };\n`,
  );
  writeFileSync(
    join(BARE, "app/layout.js"),
    "export default function Layout({ children }) {\n  return <html lang='en'><body>{children}</body></html>;\n}\n",
  );
  writeFileSync(join(BARE, "app/page.js"), "export default function Page() {\n  return <p>Nothing.</p>;\n}\n");
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  await promisify(execFile)(join(ROOT, "node_modules/.bin/next"), ["build"], { cwd: BARE, env });
  const page = readFileSync(join(BARE, ".next/server/app/index.html"), "utf8");
  return sum(scriptsOf(page).map((src) => weigh(readFileSync(join(BARE, src.replace(/^\/_next\//, ".next/"))))));
}

/** The files a page loads scripts from; what only browsers without modules load does not count. */
function scriptsOf(page: string): string[] {
  const tags = page.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  const wanted = tags.filter((tag) => !/\bnomodule\b/i.test(tag) && (/^<script/.test(tag) || /as="script"/.test(tag)));
  return [...new Set(wanted.flatMap((tag) => /(?:src|href)="([^"?]+\.js)/.exec(tag)?.[1] ?? []))];
}

const bytesAt = async (url: string): Promise<Buffer> => Buffer.from(await (await fetch(url)).arrayBuffer());
const weigh = (script: Buffer): number => gzipSync(script, { level: 9 }).length;
const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
const kb = (octets: number): number => round(octets / 1000, 1);
