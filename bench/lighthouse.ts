import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import { freePort } from "../lib/testing/free-port.ts";
import config from "../playwright.config.ts";
import { type Measure, median, round } from "./measure.ts";
import { makeReport, startService } from "./service.ts";

/* How fast pages are by Lighthouse, which slows processor and network down to those of a phone. */

const RUNS = 5;
const FAILING = "203.0.113.22";

/**
 * The median of Lighthouse's score for performance, of pages that somebody has read before: they are kept then, as nearly
 * all that anybody asks for is. Lighthouse slows the processor down to a quarter, whatever machine this is, so what it
 * found that to be (its benchmarkIndex) is told as well. Meant for an idle machine: on a busy one it measures that.
 * `lighthouse:report` measures one of the pages.
 */
export async function bench({ part }: { readonly part?: string }): Promise<Measure[]> {
  const service = await startService(0);
  const port = await freePort();
  const { launchOptions } = config.use ?? {};
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...(launchOptions?.args ?? []), `--remote-debugging-port=${port}`],
  });
  try {
    const pages = {
      form: { what: "the form", path: "/" },
      report: { what: "a report", path: await makeReport(service.url, FAILING) },
      signal: { what: "a signal", path: "/signals/fcrdns" },
      bounce: { what: "a pasted bounce", path: "/bounce" },
    };
    const wanted = Object.entries(pages).filter(([name]) => part === undefined || part === name);
    if (wanted.length === 0) throw new Error(`there is no page ${part}; there are ${Object.keys(pages).join(", ")}`);
    const measures: Measure[] = [];
    const machine: number[] = [];
    for (const [, { what, path }] of wanted) {
      const scores: number[] = [];
      await (await fetch(service.url + path)).text();
      for (let run = 0; run < RUNS; run++) {
        const result = await lighthouse(
          service.url + path,
          { port, logLevel: "error", output: "json" },
          { extends: "lighthouse:default", settings: { onlyCategories: ["performance"] } },
        );
        scores.push(result?.lhr.categories.performance?.score ?? 0);
        machine.push(result?.lhr.environment.benchmarkIndex ?? 0);
      }
      measures.push({
        name: `${what}: points that Lighthouse's performance lacks of 100, median of ${RUNS}`,
        value: round(100 - 100 * median(scores)),
        bar: 0,
        unit: "",
      });
    }
    const benchmark = round(median(machine));
    return [
      ...measures,
      { name: "this machine by Lighthouse's benchmarkIndex (more is faster)", value: benchmark, unit: "" },
    ];
  } finally {
    await browser.close();
    await service.end();
  }
}
