import { KINDS, pathOf } from "./kinds.ts";
import { expect, bareTest as test } from "./test.ts";

// One after the other in one worker: Lighthouse and its browser take longer to load than a page takes.
test.describe.configure({ mode: "default" });

/**
 * The pages that most people see. All kinds are held to axe (accessible.spec.ts) and to a quiet console (test.ts), and those
 * that may be listed to what search engines want (listed.spec.ts). How fast they are is measured on an idle machine
 * (`npm run bench -- lighthouse`).
 */
const RATED = new Set(["the form", "a report with a fix plan", "a signal", "a pasted bounce or headers"]);

for (const kind of KINDS) {
  if (!RATED.has(kind.what)) continue;
  // Reports must not be listed, which SEO holds against them.
  const categories = ["accessibility", "best-practices", ...(kind.indexable ? ["seo"] : [])];
  test(`${kind.what}: ${categories.join(", ")} at 100`, async ({ request, baseURL, debuggingPort }) => {
    test.slow();
    // Only where it is needed: whoever lists the tests, and each worker that runs one of this file, would load it.
    const { default: lighthouse } = await import("lighthouse");
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
  maxWaitForLoad: 15_000,
  disableFullPageScreenshot: true,
  networkQuietThresholdMs: 250,
  cpuQuietThresholdMs: 0,
  pauseAfterFcpMs: 0,
  pauseAfterLoadMs: 0,
};
