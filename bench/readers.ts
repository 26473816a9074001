import { setTimeout as sleep } from "node:timers/promises";
import { samples } from "../lib/checks/testing/internet.ts";
import { type Measure, round } from "./measure.ts";
import { percentile } from "./percentile.ts";
import { makeReport, startService } from "./service.ts";

/*
 * Readers beside an expensive check: what pages take while one runs, against what they take while none does. The two are
 * measured in turn, so that whatever else this machine does weighs on both.
 */

const ROUNDS = 6;
/** Pages read in each half of a round, one after the other. */
const READS = 150;
const BAR = 2;
/** A domain whose check asks most and talks to most servers. */
const EXPENSIVE = "receiving";

export async function bench(): Promise<Measure[]> {
  const service = await startService(0);
  try {
    const report = await makeReport(service.url, "203.0.113.10");
    const pages = ["/", "/signals/fcrdns", report, `/compare${report.slice(2)}${report.slice(2)}`];
    await read(service.url, pages, 40);
    const alone: number[] = [];
    const beside: number[] = [];
    let checks = 0;
    for (let i = 0; i < ROUNDS; i++) {
      alone.push(...(await read(service.url, pages, READS)));
      let over = false;
      const checking = (async () => {
        while (!over) {
          await makeReport(service.url, target(EXPENSIVE), `s${Math.random().toString(36).slice(2)}`);
          checks++;
        }
      })();
      beside.push(...(await read(service.url, pages, READS)));
      over = true;
      await checking;
    }
    const [quiet, busy] = [percentile(alone, 0.99), percentile(beside, 0.99)];
    return [
      {
        name: "a page while a check runs over one while none does, p99",
        value: round(busy / quiet, 2),
        bar: BAR,
        unit: "",
      },
      { name: "a page while none runs, p99", value: round(quiet, 1), unit: "ms" },
      { name: `a page while one runs, p99 (${checks} checks, one after the other)`, value: round(busy, 1), unit: "ms" },
      { name: "a page while one runs, median", value: round(percentile(beside, 0.5), 1), unit: "ms" },
    ];
  } finally {
    await service.end();
  }
}

async function read(url: string, pages: readonly string[], reads: number): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < reads; i++) {
    const path = pages[i % pages.length] ?? "/";
    const asked = performance.now();
    const response = await fetch(url + path);
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    times.push(performance.now() - asked);
    await sleep(2);
  }
  return times;
}

function target(id: string): string {
  const found = samples.find((sample) => sample.id === id);
  if (!found) throw new Error(`no sample ${id}`);
  return found.target;
}
