import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test as base, expect } from "@playwright/test";
import lighthouse from "lighthouse";
import { eventually } from "../integration/service.ts";
import { temporaryFolder } from "../lib/testing/started.ts";
import { KINDS, pathOf } from "./kinds.ts";

/** Lighthouse talks to a browser of its own, by its debugging port: the one it takes for itself and writes down. */
const test = base.extend<object, { debuggingPort: number }>({
  debuggingPort: [
    async ({ playwright, launchOptions }, use) => {
      const profile = temporaryFolder("lighthouse");
      const args = [...(launchOptions.args ?? []), "--remote-debugging-port=0"];
      const context = await playwright.chromium.launchPersistentContext(profile, { ...launchOptions, args });
      const written = join(profile, "DevToolsActivePort");
      await use(
        await eventually(async () => existsSync(written) && Number.parseInt(readFileSync(written, "utf8"), 10)),
      );
      await context.close();
    },
    { scope: "worker" },
  ],
});

/** What it rates there is axe by other weights, and every kind of page is held to axe. */
const RATED_FOR_ACCESS = new Set(["the form", "a report with a fix plan", "a signal", "a pasted bounce or headers"]);

for (const kind of KINDS) {
  // Reports must not be listed, which SEO holds against them; and what is missing is an error in the console.
  const categories = [
    ...(RATED_FOR_ACCESS.has(kind.what) ? ["accessibility"] : []),
    ...(kind.missing ? [] : ["best-practices"]),
    ...(kind.indexable ? ["seo"] : []),
  ];
  if (categories.length === 0) continue;
  test(`${kind.what}: ${categories.join(", ")} at 100`, async ({ request, baseURL, debuggingPort }) => {
    test.slow();
    const result = await lighthouse(
      baseURL + (await pathOf(kind, request)),
      { port: debuggingPort, logLevel: "error", output: "json" },
      { extends: "lighthouse:default", settings: { ...SETTINGS, onlyCategories: categories } },
    );
    const { categories: rated = {}, audits = {}, runtimeError } = result?.lhr ?? {};
    expect(runtimeError).toBeUndefined();
    const short = Object.values(rated).flatMap(({ id, auditRefs }) =>
      auditRefs
        .filter((audit) => audit.weight > 0 && (audits[audit.id]?.score ?? 1) < 1)
        .map((audit) => [id, audit.id, JSON.stringify(audits[audit.id]?.details ?? {}).slice(0, 400)]),
    );
    expect(short).toEqual([]);
    expect(Object.fromEntries(Object.values(rated).map(({ id, score }) => [id, score]))).toEqual(
      Object.fromEntries(categories.map((id) => [id, 1])),
    );
  });
}

/** Nothing is timed here, so a page is done when it is quiet for a moment. */
const SETTINGS = {
  // A page that is told what happens is never quiet.
  maxWaitForLoad: 15_000,
  ignoreStatusCode: true,
  disableFullPageScreenshot: true,
  networkQuietThresholdMs: 250,
  cpuQuietThresholdMs: 0,
  pauseAfterFcpMs: 0,
  pauseAfterLoadMs: 0,
};
