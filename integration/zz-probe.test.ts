import fc from "fast-check";
import { test } from "vitest";
import { contradictions, viewsOf } from "../lib/checks/testing/coherence.ts";
import { checkOnPaper, world } from "../lib/checks/testing/paper-worlds.ts";
import { writeFileSync } from "node:fs";

test("probe", { timeout: 600_000 }, async () => {
  const n = Number(process.env.N ?? 200);
  const worlds = fc.sample(world, { numRuns: n, seed: Number(process.env.SEED ?? 1) });
  const kinds = new Map<string, { n: number; eg: string; w: unknown }>();
  const t = performance.now();
  let tc = 0;
  for (const w of worlds) {
    const report = await checkOnPaper(w);
    const t1 = performance.now();
    const views = viewsOf(report);
    for (const c of contradictions(views)) {
      const kind = c.replace(/203\.0\.113\.\d+|2001:db8[0-9a-f:]*|198\.51\.100\.\d+/g, "ADDR").replace(/[a-z0-9_-]+(\.[a-z0-9_-]+)+/gi, "NAME").replace(/"[^"]*"/g, "Q").slice(0, 130);
      const k = kinds.get(kind) ?? { n: 0, eg: c, w };
      k.n++;
      kinds.set(kind, k);
    }
    tc += performance.now() - t1;
  }
  const rows = [...kinds.values()].sort((a, b) => b.n - a.n);
  writeFileSync("/tmp/derive-read/probe.txt", `${rows.reduce((s, r) => s + r.n, 0)} in ${n}; ${performance.now() - t} ms, of which ${tc} checking\n` + rows.map((r) => `${r.n}\t${r.eg.slice(0, 400)}`).join("\n"));
});
