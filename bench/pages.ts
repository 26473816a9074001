import { type Measure, median, round } from "./measure.ts";
import { makeReport, startService } from "./service.ts";

/* What a finished report's page costs: rendered at the first request, from memory ever after. */

const REPORTS = 20;
const AGAIN = 2000;
const AT_ONCE = 8;

export async function bench(): Promise<Measure[]> {
  const service = await startService(0);
  try {
    const paths: string[] = [];
    for (let i = 0; i < REPORTS; i++)
      paths.push(await makeReport(service.url, `203.0.113.${[10, 22, 50, 212][i % 4]}`));
    const rendered = await ask(service.url, paths, 1);
    const again = Array.from({ length: AGAIN }, (_, i) => paths[i % REPORTS] ?? "/");
    const kept = await ask(service.url, again, AT_ONCE);
    return [
      {
        name: `/r/<id>: rendered again, of ${AGAIN} requests after the first`,
        value: AGAIN - kept.hits,
        bar: 0,
        unit: "",
      },
      { name: "/r/<id>: the first request, rendered", value: round(rendered.ms, 1), unit: "ms" },
      { name: `/r/<id>: one from memory, ${AT_ONCE} at once`, value: round(kept.ms, 1), unit: "ms" },
      { name: "/r/<id>: from memory", value: round(kept.perSecond), unit: "requests/s" },
      { name: "/r/<id>: rendered, one after the other", value: round(rendered.perSecond), unit: "requests/s" },
    ];
  } finally {
    await service.end();
  }
}

async function ask(url: string, paths: readonly string[], atOnce: number) {
  const times: number[] = [];
  let hits = 0;
  const waiting = paths.values();
  const started = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const path of waiting) {
        const asked = performance.now();
        const response = await fetch(url + path);
        await response.arrayBuffer();
        if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
        if (response.headers.get("x-nameplate-cache") === "hit") hits++;
        times.push(performance.now() - asked);
      }
    }),
  );
  return { ms: median(times), hits, perSecond: (1000 * paths.length) / (performance.now() - started) };
}
